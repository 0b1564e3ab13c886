package io.legame.matching;

import io.legame.wording.FiscalCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People of an invented Italy from a seed: households with their couples, children, twins and sons named like their
 * fathers; some of the people are there twice or three times, as shops' systems have them.
 */
public final class SimulatedPeople {
    /** Takes a record and the person whom it is of. */
    @FunctionalInterface
    public interface Sink {
        void accept(Subject subject, long person);
    }

    private static final String[] SYLLABLES = {
        "bra", "co", "del", "fi", "gra", "lo", "mer", "no", "pir", "sa", "tre", "val", "zu", "ri", "che", "ba", "do",
        "fer", "gua", "lan", "mo", "ner", "pa", "quar", "ros", "sti", "ta", "ven", "za", "bel"
    };
    private static final String[] ENDINGS = {"ni", "li", "ti", "ri", "sso", "tto", "chi", "no", "di", "lo", "ra", "ta"};
    private static final String[] PROVIDERS = {
        "gmail.com",
        "gmail.com",
        "gmail.com",
        "libero.it",
        "libero.it",
        "hotmail.it",
        "yahoo.it",
        "alice.it",
        "outlook.it"
    };
    private static final int TWINS_PERCENT = 2;
    private static final int NAMESAKES_PERCENT = 2;

    private final Random random;
    private final List<String[]> women = new ArrayList<>();
    private final List<String[]> men = new ArrayList<>();
    private final List<String[]> families = rows("/io/legame/sample/family_names.csv", ";");
    private final List<String[]> towns = rows("/wording/comuni.csv", ",");
    private final Corruption corruption;
    private final Set<String> taken = new HashSet<>();

    /** What a person is, before anything is written down. */
    record Person(
            String gender,
            String given,
            String family,
            LocalDate birthDate,
            Home home,
            String mobile,
            @Nullable String email,
            String taxCode) {}

    /** Where a household lives. */
    record Home(String street, String postcode, String town, String province, String landline) {}

    public SimulatedPeople(long seed) {
        random = new Random(seed);
        corruption = new Corruption(this, random);
        for (String[] row : rows("/io/legame/sample/given_names.csv", ";")) {
            (row[1].equals("F") ? women : men).add(row);
        }
    }

    private static List<String[]> rows(String resource, String separator) {
        var stream = Objects.requireNonNull(Subject.class.getResourceAsStream(resource));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
                    .map(line -> line.split(separator, -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param copiesPercent how many of a hundred records are a further one of a person */
    public void generate(int records, int copiesPercent, Sink sink) {
        long id = 0;
        long persons = 0;
        Person previous = null;
        while (id < records) {
            Person person = previous != null && chance(25) ? relative(previous) : stranger();
            previous = person;
            persons++;
            sink.accept(corruption.record(++id, person), persons);
            while (id < records && chance(copiesPercent)) {
                sink.accept(corruption.copy(++id, person), persons);
            }
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Person stranger() {
        String gender = chance(50) ? "F" : "M";
        LocalDate born = LocalDate.of(1938 + random.nextInt(68), 1, 1).plusDays(random.nextInt(365));
        return person(gender, given(gender), family(), born, home());
    }

    /** Husband or wife, child, twin, or a child of the same name. */
    private Person relative(Person of) {
        if (chance(TWINS_PERCENT)) {
            return person(of.gender(), twin(of), of.family(), of.birthDate(), of.home());
        }
        LocalDate born =
                of.birthDate().plusDays(chance(40) ? random.nextInt(4000) - 2000 : 8000 + random.nextInt(6000));
        String gender = chance(50) ? "F" : "M";
        if (chance(NAMESAKES_PERCENT)) {
            return person(
                    of.gender(),
                    of.given(),
                    of.family(),
                    of.birthDate().plusDays(8000 + random.nextInt(6000)),
                    of.home());
        }
        return person(gender, given(gender), of.family(), born, of.home());
    }

    private String twin(Person of) {
        String given = given(of.gender());
        return given.equals(of.given()) ? twin(of) : given;
    }

    private Person person(String gender, String given, String family, LocalDate born, Home home) {
        return new Person(
                gender,
                given,
                family,
                born,
                home,
                mobile(),
                email(given, family, born),
                taxCode(gender, given, family, born));
    }

    private String given(String gender) {
        List<String[]> names = gender.equals("F") ? women : men;
        String given = weighted(names, 4);
        return chance(6) ? given + " " + weighted(names, 3) : given;
    }

    private String weighted(List<String[]> names, int column) {
        while (true) {
            String[] row = names.get(random.nextInt(names.size()));
            if (random.nextInt(60) < Integer.parseInt(row[column]) + 1) {
                return row[0];
            }
        }
    }

    /** Half of the people have a common name, the others one of some hundred thousand. */
    private String family() {
        if (chance(50)) {
            return weighted(families, 1);
        }
        var name = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.append(ENDINGS[random.nextInt(ENDINGS.length)]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    Home home() {
        // the square makes some towns much bigger than others
        int town = (int) ((double) towns.size() * random.nextDouble() * random.nextDouble() * random.nextDouble());
        String[] row = towns.get(town);
        String street = (chance(70) ? "Via " : chance(50) ? "Viale " : "Piazza ")
                + (chance(70) ? families.get(random.nextInt(families.size()))[0] : towns.get(random.nextInt(300))[0]);
        return new Home(
                street + " " + (1 + random.nextInt(120)),
                "%05d".formatted(10_000 + town * 11 % 88_000 + (town < 200 ? random.nextInt(10) : 0)),
                row[0],
                row[1],
                "+390" + (10_000_000 + random.nextInt(80_000_000)));
    }

    String mobile() {
        return "+393" + (20 + random.nextInt(79)) + (1_000_000 + random.nextInt(9_000_000));
    }

    @Nullable
    String email(String given, String family, LocalDate born) {
        String first = plain(given);
        String last = plain(family);
        String mailbox = switch (random.nextInt(6)) {
            case 0 -> first + "." + last;
            case 1 -> first.charAt(0) + "." + last + random.nextInt(100);
            case 2 -> first + "." + last + born.getYear() % 100;
            case 3 -> last + first + random.nextInt(10);
            case 4 -> first + random.nextInt(1000);
            default -> first + last;
        };
        String address = mailbox + "@" + PROVIDERS[random.nextInt(PROVIDERS.length)];
        // nobody gets an address that somebody else has
        while (!taken.add(address)) {
            address = mailbox + random.nextInt(10_000) + "@" + PROVIDERS[random.nextInt(PROVIDERS.length)];
        }
        return address;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private String taxCode(String gender, String given, String family, LocalDate born) {
        String code = FiscalCode.familyPart(family)
                + FiscalCode.givenPart(given)
                + FiscalCode.birthPart(born, gender)
                + towns.get(random.nextInt(towns.size()))[2];
        return code + FiscalCode.checkCharacter(code);
    }
}
