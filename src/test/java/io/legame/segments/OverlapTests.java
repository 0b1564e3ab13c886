package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Warehouse;
import io.legame.segments.Shop.Person;
import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What groups have in common is what one finds by going through the customers one by one. */
@LegameTest
@Import(OpenShop.class)
@TestPropertySource(properties = "legame.test=a shop that nobody changes")
class OverlapTests {
    @Autowired
    private Overlaps overlaps;

    @Autowired
    private Segments segments;

    @Autowired
    private Weights weights;

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
    void everyRegionHasTheCustomersAndTheWorthThatCountingByHandFinds() {
        var random = new Random(37);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        ComputedFigures computed = ComputedFigures.of(warehouse);
        for (int i = 0; i < 60; i++) {
            List<Filter> some = Stream.generate(() -> filters.filter(2))
                    .limit(2 + random.nextInt(2))
                    .toList();
            LocalDate asOf = RandomFilters.BEGIN.plusDays(random.nextInt(RandomFilters.DAYS + 60));
            var naive = new NaiveAnswers(shop, computed, asOf);

            Overlap overlap = overlaps.of(some, asOf);

            Map<Integer, List<Person>> counted =
                    shop.people().stream().collect(Collectors.groupingBy(person -> groups(naive, some, person)));
            for (int groups = 1; groups < 1 << some.size(); groups++) {
                int in = groups;
                List<Person> expected = counted.getOrDefault(in, List.of());
                Overlap.Region region = overlap.together(each -> each == in);
                assertThat(region.size()).as("%s of %s on %s", in, some, asOf).isEqualTo(expected.size());
                assertThat(region.worth())
                        .as("%s of %s on %s", in, some, asOf)
                        .usingComparatorForType(Comparator.nullsFirst(BigDecimal::compareTo), BigDecimal.class)
                        .usingRecursiveComparison()
                        .isEqualTo(naive.worth(expected));
            }
            for (int group = 0; group < some.size(); group++) {
                Weight weight = weights.of(some.get(group), asOf);
                assertThat(overlap.group(group).size()).isEqualTo(weight.size());
                assertThat(overlap.group(group).worth().revenue()).isEqualByComparingTo(weight.revenue());
                assertThat(overlap.total()).isEqualTo(weight.total());
            }
        }
    }

    private static int groups(NaiveAnswers naive, List<Filter> filters, Person person) {
        int groups = 0;
        for (int i = 0; i < filters.size(); i++) {
            groups += naive.isMember(person, filters.get(i)) ? 1 << i : 0;
        }
        return groups;
    }

    @Test
    void manyOthersAreFoundAtOnce() {
        var random = new Random(41);
        var filters = new RandomFilters(random, shop.fields());
        LocalDate asOf = RandomFilters.BEGIN.plusDays(100);
        var naive = new NaiveAnswers(shop, ComputedFigures.of(warehouse), asOf);
        Filter one = filters.filter(1);
        List<Filter> others = Stream.generate(() -> filters.filter(2)).limit(25).toList();
        List<Overlaps.Shared> shared = overlaps.shared(one, others, asOf);
        for (int i = 0; i < others.size(); i++) {
            Filter other = others.get(i);
            assertThat(shared.get(i))
                    .isEqualTo(new Overlaps.Shared(
                            shop.people().stream()
                                    .filter(person -> naive.isMember(person, other))
                                    .count(),
                            shop.people().stream()
                                    .filter(person -> naive.isMember(person, other) && naive.isMember(person, one))
                                    .count()));
        }
    }

    /** Also where a segment takes in who lacks the unique key. */
    @Test
    void theFilterOfAPartHasTheMembersOfThePart() {
        LocalDate asOf = RandomFilters.BEGIN.plusDays(100);
        Segment women = segments.create(
                "Women",
                null,
                new Filter.All(List.of(
                        new AttributeCondition(Attribute.GENDER, new Check.OneOf(List.of("F"))),
                        new KeyedCondition(TakenIn.EITHER))));
        Segment buyers = segments.create("Reachable", null, new ReachableCondition(ReachableCondition.Way.EMAIL));
        Overlap overlap = overlaps.of(List.of(women.filter(), buyers.filter()), asOf);

        assertThat(overlap.regions()).hasSize(3);
        assertThat(weights.of(SegmentPart.of(List.of(women, buyers), List.of()), asOf)
                        .size())
                .isEqualTo(overlap.together(in -> in == 3).size());
        assertThat(weights.of(SegmentPart.of(List.of(women), List.of(buyers)), asOf)
                        .size())
                .isEqualTo(overlap.together(in -> in == 1).size());
        assertThat(weights.of(SegmentPart.of(List.of(buyers), List.of(women)), asOf)
                        .size())
                .isEqualTo(overlap.together(in -> in == 2).size());
        assertThat(weights.of(SegmentPart.any(List.of(women, buyers)), asOf).size())
                .isEqualTo(overlap.union().size());
    }

    @Test
    void nobodyAndEverybodyOverlapToo() {
        LocalDate asOf = RandomFilters.BEGIN.plusDays(100);
        Filter nobody = new Filter.Not(Filter.EVERYBODY);
        assertThat(overlaps.of(List.of(nobody, nobody), asOf).regions()).isEmpty();
        Overlap overlap = overlaps.of(List.of(Filter.EVERYBODY, nobody), asOf);
        assertThat(overlap.group(1).size()).isZero();
        assertThat(overlap.union())
                .extracting(Overlap.Region::size)
                .isEqualTo(overlap.group(0).size());
    }
}
