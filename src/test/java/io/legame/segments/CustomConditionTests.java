package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.insight.Projection;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company's own fields in the filter language; {@link SegmentAnswersTests} tries what is answered. */
@LegameTest
class CustomConditionTests {
    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Filters filters;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Builders builders;

    @Autowired
    private Segments segments;

    @Autowired
    private Projection projection;

    @Autowired
    private Telling telling;

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient database;

    private List<CustomField> all;

    @BeforeEach
    void create() {
        TestDatabase.clear(database, "customers", "segments");
        all = new ShopFields(fields, lists).create();
    }

    @AfterEach
    void clear() {
        TestDatabase.clear(database, "customers", "segments");
    }

    @Test
    void theyAreTheSameAfterTheyWereWrittenReadAndEdited() {
        var random = new RandomFilters(new Random(4), all);
        for (int i = 0; i < 300; i++) {
            Filter filter = random.filter(3);
            assertThat(filters.read(filters.write(filter))).isEqualTo(filter);
            assertThat(filters.readKept(filters.write(filter))).isEqualTo(filter);
            Filter back = drafting.filter(drafting.draft(filter));
            assertThat(sentence(back, Locale.ENGLISH)).isEqualTo(sentence(filter, Locale.ENGLISH));
            assertThat(sentence(filter, Locale.ITALIAN)).doesNotContain("segments.", "{", "}", "non non", "  ");
        }
    }

    @Test
    void theyReadLikeWhatAPersonWouldWrite() {
        told("{\"custom\":\"shoe_size\",\"atLeast\":40}", "whose Shoe size is at least 40", "con Shoe size almeno 40");
        told(
                "{\"custom\":\"credit\",\"between\":[10,20.5]}",
                "whose Credit is between €10.00 and €20.50",
                "con Credit fra 10,00 € e 20,50 €");
        told(
                "{\"custom\":\"joined_on\",\"before\":\"2020-01-31\"}",
                "whose Joined on is before 31 Jan 2020",
                "con Joined on prima del 31 gen 2020");
        told("{\"custom\":\"club_member\",\"is\":true}", "whose Club member is yes", "con Club member: sì");
        told("{\"custom\":\"colour\",\"isOneOf\":[\"red\"]}", "whose Colour is Red", "con Colour Red");
        told(
                "{\"custom\":\"sports\",\"hasAll\":[\"Ski\",\"Golf\"]}",
                "whose Sports include Ski and Golf",
                "con Ski e Golf fra Sports");
        told(
                "{\"custom\":\"nickname\",\"beginsWith\":[\"Ni\"]}",
                "whose Nickname begins with “Ni”",
                "con Nickname che inizia con «Ni»");
        told(
                "{\"not\":{\"custom\":\"nickname\",\"contains\":\"x\"}}",
                "who do not have Nickname that contains “x”",
                "che non hanno Nickname che contiene «x»");
        told(
                "{\"custom\":\"colour\",\"isNoneOf\":[\"Red\"]}",
                "who do not have Colour Red",
                "che non hanno Colour Red");
        told(
                "{\"custom\":\"shoe_size\",\"isKnown\":false}",
                "who do not have Shoe size on record",
                "che non hanno Shoe size in anagrafica");
        told(
                "{\"attribute\":\"added\",\"after\":\"2024-01-31\"}",
                "who were added after 31 Jan 2024",
                "che sono stati aggiunti dopo il 31 gen 2024");
        told(
                "{\"attribute\":\"name\",\"contains\":\"ros\"}",
                "who have a name that contains “ros”",
                "che hanno un nome che contiene «ros»");
    }

    @Test
    void severalOfThemAreListedBeforeWhatWasDone() {
        told(
                "{\"all\":[{\"custom\":\"shoe_size\",\"atLeast\":40},{\"attribute\":\"age\",\"atLeast\":18},"
                        + "{\"custom\":\"colour\",\"isOneOf\":[\"Red\"]},{\"reachable\":\"email\"}]}",
                "aged 18 or over whose Shoe size is at least 40 and whose Colour is Red, and who can be reached by e-mail",
                "di almeno 18 anni con Shoe size almeno 40 e con Colour Red, e che si possono raggiungere per e-mail");
    }

    private void told(String json, String english, String italian) {
        Filter filter = filters.read(json);
        assertThat(sentence(filter, Locale.ENGLISH)).isEqualTo("customers " + english);
        assertThat(sentence(filter, Locale.ITALIAN)).isEqualTo("clienti " + italian);
    }

    private String sentence(Filter filter, Locale language) {
        return Sentence.of(filter, telling.words(language))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @Test
    void whatIsWrongIsSaidWithTheNearestWord() {
        assertThat(refusal("{\"custom\":\"shoesize\",\"atLeast\":40}")).contains("/custom", "“shoe_size”");
        assertThat(refusal("{\"custom\":\"shoe_size\",\"atleast\":40}")).contains("/atleast", "“atLeast”");
        assertThat(refusal("{\"custom\":\"shoe_size\",\"before\":\"2020-01-01\"}"))
                .contains("/before");
        assertThat(refusal("{\"custom\":\"colour\",\"hasAll\":[\"Red\"]}")).contains("/hasAll");
        assertThat(refusal("{\"custom\":\"sports\",\"hasAll\":[\"Skki\"]}")).contains("/hasAll/0", "“Ski”");
        assertThat(refusal("{\"custom\":\"sports\",\"isOneOf\":[\"#1000000\"]}"))
                .contains("/isOneOf/0");
        assertThat(refusal("{\"custom\":\"shoe_size\"}")).contains("needs one of");
        database.sql("delete from customers.custom_field").update();
        assertThat(refusal("{\"custom\":\"shoe_size\",\"atLeast\":40}")).contains("no custom fields");
    }

    private String refusal(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> filters.read(json));
        return texts.get(Locale.ENGLISH, refusal.key(), refusal.arguments());
    }

    @Test
    void aChoiceMayBeCalledAnotherWayAndAFieldToo() {
        CustomField colour = all.get(5);
        String kept = filters.write(filters.read("{\"custom\":\"colour\",\"isOneOf\":[\"Blue, dark\"]}"));
        var blue = CustomCondition.choices(colour).get(1);
        assertThat(kept).isEqualTo("{\"custom\":\"colour\",\"isOneOf\":[\"#" + blue.id() + "\"]}");

        lists.rename(java.util.Objects.requireNonNull(colour.choices()).id(), blue.id(), "Navy");
        fields.update(
                colour.id(),
                new CustomFieldDraft(
                        "Favourite",
                        null,
                        CustomFieldType.CHOICE,
                        null,
                        "",
                        false,
                        false,
                        null,
                        colour.choices().id()));
        fields.archive(colour.id(), true);

        assertThat(sentence(filters.readKept(kept), Locale.ENGLISH)).isEqualTo("customers whose Favourite is Navy");
        assertThat(filters.read(kept)).isEqualTo(filters.readKept(kept));
    }

    @Test
    void aSegmentOutlivesAnotherTypeOfItsField() {
        CustomField shoes = all.get(1);
        Segment segment =
                segments.create("Big feet", null, filters.read("{\"custom\":\"shoe_size\",\"between\":[43,47]}"));
        Segment late = segments.create(
                "Late", null, filters.read("{\"custom\":\"joined_on\",\"between\":[\"2020-01-01\",\"2020-12-31\"]}"));
        Segment red = segments.create("Red", null, filters.read("{\"custom\":\"colour\",\"isOneOf\":[\"Red\"]}"));

        for (CustomFieldType type : List.of(CustomFieldType.TEXT, CustomFieldType.DATE, CustomFieldType.YES_NO)) {
            fields.update(shoes.id(), CustomFieldDraft.of("Shoe size", type));
            fields.update(all.get(3).id(), CustomFieldDraft.of("Joined on", CustomFieldType.NUMBER));
            fields.update(all.get(5).id(), CustomFieldDraft.of("Colour", type));
            assertThat(segments.list()).hasSize(3);
            assertThat(sentence(segments.get(segment.id()).filter(), Locale.ENGLISH))
                    .isEqualTo("customers whose Shoe size is between 43 and 47");
            assertThat(filters.write(segments.get(late.id()).filter())).isEqualTo(filters.write(late.filter()));
            assertThat(filters.write(segments.get(red.id()).filter())).isEqualTo(filters.write(red.filter()));
        }
    }

    @Test
    void theBuilderOffersThoseInUseByTheirOwnNames() {
        fields.archive(all.getFirst().id(), true);
        var offered = builders.menu().getOrDefault("person", List.of()).stream()
                .map(Builders.Addable::label)
                .toList();
        assertThat(offered).contains("Shoe size", "Colour", "Name").doesNotContain("Nickname");

        var draft = drafting.act(Draft.empty(), "add:f:custom.colour");
        var row = (BuilderPart.Row) builders.show(draft).parts().getFirst();
        assertThat(row.slots().getFirst()).isEqualTo(new Slot.Told("Colour"));
        assertThat(row.slots().getLast())
                .isInstanceOfSatisfying(
                        Slot.Checks.class,
                        checks -> assertThat(checks.options())
                                .extracting(Slot.Option::label)
                                .containsExactly("Red", "Blue, dark", "<b>"));
        assertThat(row.problem()).isNotNull();
    }

    @Test
    void ofManyChoicesThoseThatCustomersHaveAreProposedAndTheOthersSearched() {
        var labels = IntStream.rangeClosed(1, 25)
                .mapToObj(number -> "Town " + number)
                .toList();
        CustomField seaside = fields.create(new CustomFieldDraft(
                "Seaside",
                null,
                CustomFieldType.CHOICES,
                null,
                "",
                false,
                false,
                null,
                lists.create("Towns", labels).id()));
        String town3 = CustomCondition.written(CustomCondition.choices(seaside).get(2));
        database.sql("""
                        insert into customers.customer (email, sort_name, keyed, source, created_at, updated_at, custom)
                        values ('ada@example.com', 'ada', true, 'test', now(), now(), jsonb_build_object(?, jsonb_build_array(?)))
                        """)
                .param(Long.toString(seaside.id().value()))
                .param(town3.substring(1))
                .update();
        projection.catchUp();

        var draft = drafting.act(Draft.empty(), "add:f:custom.seaside");
        var row = (BuilderPart.Row) builders.show(draft).parts().getFirst();
        assertThat(row.slots().getLast())
                .isInstanceOfSatisfying(
                        Slot.Values.class,
                        values -> assertThat(values.proposed())
                                .containsExactly(new Slot.Option(town3, "Town 3", 1L, false)));
        assertThat(builders.values("custom.seaside", "OWN 3"))
                .extracting(Slot.Option::label)
                .containsExactly("Town 3");
        assertThat(builders.values("custom.seaside", "Town 4")).isEmpty();
        assertThat(builders.values("custom.nothing", "x")).isEmpty();

        var picked = drafting.act(drafting.act(draft, "pick:f.0:v:" + town3), "pick:f.0:v:town 25");
        assertThat(sentence(drafting.complete(picked), Locale.ENGLISH))
                .isEqualTo("customers whose Seaside include Town 3 or Town 25");
    }

    @Test
    void theSchemaNamesThemByType() {
        assertThat(filters.schema().toString()).contains("shoe_size", "hasAll");
    }
}
