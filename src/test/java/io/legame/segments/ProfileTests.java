package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Warehouse;
import io.legame.segments.Shop.Line;
import io.legame.segments.Shop.Person;
import io.legame.testing.LegameTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What a group is like is what one finds by counting its members by hand, and every part is counted once. */
@LegameTest
@Import(OpenShop.class)
@TestPropertySource(properties = "legame.test=a shop that nobody changes")
class ProfileTests {

    @Autowired
    private Profiles profiles;

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

    private static @Nullable String region(Person person) {
        return person.place().region();
    }

    @Test
    void anyFilterIsMadeUpAsCountingByHandFinds() {
        var random = new Random(23);
        var filters = new RandomFilters(random, shop.fields()).withSegments();
        ComputedFigures computed = ComputedFigures.of(warehouse);
        for (int i = 0; i < 300; i++) {
            Filter filter = filters.filter(3);
            LocalDate asOf = RandomFilters.BEGIN.plusDays(random.nextInt(RandomFilters.DAYS + 60));
            var naive = new NaiveAnswers(shop, computed, asOf);
            List<Person> members = shop.people().stream()
                    .filter(person -> naive.isMember(person, filter))
                    .toList();

            Profile profile = profiles.of(filter, asOf);
            Weight weight = weights.of(filter, asOf);

            assertThat(profile.size()).as("%s on %s", filter, asOf).isEqualTo(weight.size());
            assertThat(profile.customers()).isEqualTo(shop.people().size());
            for (Mix mix : profile.mixes()) {
                assertThat(mix.group())
                        .as("%s of %s on %s", mix.trait(), filter, asOf)
                        .isEqualByComparingTo(
                                mix.trait().isOfRevenue() ? weight.revenue() : BigDecimal.valueOf(weight.size()));
                var group = expected(mix.trait(), members, computed, asOf);
                var all = expected(mix.trait(), shop.people(), computed, asOf);
                for (Mix.Part part : mix.parts()) {
                    if (!part.others()) {
                        String value = Objects.requireNonNullElse(part.value(), "");
                        assertThat(part.group())
                                .as("%s %s of %s on %s", mix.trait(), value, filter, asOf)
                                .isEqualByComparingTo(group.getOrDefault(value, BigDecimal.ZERO));
                        assertThat(part.all())
                                .as("%s %s on %s", mix.trait(), value, asOf)
                                .isEqualByComparingTo(all.getOrDefault(value, BigDecimal.ZERO));
                    }
                }
                assertThat(mix.parts().size()).isGreaterThanOrEqualTo(Math.min(all.size(), 11));
            }
            assertThat(profile.mix(Trait.REGION).parts()).hasSize(12).anyMatch(Mix.Part::others);
        }
    }

    /** By the value, the empty text for what is not known. */
    private Map<String, BigDecimal> expected(
            Trait trait, List<Person> people, ComputedFigures computed, LocalDate asOf) {
        Function<Person, @Nullable String> value = switch (trait) {
            case TIER -> person -> computed.tier(person.id(), null, asOf);
            case STAGE ->
                person -> computed.spans(person.id()).stream()
                        .filter(span -> !span.from().isAfter(asOf) && asOf.isBefore(span.until()))
                        .map(ComputedFigures.Span::stage)
                        .findFirst()
                        .orElse(null);
            case AGE -> person -> band(person.birthDate(), asOf);
            case GENDER -> Person::gender;
            case REGION -> ProfileTests::region;
            case CHANNEL, CATEGORY -> person -> null;
        };
        var expected = new HashMap<String, BigDecimal>();
        for (Person person : people) {
            if (trait.isOfRevenue()) {
                shop.lines().stream()
                        .filter(line -> Objects.equals(line.customer(), person.id())
                                && !line.day().isAfter(asOf))
                        .forEach(line -> expected.merge(bought(trait, line), line.amount(), BigDecimal::add));
            } else {
                expected.merge(Objects.requireNonNullElse(value.apply(person), ""), BigDecimal.ONE, BigDecimal::add);
            }
        }
        return expected;
    }

    private String bought(Trait trait, Line line) {
        return trait == Trait.CHANNEL
                ? line.touchpoint().channel().code()
                : shop.categories().getOrDefault(line.product(), "");
    }

    private static @Nullable String band(@Nullable LocalDate birth, LocalDate asOf) {
        if (birth == null || birth.isAfter(asOf)) {
            return null;
        }
        int age = Ages.of(birth, asOf);
        return age < 18
                ? "0-17"
                : age < 25
                        ? "18-24"
                        : age < 35 ? "25-34" : age < 45 ? "35-44" : age < 55 ? "45-54" : age < 65 ? "55-64" : "65-";
    }

    @Test
    void aGroupOfWomenHasWomenOnlyAndNobodyIsLikeNobody() {
        var day = RandomFilters.BEGIN.plusDays(90);
        Filter women = new Filter.All(List.of(
                new AttributeCondition(Attribute.GENDER, new Check.OneOf(List.of("F"))),
                new KeyedCondition(TakenIn.EITHER)));

        Mix gender = profiles.of(women, day).mix(Trait.GENDER);
        Mix.Part female = gender.parts().getFirst();
        assertThat(female.value()).isEqualTo("F");
        assertThat(gender.share(female)).isEqualTo(1);
        assertThat(gender.isMore(female)).isTrue();
        assertThat(gender.parts().subList(1, gender.parts().size())).allMatch(gender::isLess);

        Profile nobody = profiles.of(new Filter.Not(Filter.EVERYBODY), day);
        assertThat(nobody.size()).isZero();
        assertThat(nobody.average()).isNull();
        assertThat(nobody.mixes())
                .allSatisfy(
                        mix -> assertThat(mix.parts()).noneMatch(mix::isMore).noneMatch(mix::isLess));

        Profile everybody = profiles.of(new KeyedCondition(TakenIn.EITHER), day);
        assertThat(everybody.average()).isEqualByComparingTo(everybody.averageOfAll());
        assertThat(everybody.mixes())
                .allSatisfy(
                        mix -> assertThat(mix.parts()).noneMatch(mix::isMore).noneMatch(mix::isLess));
    }
}
