package io.legame.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The people and the calendar of the shop, without a database. */
class PopulationTests {
    private final List<Person> people = Population.everybody();

    private double share(Predicate<Person> test) {
        return (double) people.stream().filter(test).count() / people.size();
    }

    @Test
    void thePeopleAreAlwaysTheSame() {
        assertThat(Population.everybody()).isEqualTo(people);
    }

    @Test
    void anAddressBelongsToOnePersonAndToNobodyInTheWorld() {
        var addresses =
                people.stream().map(Person::email).filter(Objects::nonNull).toList();
        assertThat(addresses).doesNotHaveDuplicates().allMatch(address -> address.endsWith(".example"));
        assertThat(people).extracting(Person::number).doesNotHaveDuplicates();
    }

    @Test
    void theyAreAMixtureAsAShopHasIt() {
        assertThat(people).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(share(Person::woman)).isBetween(0.55, 0.7);
        assertThat(share(person -> person.email() == null)).isBetween(0.06, 0.16);
        assertThat(share(person -> person.company() != null)).isBetween(0.02, 0.04);
        assertThat(share(person -> !person.language().equals("it"))).isBetween(0.03, 0.09);
        assertThat(share(person -> person.town().outlet() == Outlet.MI)).isBetween(0.22, 0.3);
        assertThat(share(person -> person.birthDate().isAfter(LocalDate.of(1985, 1, 1))))
                .isBetween(0.3, 0.5);
        assertThat(people).extracting(Person::family).contains("De Luca", "D'Angelo", "Dell'Orto", "Colombo", "Hu");
        assertThat(people).filteredOn(Person::twin).hasSizeBetween(40, 140);
    }

    @Test
    void theCalendarKnowsItsFeasts() {
        assertThat(Season.easter(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(Season.easter(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
        assertThat(new Season(LocalDate.of(2025, 4, 20)).shops()).isZero();
        assertThat(new Season(LocalDate.of(2025, 4, 20)).online()).isPositive();
        assertThat(new Season(LocalDate.of(2024, 11, 29)).blackFriday()).isTrue();
        assertThat(new Season(LocalDate.of(2024, 11, 28)).blackFriday()).isFalse();
        assertThat(new Season(LocalDate.of(2024, 12, 20)).shops())
                .isGreaterThan(new Season(LocalDate.of(2024, 8, 16)).shops());
    }
}
