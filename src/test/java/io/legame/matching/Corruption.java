package io.legame.matching;

import io.legame.matching.SimulatedPeople.Home;
import io.legame.matching.SimulatedPeople.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How people are written down: something is missing always; in a copy something is wrong or was true at another time. */
final class Corruption {
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("Giuseppe", "Pino"),
            Map.entry("Francesco", "Franco"),
            Map.entry("Giovanni", "Gianni"),
            Map.entry("Alessandro", "Sandro"),
            Map.entry("Antonio", "Tonino"),
            Map.entry("Luigi", "Gigi"),
            Map.entry("Domenico", "Mimmo"),
            Map.entry("Salvatore", "Totò"),
            Map.entry("Vincenzo", "Enzo"),
            Map.entry("Roberto", "Roby"),
            Map.entry("Giuseppina", "Pina"),
            Map.entry("Giovanna", "Gianna"),
            Map.entry("Francesca", "Franca"),
            Map.entry("Elisabetta", "Betta"),
            Map.entry("Teresa", "Tere"),
            Map.entry("Federico", "Fede"));

    private final SimulatedPeople people;
    private final Random random;

    Corruption(SimulatedPeople people, Random random) {
        this.people = people;
        this.random = random;
    }

    /** A record as complete as shops have it. */
    Subject record(long id, Person person) {
        Home home = person.home();
        boolean address = people.chance(70);
        return new Subject(
                id,
                missing(person.given(), 3),
                null,
                missing(person.family(), 2),
                null,
                people.chance(35) ? null : person.birthDate(),
                address ? home.street() : null,
                address ? home.postcode() : null,
                missing(home.town(), 15),
                address ? home.province() : null,
                "IT",
                list(missing(person.email(), 25)),
                phones(person),
                missing(person.taxCode(), 75));
    }

    private List<String> phones(Person person) {
        var phones = new ArrayList<String>();
        if (people.chance(65)) {
            phones.add(person.mobile());
        }
        if (people.chance(25)) {
            phones.add(person.home().landline());
        }
        return phones;
    }

    /** A further record, with more that differs the longer ago the first one was written. */
    Subject copy(long id, Person person) {
        Home home = people.chance(18) ? people.home() : person.home();
        String email =
                people.chance(30) ? people.email(person.given(), person.family(), person.birthDate()) : person.email();
        Subject plain = record(
                id,
                new Person(
                        person.gender(),
                        given(person.given()),
                        family(person),
                        date(person.birthDate()),
                        street(home),
                        people.chance(20) ? people.mobile() : slip(person.mobile(), 2),
                        email == null ? null : slip(email, 4),
                        slip(person.taxCode(), 2)));
        return people.chance(2) ? exchanged(plain) : plain;
    }

    private static Subject exchanged(Subject of) {
        return new Subject(
                of.id(),
                of.familyName(),
                null,
                of.givenName(),
                null,
                of.birthDate(),
                of.street(),
                of.postcode(),
                of.town(),
                of.province(),
                of.country(),
                of.emails(),
                of.phones(),
                of.taxCode());
    }

    private String given(String given) {
        if (people.chance(2)) {
            return given.charAt(0) + ".";
        }
        if (people.chance(8)) {
            return NICKNAMES.getOrDefault(given, given);
        }
        return given.indexOf(' ') > 0 && people.chance(50) ? given.substring(0, given.indexOf(' ')) : slip(given, 6);
    }

    private String family(Person person) {
        return person.gender().equals("F") && people.chance(2) ? "Mancuso" : slip(person.family(), 6);
    }

    private LocalDate date(LocalDate date) {
        if (people.chance(2) && date.getDayOfMonth() <= 12) {
            return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
        }
        if (people.chance(3)) {
            String text = date.toString();
            int at = 2 + random.nextInt(text.length() - 2);
            if (text.charAt(at) != '-') {
                try {
                    return LocalDate.parse(text.substring(0, at) + random.nextInt(10) + text.substring(at + 1));
                } catch (DateTimeException impossible) {
                    return date;
                }
            }
        }
        return date;
    }

    private Home street(Home home) {
        String street = people.chance(10)
                ? home.street().replaceFirst(" \\d+$", "")
                : people.chance(10) ? home.street().replaceFirst("^\\w+ ", "") : slip(home.street(), 8);
        return new Home(street, home.postcode(), slip(home.town(), 2), home.province(), home.landline());
    }

    private @Nullable String missing(@Nullable String value, int percent) {
        return people.chance(percent) ? null : value;
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** A letter left out, doubled, wrong or exchanged with the next one. */
    String slip(String text, int percent) {
        if (!people.chance(percent) || text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        char one = text.charAt(at);
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + one + one + after;
            case 2 ->
                before
                        + (Character.isDigit(one)
                                ? (char) ('0' + random.nextInt(10))
                                : (char) ('a' + random.nextInt(26)))
                        + after;
            default -> before + after.charAt(0) + one + after.substring(1);
        };
    }
}
