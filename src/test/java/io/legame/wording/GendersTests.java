package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GendersTests {
    @ParameterizedTest
    @CsvSource({
        "Italian,Femmina,Maschio",
        "Italian,donna,UOMO",
        "English,female,Male",
        "German,weiblich,männlich",
        "German,Frau,Herr",
        "French,Féminin,masculin",
        "French,femme,homme",
        "Spanish,mujer,hombre",
        "Spanish,Femenino,Varón",
        "Portuguese,feminino,masculino",
        "Portuguese,mulher,homem",
        "Finnish,nainen,mies",
        "Polish,kobieta,mężczyzna",
        "Polish,żeńska,męski",
        "Slovak,žena,muž",
        "Slovak,ženské,mužské",
        "Russian,женский,мужской",
        "Russian,Ж,М",
        "Chinese,女,男",
        "Chinese,女性,男性",
        "Dutch,vrouw,man",
        "Swedish,kvinna,man",
        "Danish,kvinde,mand",
        "Romanian,femeie,bărbat",
        "Hungarian,hölgy,férfi",
        "Croatian,žensko,muško",
        "Greek,Γυναίκα,Άνδρας",
        "Turkish,kadın,erkek",
        "letters,f,m",
        "letters,W,H"
    })
    void aWordOfAnyLanguageIsRead(String language, String female, String male) {
        assertThat(List.of(String.valueOf(Genders.code(female)), String.valueOf(Genders.code(male))))
                .as(language)
                .containsExactly("F", "M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "other", "Altro", "divers", "autre", "otro", "Non-binary"})
    void aThirdWordIsRead(String written) {
        assertThat(Genders.code(written)).isEqualTo("X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "unknown", "", "?", "1", "2", "d", "v", "n", "u", "e", "no", "-"})
    void whatSaysNothingOrTwoThingsIsLeft(String written) {
        assertThat(Genders.code(written)).isNull();
    }
}
