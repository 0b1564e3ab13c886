package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerId;
import io.legame.insight.AskedQueries;
import io.legame.insight.CohortChoice;
import io.legame.insight.CohortPeriod;
import io.legame.insight.Cohorts;
import io.legame.insight.CompanyFigures;
import io.legame.insight.CustomerValues;
import io.legame.insight.LifeCycle;
import io.legame.insight.LifeCycleList;
import io.legame.insight.LifeCyclePreview;
import io.legame.insight.LifeCycleRules;
import io.legame.insight.Projection;
import io.legame.insight.PurchaseRhythm;
import io.legame.insight.Stage;
import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import io.legame.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.PlainSQL;
import org.jooq.SQL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Trino could answer the same questions: nobody but a few classes of insight writes SQL that is DuckDB's alone. */
@LegameTest
@TestPropertySource(properties = "legame.test=another database of its own")
class SecondEngineTests {
    /** Who writes SQL by hand, and why that is no obstacle. */
    private static final Map<String, String> BY_HAND = Map.ofEntries(
            Map.entry("io.legame.insight.WarehouseFunctions", "writes each function for either engine"),
            Map.entry(
                    "io.legame.insight.TierPreview",
                    "computes as FiguresRun does, in the words of the embedded engine"),
            Map.entry("io.legame.insight.Closings", "likewise"),
            Map.entry("io.legame.insight.RfmPreview", "likewise"),
            Map.entry("io.legame.insight.ServiceCosts", "likewise"),
            Map.entry(
                    "io.legame.insight.ChangedCustomers",
                    "narrows a question by tables that only the embedded engine has"),
            Map.entry("io.legame.insight.DismissalTable", "asks PostgreSQL, where dismissals are kept"),
            Map.entry("io.legame.insight.MergedDismissals", "likewise"),
            Map.entry("io.legame.insight.CustomerLists", "asks PostgreSQL, where lists are kept"),
            Map.entry("io.legame.segments.Segments", "asks PostgreSQL, where segments are kept"),
            Map.entry("io.legame.segments.MembershipTable", "likewise"),
            Map.entry("io.legame.segments.Keeper", "likewise"));

    /** In Trino's manual, the functions and what is written like one. */
    private static final Set<String> KNOWN_TO_TRINO = Set.of(
            "abs",
            "and",
            "as",
            "between",
            "by",
            "cast",
            "coalesce",
            "concat",
            "count",
            "date",
            "date_add",
            "date_diff",
            "date_parse",
            "day",
            "decimal",
            "distinct",
            "exists",
            "extract",
            "filter",
            "floor",
            "from",
            "greatest",
            "if",
            "in",
            "join",
            "least",
            "length",
            "like",
            "lower",
            "max",
            "min",
            "mod",
            "month",
            "not",
            "nullif",
            "on",
            "or",
            "over",
            "quarter",
            "regexp_like",
            "regexp_replace",
            "normalize",
            "replace",
            "row",
            "row_number",
            "select",
            "split_part",
            "starts_with",
            "substring",
            "sum",
            "then",
            "trim",
            "try",
            "try_cast",
            "upper",
            "values",
            "varchar",
            "when",
            "where",
            "with",
            "year",
            "approx_percentile",
            "rank",
            "ceiling",
            "round",
            "case",
            "else",
            "timestamp",
            "having",
            "union",
            "all",
            "lag",
            "lead",
            "min_by",
            "max_by",
            "array_agg",
            "cardinality");

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern FUNCTION = Pattern.compile("\\b([a-z_]+)\\s*\\(");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Projection projection;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Weights weights;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Overlaps overlaps;

    @Autowired
    private Members members;

    @Autowired
    private KnownValues values;

    @Autowired
    private CompanyFigures figures;

    @Autowired
    private CustomerValues customerValues;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private LifeCycle lifeCycle;

    @Autowired
    private LifeCycleList lifeCycleList;

    @Autowired
    private LifeCyclePreview lifeCyclePreview;

    @Autowired
    private PurchaseRhythm rhythm;

    @Test
    void sqlIsWrittenByHandInFewPlaces() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.legame.insight", "io.legame.segments");
        Map<String, String> byHand = classes.stream()
                .filter(each -> !each.getPackageName().endsWith(".db.tables"))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTarget()
                        .resolveMember()
                        .filter(method -> method.isAnnotatedWith(PlainSQL.class) && takesText(method))
                        .isPresent())
                .collect(Collectors.toMap(
                        call -> outermost(call.getOriginOwner()), JavaAccess::getDescription, (one, other) -> one));
        assertThat(byHand).containsKey("io.legame.insight.WarehouseFunctions");
        byHand.keySet().removeAll(BY_HAND.keySet());
        assertThat(byHand).isEmpty();
    }

    /** Names of tables are counted among SQL by jOOQ, too. */
    private static boolean takesText(JavaMember member) {
        return member instanceof JavaMethod method
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(SQL.class));
    }

    private static String outermost(JavaClass of) {
        return of.getName().replaceFirst("\\$.*", "");
    }

    @Test
    void whateverIsAskedTrinoHasTheFunctionsFor() {
        Shop shop = Shop.open(new Random(7), database, new ShopFields(fields, lists), timeline, projection);
        AskedQueries asked = AskedQueries.of(warehouse);
        var random = new Random(3);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        var day = LocalDate.of(2019, 4, 1);
        for (int i = 0; i < 150; i++) {
            Filter filter = filters.filter(3);
            weights.of(filter, day);
            members.page(filter, day, null, 5);
        }
        weights.months(Filter.EVERYBODY, day);
        profiles.of(Filter.EVERYBODY, day);
        overlaps.of(List.of(filters.filter(2), filters.filter(2)), day);
        overlaps.shared(Filter.EVERYBODY, List.of(filters.filter(2)), day);
        verdicts.of(filters.filter(3), new CustomerId(1), day);
        members.each(Filter.EVERYBODY, day, member -> {});
        for (Attribute attribute : Attribute.values()) {
            values.of(attribute.word(), "a", 5);
        }
        for (String source : Set.of(
                "channel",
                "interaction",
                "touchpoint",
                "category",
                "brand",
                "product",
                "tier",
                "tierMonth",
                "stage",
                "mainChannel",
                "mainCategory")) {
            values.of(source, "a", 5);
        }
        figures.headline();
        figures.months();
        customerValues.of(new CustomerId(1));
        for (CohortPeriod period : CohortPeriod.values()) {
            cohorts.of(CohortChoice.by(period, 12));
        }

        lifeCycle.today();
        lifeCycle.months();
        lifeCycle.passages(day.minusMonths(1), day);
        lifeCycle.coming(Stage.LOST, 30);
        lifeCycleList.page(new LifeCycleList.Who.Coming(Stage.LOST, 30), null, 5);
        lifeCycleList.page(new LifeCycleList.Who.Passed(null, Stage.LEAD, day.minusMonths(1), day), null, 5);
        lifeCyclePreview.of(LifeCycleRules.DEFAULT, null, null);
        rhythm.rhythm();

        assertThat(asked.inTrino()).hasSizeGreaterThan(200);
        Set<String> unknown = asked.inTrino().stream()
                .flatMap(SecondEngineTests::functions)
                .filter(function -> !KNOWN_TO_TRINO.contains(function))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    private static Stream<String> functions(String query) {
        String withoutTexts = TEXT.matcher(query).replaceAll("''").toLowerCase(Locale.ROOT);
        return FUNCTION.matcher(withoutTexts).results().map(found -> found.group(1));
    }
}
