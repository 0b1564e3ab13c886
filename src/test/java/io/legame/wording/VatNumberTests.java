package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTests {
    static List<NamedCsvRecord> numbers() {
        return SharedData.rows("vat/eu_vat_test_numbers.csv");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsValidOrNot(NamedCsvRecord row) {
        String written = row.getField("vat_number_as_written");
        boolean valid = Boolean.parseBoolean(row.getField("expected_valid"));
        assertThat(VatNumber.parse(written, "IT") != null).isEqualTo(valid);
        assertThat(VatNumber.fault(written, "IT") == null).isEqualTo(valid);
    }

    /** A wrong check digit is told as such; what is wrong otherwise has more than one name. */
    @Test
    void aWrongCheckDigitIsTold() {
        var faults = new HashMap<String, Integer>();
        for (var row : numbers()) {
            if (row.getField("reason").equals("InvalidChecksum")) {
                var fault = VatNumber.fault(row.getField("vat_number_as_written"), "IT");
                faults.merge(String.valueOf(fault), 1, Integer::sum);
            }
        }
        assertThat(faults).containsOnlyKeys("CHECK_DIGIT").containsValue(56);
    }

    @ParameterizedTest
    @CsvSource({
        "00743110157,IT,IT00743110157",
        "it 007 4311 0157,IT,IT00743110157",
        "GR 094279805,IT,EL094279805",
        "94051189,GR,EL094051189",
        "BE 444.503.092,IT,BE0444503092",
        "NL4495445B01,IT,NL004495445B01",
        "B58378431,ES,ESB58378431",
        "U15159209,AT,ATU15159209",
        "HR33392005961,IT,HR33392005961",
        "GB 980 7806 84,IT,GB980780684",
        "XI 980 7806 84,IT,XI980780684",
        "GD123,GB,GBGD123"
    })
    void aNumberHasOneForm(String written, String country, String uniform) {
        assertThat(VatNumber.parse(written, country))
                .extracting(VatNumber::value)
                .isEqualTo(uniform);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "IT00743110157,IT,-",
                "IT00743110158,IT,CHECK_DIGIT",
                "00743110158,IT,CHECK_DIGIT",
                "0074311015,IT,LENGTH",
                "0074311015X,IT,FORMAT",
                "00687129980,IT,FORMAT",
                "CHE123456789,CH,COUNTRY",
                "'',IT,LENGTH",
                "'','',COUNTRY",
                "HR33392005962,IT,CHECK_DIGIT",
                "GB980780685,IT,CHECK_DIGIT"
            })
    void aRefusalHasItsReason(String written, String country, @Nullable CodeFault fault) {
        assertThat(VatNumber.fault(written, country)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R", "S", "T", "X", "Z"
            })
    void noCypriotNumberBeginsWithTwelve(String letter) {
        assertThat(VatNumber.fault("CY12259033" + letter, "IT")).isEqualTo(CodeFault.FORMAT);
    }
}
