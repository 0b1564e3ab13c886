package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerId;
import io.legame.insight.Warehouse;
import io.legame.segments.Shop.Person;
import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Of any customer and any filter it is told which conditions hold, and because of which the customer belongs or not. */
@LegameTest
@Import(OpenShop.class)
@TestPropertySource(properties = "legame.test=a shop that nobody changes")
class VerdictTests {
    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private OpenShop open;

    private Shop shop = new Shop(List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of());

    @BeforeEach
    void open() {
        shop = open.shop();
    }

    @Test
    void everyConditionIsToldAsCountingByHandFindsIt() {
        var random = new Random(29);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        ComputedFigures computed = ComputedFigures.of(warehouse);
        int members = 0;
        for (int i = 0; i < 400; i++) {
            Filter filter = filters.filter(3);
            LocalDate asOf = RandomFilters.BEGIN.plusDays(random.nextInt(RandomFilters.DAYS + 60));
            var naive = new NaiveAnswers(shop, computed, asOf);
            Person person = shop.people().get(random.nextInt(shop.people().size()));

            Verdict verdict =
                    verdicts.of(filter, new CustomerId(person.id()), asOf).orElseThrow();

            assertThat(verdict.isMember())
                    .as("%s of %s on %s", person, filter, asOf)
                    .isEqualTo(naive.isMember(person, filter));
            List<Boolean> expected = Filters.conditions(filter)
                    .map(condition -> naive.belongs(person, condition))
                    .toList();
            assertThat(asked(verdict.why()).map(Verdict.Asked::holds))
                    .as("%s of %s on %s", person, filter, asOf)
                    .containsExactlyElementsOf(expected);
            theDecidingOnesSuffice(filter, verdict, random);
            members += verdict.isMember() ? 1 : 0;
        }
        assertThat(members).isBetween(50, 350);
    }

    /** Whatever the other conditions answered, the whole would be the same. */
    private static void theDecidingOnesSuffice(Filter filter, Verdict verdict, Random random) {
        for (int i = 0; i < 5; i++) {
            var answers = new ArrayList<>(asked(verdict.why())
                    .map(asked -> asked.decides() ? asked.holds() : random.nextBoolean())
                    .toList());
            assertThat(holds(filter, answers))
                    .as("%s", verdict)
                    .isEqualTo(verdict.why().holds());
        }
    }

    private static boolean holds(Filter filter, List<Boolean> answers) {
        return switch (filter) {
            case Filter.All all ->
                all.parts().stream().map(part -> holds(part, answers)).toList().stream()
                        .allMatch(each -> each);
            case Filter.Any any ->
                any.parts().stream().map(part -> holds(part, answers)).toList().stream()
                        .anyMatch(each -> each);
            case Filter.Not not -> !holds(not.part(), answers);
            case Condition condition -> answers.removeFirst();
        };
    }

    private static Stream<Verdict.Asked> asked(Verdict.Part part) {
        return switch (part) {
            case Verdict.Asked asked -> Stream.of(asked);
            case Verdict.Joined joined -> joined.parts().stream().flatMap(VerdictTests::asked);
        };
    }

    @Test
    void allFiltersOfACustomerAreFoundAtOnce() {
        var random = new Random(31);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        LocalDate asOf = RandomFilters.BEGIN.plusDays(100);
        var naive = new NaiveAnswers(shop, ComputedFigures.of(warehouse), asOf);
        List<Filter> many = Stream.generate(() -> filters.filter(2)).limit(60).toList();
        for (Person person : shop.people().subList(0, 10)) {
            assertThat(verdicts.memberships(many, new CustomerId(person.id()), asOf))
                    .containsExactlyElementsOf(many.stream()
                            .map(filter -> naive.isMember(person, filter))
                            .toList());
        }
    }

    @Test
    void whatWasSpentIsToldBesideWhatIsAskedFor() {
        LocalDate asOf = RandomFilters.BEGIN.plusDays(RandomFilters.DAYS);
        Person buyer = shop.people().stream()
                .filter(person -> spent(person).compareTo(BigDecimal.TEN) > 0)
                .findFirst()
                .orElseThrow();
        var condition = new PurchaseCondition(
                Measure.AMOUNT,
                new Check.Numeric(new Comparison<>(Comparison.Operator.AT_LEAST, new BigDecimal("100000"), null)),
                new Window.Ever(),
                Where.ANYTHING);

        Verdict verdict =
                verdicts.of(condition, new CustomerId(buyer.id()), asOf).orElseThrow();

        assertThat(verdict.why()).isInstanceOfSatisfying(Verdict.Asked.class, asked -> {
            assertThat(asked.holds()).isFalse();
            assertThat(asked.decides()).isTrue();
            assertThat(asked.actual())
                    .contains(spent(buyer).setScale(2).toPlainString().replaceAll("\\B(?=(\\d{3})+\\.)", ","));
        });
    }

    private BigDecimal spent(Person person) {
        return shop.lines().stream()
                .filter(line -> line.customer() != null && line.customer() == person.id())
                .map(Shop.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whoLacksTheKeyIsToldSo() {
        LocalDate asOf = RandomFilters.BEGIN.plusDays(100);
        for (Person person : shop.people().subList(0, 20)) {
            var customer = new CustomerId(person.id());
            Verdict everybody = verdicts.of(Filter.EVERYBODY, customer, asOf).orElseThrow();
            assertThat(everybody.why().holds()).isTrue();
            assertThat(everybody.keyed()).isEqualTo(person.keyed()).isEqualTo(everybody.isMember());
            assertThat(verdicts.of(new KeyedCondition(TakenIn.EITHER), customer, asOf)
                            .orElseThrow()
                            .isMember())
                    .isTrue();
        }
        assertThat(verdicts.of(Filter.EVERYBODY, new CustomerId(999_999), asOf)).isEmpty();
    }
}
