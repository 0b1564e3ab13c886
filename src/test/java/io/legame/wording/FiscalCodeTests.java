package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCodeTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Pattern JSON_PAIR = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");

    private static FiscalCode code(String text) {
        return Objects.requireNonNull(FiscalCode.parse(text), text);
    }

    static Stream<NamedCsvRecord> vectors(String... groups) {
        return SharedData.rows("italy/codicefiscale_test_vectors.csv").stream()
                .filter(row -> Stream.of(groups).anyMatch(row.getField("case_group")::equals));
    }

    private static String input(NamedCsvRecord vector) {
        return vector.getField("input_json").replace("\"", "");
    }

    private static String expected(NamedCsvRecord vector) {
        return vector.getField("expected_json").replace("\"", "");
    }

    private static Map<String, String> pairs(String json) {
        var pairs = new HashMap<String, String>();
        JSON_PAIR.matcher(json).results().forEach(match -> pairs.put(match.group(1), match.group(2)));
        return pairs;
    }

    private static String pair(Map<String, String> pairs, String name) {
        return Objects.requireNonNull(pairs.get(name), name);
    }

    static Stream<NamedCsvRecord> decoded() {
        return vectors("decode_test_cases", "decode_omocodia_test_cases");
    }

    @ParameterizedTest
    @MethodSource("decoded")
    void aCodeTellsBirthDateGenderAndPlace(NamedCsvRecord vector) {
        var fiscalCode = code(input(vector));
        var person = pairs(vector.getField("expected_json"));
        assertThat(fiscalCode.birthDate(TODAY)).isEqualTo(LocalDate.parse(pair(person, "birthdate"), DAY));
        assertThat(fiscalCode.gender()).isEqualTo(person.get("gender"));
        assertThat(fiscalCode.place()).isEqualTo(knownPlace(pair(person, "birthplace")));
    }

    /** Foreign countries are not in the list of comuni, nor is Porretta Terme, which became Alto Reno Terme in 2016. */
    private static @Nullable String knownPlace(String place) {
        return Stream.of("Marocco", "Lettonia", "Porretta Terme").anyMatch(place::equals) ? null : place;
    }

    static Stream<NamedCsvRecord> omocodes() {
        return vectors("omocode_test_cases");
    }

    @ParameterizedTest
    @MethodSource("omocodes")
    void lettersForDigitsAreSeen(NamedCsvRecord vector) {
        assertThat(code(input(vector)).isOmocode()).isEqualTo(Boolean.parseBoolean(expected(vector)));
    }

    static Stream<NamedCsvRecord> validOrNot() {
        return vectors("valid_fiscal_code_test_cases");
    }

    @ParameterizedTest
    @MethodSource("validOrNot")
    void aCodeIsValidOrNot(NamedCsvRecord vector) {
        assertThat(FiscalCode.parse(input(vector)) != null).isEqualTo(Boolean.parseBoolean(expected(vector)));
    }

    static Stream<NamedCsvRecord> encoded() {
        return vectors("encode_test_cases");
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void aCodeMatchesItsPersonAndTheirPlace(NamedCsvRecord vector) {
        var person = pairs(vector.getField("input_json"));
        var birth = LocalDate.parse(pair(person, "birthdate"), DAY);
        var fiscalCode = code(expected(vector));
        assertThat(fiscalCode.matchesFamilyName(pair(person, "lastname"))).isTrue();
        assertThat(fiscalCode.matchesGivenName(pair(person, "firstname"))).isTrue();
        assertThat(fiscalCode.matchesBirthDate(birth)).isTrue();
        assertThat(fiscalCode.matchesGender(pair(person, "gender"))).isTrue();
        var town = ItalianPlaces.town(pair(person, "birthplace"));
        if (knownPlace(pair(person, "birthplace")) == null) {
            assertThat(town).isNull();
        } else {
            assertThat(town).extracting(ItalianPlaces.Town::cadastralCode).isEqualTo(fiscalCode.placeCode());
        }
    }

    static Stream<NamedCsvRecord> parts() {
        return vectors("lastname_test_cases", "firstname_test_cases", "cin_test_cases");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void namesAndCheckCharacterAreEncoded(NamedCsvRecord vector) {
        String written = input(vector);
        String part = switch (vector.getField("case_group")) {
            case "lastname_test_cases" -> FiscalCode.familyPart(written);
            case "firstname_test_cases" -> FiscalCode.givenPart(written);
            default -> String.valueOf(FiscalCode.checkCharacter(written));
        };
        assertThat(part).isEqualTo(expected(vector));
    }

    static Stream<NamedCsvRecord> places() {
        return vectors("birthplace_italy_test_cases");
    }

    @ParameterizedTest
    @MethodSource("places")
    void anItalianPlaceHasItsCadastralCode(NamedCsvRecord vector) {
        String written = input(vector).replace(", Italy", "");
        var town = ItalianPlaces.town(written);
        var found = town == null ? ItalianPlaces.townByCadastralCode(written) : town;
        assertThat(found).extracting(ItalianPlaces.Town::cadastralCode).isEqualTo(expected(vector));
    }

    /** The 17 ways of writing a date are the business of whoever reads dates: all mean 3 April 1985. */
    @ParameterizedTest
    @CsvSource({"M,85D03", "F,85D43"})
    void theDayOfBirthCarriesTheGender(String gender, String part) {
        assertThat(FiscalCode.birthPart(LocalDate.of(1985, 4, 3), gender)).isEqualTo(part);
        assertThat(vectors("birthdate_gender_test_cases").map(FiscalCodeTests::expected))
                .contains(part);
    }

    @Test
    void everyVectorIsTestedButForeignPlacesAndDateFormats() {
        assertThat(SharedData.rows("italy/codicefiscale_test_vectors.csv")).hasSize(82);
        assertThat(Stream.of(decoded(), omocodes(), validOrNot(), encoded(), parts(), places())
                                .flatMap(rows -> rows)
                                .count()
                        + vectors("birthdate_gender_test_cases").count())
                .isEqualTo(82
                        - vectors("birthdate_formats_test_cases", "birthplace_foreign_test_cases")
                                .count());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "rssmra68a01h501y,-",
                "RSS MRA 68A01 H501 Y,-",
                "RSSMRA68A01H501,LENGTH",
                "RSSMRA68A01H501YY,LENGTH",
                "'',LENGTH",
                "RSSMRA68A01H501X,CHECK_DIGIT",
                "RSSMRA68F01H501Y,FORMAT",
                "RSSMR168A01H501Y,FORMAT",
                "RSSMRA68A01X501Y,FORMAT",
                "00743110157,-",
                "80078750587,-",
                "DE136695976,FORMAT",
                "00743110158,CHECK_DIGIT",
                "0074311015A,FORMAT"
            })
    void aRefusalHasItsReason(String written, @Nullable CodeFault fault) {
        assertThat(FiscalCode.fault(written)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RSSMRA68B30H501", "RSSMRA68A32H501", "RSSMRA68A00H501", "RSSMRA68D71H501", "RSSMRA99B29H501"})
    void aDayThatIsInNoCalendarIsTold(String written) {
        assertThat(FiscalCode.fault(written + FiscalCode.checkCharacter(written)))
                .isEqualTo(CodeFault.DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "RSSMRA26S22H501,2026-11-22",
        "RSSMRA26S23H501,1926-11-23",
        "RSSMRA00B29H501,2000-02-29",
        "RSSMRA99T31H501,1999-12-31"
    })
    void theYearIsTheLatestThatIsNotInTheFuture(String written, LocalDate birth) {
        var fiscalCode = code(written + FiscalCode.checkCharacter(written));
        assertThat(fiscalCode.birthDate(TODAY)).isEqualTo(birth);
        assertThat(fiscalCode.matchesBirthDate(birth)).isTrue();
        assertThat(fiscalCode.matchesBirthDate(birth.plusDays(1))).isFalse();
    }

    @Test
    void aDisagreementIsSeen() {
        var fiscalCode = code("RSSMRA68A01H501Y");
        assertThat(fiscalCode.matchesFamilyName("Rossi")).isTrue();
        assertThat(fiscalCode.matchesFamilyName("Bianchi")).isFalse();
        assertThat(fiscalCode.matchesGivenName("Mario")).isTrue();
        assertThat(fiscalCode.matchesGivenName("Giovanni")).isFalse();
        assertThat(fiscalCode.matchesGender("F")).isFalse();
        assertThat(fiscalCode.matchesGender("X")).isTrue();
        assertThat(fiscalCode.matchesBirthDate(LocalDate.of(1968, 1, 2))).isFalse();
        assertThat(fiscalCode.matchesBirthDate(LocalDate.of(2068, 1, 1))).isTrue();
    }

    @Test
    void elevenDigitsSayNothingOfAPerson() {
        var fiscalCode = code("00743110157");
        assertThat(fiscalCode.isPersonal()).isFalse();
        assertThat(fiscalCode.birthDate(TODAY)).isNull();
        assertThat(fiscalCode.gender()).isNull();
        assertThat(fiscalCode.placeCode()).isNull();
        assertThat(fiscalCode.matchesFamilyName("Rossi")).isTrue();
    }
}
