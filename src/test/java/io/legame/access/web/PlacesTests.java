package io.legame.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {
    @ParameterizedTest
    @CsvSource({
        "IT, Europe/Rome",
        "GB, Europe/London",
        "CH, Europe/Zurich",
        "ES, Europe/Madrid",
        "PT, Europe/Lisbon",
        "US, America/New_York",
        "BR, America/Sao_Paulo",
        "AU, Australia/Sydney",
        "KZ, Asia/Almaty"
    })
    void aCountryProposesTheTimeOfMostOfItsPeople(String country, String zone) {
        assertThat(Places.timeZone(country))
                .hasValueSatisfying(found -> assertThat(found).isIn(ZoneId.of(zone), ZoneId.systemDefault()));
    }
}
