package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Whatever is asked, the warehouse answers as one would count by hand. */
@LegameTest
@Import(OpenShop.class)
@TestPropertySource(properties = "legame.test=a shop that nobody changes")
class SegmentAnswersTests {
    private static final int FILTERS = 1500;

    @Autowired
    private Weights weights;

    @Autowired
    private Members members;

    @Autowired
    private Warehouse warehouse;

    private ComputedFigures computed = new ComputedFigures(LocalDate.EPOCH, Map.of(), List.of(), Map.of());

    @Autowired
    private OpenShop open;

    private Shop shop = new Shop(List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of());

    @BeforeEach
    void open() {
        shop = open.shop();
        computed = ComputedFigures.of(warehouse);
    }

    @Test
    void anyFilterHasTheMembersAndTheWorthThatCountingByHandFinds() {
        var random = new Random(11);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter(3);
            LocalDate asOf = asOf(random);
            var naive = new NaiveAnswers(shop, computed, asOf);
            var expected = shop.people().stream()
                    .filter(person -> naive.isMember(person, filter))
                    .toList();
            long matching = shop.people().stream()
                    .filter(person -> naive.belongs(person, filter))
                    .count();

            Weight weight = weights.of(filter, asOf);

            assertThat(weight.size()).as("%s on %s", filter, asOf).isEqualTo(expected.size());
            assertThat(weight.incomplete()).as("%s on %s", filter, asOf).isEqualTo(matching - expected.size());
            assertThat(weight.worth())
                    .as("%s on %s", filter, asOf)
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(naive.worth(expected));
            assertThat(weight.total())
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(naive.worth());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-27", "2019-02-28", "2019-03-01", "2020-02-28", "2020-02-29", "2020-03-01"})
    void theTwentyNinthOfFebruaryReturnsOnTheFirstOfMarchInCommonYears(LocalDate asOf) {
        long found = 0;
        for (int days = 0; days <= 2; days++) {
            for (boolean exactly : new boolean[] {false, true}) {
                var birthday = new AnniversaryCondition(AnniversaryCondition.Event.BIRTH_DATE, exactly, days);
                var naive = new NaiveAnswers(shop, computed, asOf);
                Weight weight = weights.of(birthday, asOf);
                assertThat(weight.size() + weight.incomplete())
                        .as("%s", birthday)
                        .isEqualTo(shop.people().stream()
                                .filter(person -> naive.belongs(person, birthday))
                                .count());
                found += weight.size();
            }
        }
        assertThat(found).isPositive();
    }

    /** Otherwise the answers above would prove little. */
    @Test
    void theShopHasCustomersInEveryTierAndInManyStagesOnManyDays() {
        assertThat(computed.asOf()).isBetween(RandomFilters.BEGIN.plusDays(90), RandomFilters.BEGIN.plusDays(130));
        var months = computed.tiers().values().stream()
                .flatMap(month -> month.values().stream())
                .distinct();
        assertThat(months).contains("platinum", "gold", "iron", "piombo");
        assertThat(computed.tiers()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(computed.spans().stream().map(ComputedFigures.Span::stage).distinct())
                .contains("lead", "new", "active", "loyal", "at_risk", "lost");
    }

    @Test
    void aFilterAndItsOppositeShareOutAllCustomers() {
        var random = new Random(13);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        for (int i = 0; i < 300; i++) {
            Filter filter = filters.filter(3);
            LocalDate asOf = asOf(random);
            Weight in = weights.of(filter, asOf);
            Weight out = weights.of(new Filter.Not(filter), asOf);
            assertThat(in.size() + in.incomplete() + out.size() + out.incomplete())
                    .as("%s on %s", filter, asOf)
                    .isEqualTo(shop.people().size());
        }
    }

    @Test
    void everybodyBuysAllButTheSalesToWhoIsNotKnown() {
        var day = LocalDate.of(2020, 1, 1);
        var weight = weights.of(new KeyedCondition(TakenIn.EITHER), day);
        long incomplete =
                shop.people().stream().filter(person -> !person.keyed()).count();

        assertThat(weight.share()).isEqualTo(1);
        assertThat(weights.of(Filter.EVERYBODY, day).incomplete())
                .isEqualTo(incomplete)
                .isPositive();
        assertThat(weight.totalRevenue())
                .isEqualByComparingTo(shop.lines().stream()
                        .map(Shop.Line::amount)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
        assertThat(weight.revenue()).isLessThan(weight.totalRevenue());
    }

    @Test
    void pageAfterPageShowsEveryMemberOnce() {
        var random = new Random(17);
        Filter filter = new RandomFilters(random, shop.fields()).filter(2);
        LocalDate asOf = asOf(random);
        var seen = new java.util.ArrayList<Long>();
        Long after = null;
        while (true) {
            var page = members.page(filter, asOf, after, 7);
            page.forEach(member -> seen.add(member.customer()));
            if (page.size() < 7) {
                break;
            }
            after = page.getLast().customer();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int)
                weights.of(filter, asOf).size());
    }

    private static LocalDate asOf(Random random) {
        return RandomFilters.BEGIN.plusDays(random.nextInt(RandomFilters.DAYS + 60));
    }
}
