package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well who is the same is found, at the one default threshold, on data that nobody here wrote and on simulated ones. */
class QualityTests {
    private static final Path FOLDER = Path.of("../shared/data/dedupe");

    @Test
    void moreOfTheBritishPeopleAreFoundThanTheBestPublishedResult() throws IOException {
        var people = new Labelled();
        for (NamedCsvRecord row : rows("fake_1000.csv")) {
            people.add(
                    SubjectOf.person(
                            Long.parseLong(row.getField("unique_id")),
                            value(row, "first_name"),
                            value(row, "surname"),
                            date(value(row, "dob"), DateTimeFormatter.ISO_LOCAL_DATE),
                            value(row, "city"),
                            value(row, "email")),
                    row.getField("cluster"));
        }
        Labelled.Quality quality = people.quality();
        assertThat(quality.f1()).as(quality.toString()).isGreaterThan(0.9);
        assertThat(quality.precision()).as(quality.toString()).isGreaterThan(0.964);
    }

    @Test
    void nearlyAllOfTheAustralianPeopleAreFound() throws IOException {
        var people = new Labelled();
        for (NamedCsvRecord row : rows("febrl1.csv")) {
            String street = value(row, "address_1");
            String number = value(row, "street_number");
            people.add(
                    new Subject(
                            people.subjects().size(),
                            value(row, "given_name"),
                            null,
                            value(row, "surname"),
                            null,
                            date(value(row, "date_of_birth"), DateTimeFormatter.BASIC_ISO_DATE),
                            street == null || number == null ? street : number + " " + street,
                            value(row, "postcode"),
                            value(row, "suburb"),
                            value(row, "state"),
                            "AU",
                            List.of(),
                            List.of(),
                            value(row, "soc_sec_id")),
                    row.getField("rec_id").replaceFirst("-(org|dup-\\d)$", ""));
        }
        Labelled.Quality quality = people.quality();
        assertThat(quality.f1()).as(quality.toString()).isGreaterThan(0.99);
    }

    /** Twins, and children named like a parent, live at one address; a part of the copies has nothing left in common. */
    @ParameterizedTest
    @CsvSource({"3000,20,1", "6000,10,2", "12000,5,3"})
    void peopleAreToldFromTheirRelativesAndNamesakes(int records, int copiesPercent, long seed) {
        Labelled.Quality quality =
                Labelled.simulated(records, copiesPercent, seed).quality();
        assertThat(quality.precision()).as(quality.toString()).isGreaterThan(0.9);
        assertThat(quality.recall()).as(quality.toString()).isGreaterThan(0.85);
    }

    @Test
    void whereNobodyIsTwiceHardlyAnybodyIsProposed() {
        var people = Labelled.simulated(5000, 0, 4);
        long[] count = {0};
        Matching.learn(people.records(), 1).pairs(Model.DEFAULT_PROBABILITY, pair -> count[0]++);
        assertThat(count[0]).isLessThan(50);
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return reader.stream().toList();
        }
    }

    /** The header of one of the files has blanks before its names. */
    private static @Nullable String value(NamedCsvRecord row, String name) {
        String value = row.findField(name)
                .or(() -> row.findField(" " + name))
                .orElseThrow()
                .strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate date(@Nullable String text, DateTimeFormatter format) {
        try {
            return text == null ? null : LocalDate.parse(text, format);
        } catch (DateTimeException mistyped) {
            return null;
        }
    }

    @Test
    void whatOnesTaughtTellsOthersApart() {
        Knowledge learned =
                Matching.learn(Labelled.simulated(3_000, 20, 1).records(), 1).knowledge();
        List<Subject> others = Labelled.simulated(400, 0, 2).subjects();
        int found = 0;
        int mistaken = 0;
        for (Subject person : others) {
            var slipped = new Subject(
                    -1,
                    person.givenName(),
                    person.middleName(),
                    slipped(person.familyName()),
                    person.companyName(),
                    person.birthDate(),
                    null,
                    null,
                    person.town(),
                    person.province(),
                    person.country(),
                    List.of(),
                    List.of(),
                    null);
            List<Pair> like = Likeness.of(learned, slipped, others, Model.DEFAULT_PROBABILITY);
            boolean right = !like.isEmpty() && like.getFirst().second() == person.id();
            found += right ? 1 : 0;
            mistaken += like.isEmpty() || right ? 0 : 1;
        }
        assertThat(found).isGreaterThan(300);
        assertThat(mistaken).isLessThan(12);
    }

    private static @Nullable String slipped(@Nullable String name) {
        return name == null || name.length() < 5 ? name : name.substring(0, 2) + name.substring(3);
    }
}
