package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NicknamesTests {
    @ParameterizedTest
    @CsvSource({
        "Giuseppe,Beppe",
        "Peppe,Pino",
        "Francesco,Checco",
        "ALESSANDRA,Sandra",
        "Antonio,Totò",
        "Elizabeth,Betty",
        "Bob,Robert",
        "Katharina,Käthe",
        "Francisco,Paco",
        "François,Fanfan",
        "Giovanni,John"
    })
    void aShortFormStandsForItsName(String one, String other) {
        assertThat(Nicknames.areForms(one, other)).isTrue();
        assertThat(Nicknames.areForms(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Mario,Maria", "Anna,Giulia", "Luca,Luca", "Xyz,Abc"})
    void otherNamesAreNoForms(String one, String other) {
        assertThat(Nicknames.areForms(one, other)).isFalse();
    }

    /** The list that lies beside the project has every rare one too: Abednego, Hephsibah. */
    @Test
    void aGoodPartOfAForeignListOfEnglishNicknamesIsKnown() {
        var rows = SharedData.rows("dedupe/nicknames/names.csv");
        long known = rows.stream()
                .filter(row -> Nicknames.areForms(row.getField("name1"), row.getField("name2")))
                .count();
        assertThat((double) known / rows.size())
                .as(known + " of " + rows.size())
                .isGreaterThan(0.2);
    }
}
