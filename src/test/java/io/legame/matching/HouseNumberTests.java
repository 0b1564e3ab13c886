package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseNumberTests {
    @ParameterizedTest
    @CsvSource({
        "via roma 12,via roma,12",
        "via roma 12 a,via roma,12a",
        "via roma 12a,via roma,12a",
        "via roma 12 int 3,via roma,12",
        "via 4 novembre 8,via 4 novembre,8",
        "via 4 novembre,via 4 novembre,''",
        "10 downing street,downing street,10",
        "via roma,via roma,''"
    })
    void theNumberIsFoundWhereverItStands(String text, String street, String number) {
        assertThat(HouseNumber.split(text)).isEqualTo(new HouseNumber(street, number));
    }
}
