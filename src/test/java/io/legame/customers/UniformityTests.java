package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniformityTests {
    private final Uniformity rules = new Uniformity("IT", LocalDate.of(2026, 6, 1), Set.of());

    private String uniform(CustomerField field, String written) {
        return String.valueOf(
                rules.apply(CustomerDraft.of(field, written)).draft().text(field));
    }

    @ParameterizedTest
    @CsvSource({
        "JON,Jon",
        "  maria   teresa ,Maria Teresa",
        "D'ANGELO,D'Angelo",
        "DE LUCA,De Luca",
        "MCDONALD,McDonald",
        "o’brien,O’Brien",
        "ANNE-MARIE,Anne-Marie",
        "J.,J.",
        "van der Berg,van der Berg",
        "DeVito,DeVito",
        "NICOLÒ,Nicolò"
    })
    void aNameInOneCaseIsCapitalisedAndOneInMixedCaseIsLeft(String written, String stored) {
        assertThat(uniform(CustomerField.FAMILY_NAME, written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "REGGIO NELL'EMILIA,Reggio nell'Emilia",
        "SAN DONATO DI PIAVE,San Donato di Piave",
        "la spezia,La Spezia",
        "L'AQUILA,L'Aquila",
        "FORLÌ,Forlì"
    })
    void aTownKeepsItsSmallWordsSmall(String written, String stored) {
        assertThat(uniform(CustomerField.TOWN, written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "Jon24@Adventure-Works.COM,jon24@adventure-works.com",
        "mailto:anna@esempio.it,anna@esempio.it",
        "Anna Rossi <anna.rossi@esempio.it>,anna.rossi@esempio.it",
        "info@caffè.it,info@xn--caff-8oa.it"
    })
    void anEmailAddressHasOneForm(String written, String stored) {
        assertThat(uniform(CustomerField.EMAIL, written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"anna@", "@esempio.it", "anna esempio.it", "anna@localhost", "a..b@esempio.it", "anna@-x.it", "a@b@"})
    void anImpossibleEmailAddressIsAFault(String written) {
        var uniform = rules.apply(CustomerDraft.of(CustomerField.EMAIL, written));
        assertThat(uniform.leftOut(CustomerField.EMAIL))
                .isEqualTo(new ValueFlag(ValueFlag.Kind.IMPOSSIBLE, written, null));
        assertThat(uniform.draft().texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "347 123 4567,+393471234567",
        "0039 06 6982,+39066982",
        "+44 20 7946 0958,+442079460958",
        "(02) 8646-1234,+390286461234"
    })
    void aPhoneNumberIsInternational(String written, String stored) {
        assertThat(uniform(CustomerField.PHONE, written)).isEqualTo(stored);
    }

    @Test
    void aNumberThatCannotBeDialledIsAFault() {
        assertThat(rules.apply(CustomerDraft.of(CustomerField.PHONE, "12")).leftOut(CustomerField.PHONE))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GENDER,female,F",
        "GENDER,Uomo,M",
        "GENDER,NA,null",
        "COUNTRY,Italia,IT",
        "COUNTRY,United Kingdom,GB",
        "COUNTRY,deutschland,DE",
        "MARITAL_STATUS,M,married",
        "MARITAL_STATUS,nubile,single",
        "PROVINCE,na,NA",
        "LANGUAGE,Italian,it",
        "LANGUAGE,it-IT,it",
        "TITLE,MR.,Mr.",
        "TITLE,sig.ra,Sig.ra",
        "TOWN,n/a,null",
        "OCCUPATION,  Skilled   Manual ,Skilled Manual"
    })
    void everyOtherValueHasItsRule(CustomerField field, String written, String stored) {
        assertThat(uniform(field, written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MR. JON YANG|Mr.|Jon|Yang",
                "Anna De Luca|-|Anna|De Luca",
                "Rossi, Maria|-|Maria|Rossi",
                "Dott.ssa MARIA TERESA BIANCHI|Dott.ssa|Maria Teresa|Bianchi",
                "Jan van der Berg|-|Jan|van der Berg",
                "Madonna|-|Madonna|-"
            })
    void aFullNameIsReadInItsParts(String written, String title, String given, String family) {
        var texts = rules.apply(CustomerDraft.of(CustomerField.FULL_NAME, written))
                .draft()
                .texts();
        assertThat(texts.get(CustomerField.TITLE)).isEqualTo(title);
        assertThat(texts.get(CustomerField.GIVEN_NAME)).isEqualTo(given);
        assertThat(texts.get(CustomerField.FAMILY_NAME)).isEqualTo(family);
    }

    @Test
    void scriptsAndFormulasAreTextLikeAnyOther() {
        var texts = rules.apply(CustomerDraft.of(Map.of(
                        CustomerField.GIVEN_NAME, "<script>alert(1)</script>",
                        CustomerField.COMPANY_NAME, "=cmd()")))
                .draft()
                .texts();
        assertThat(texts).containsEntry(CustomerField.COMPANY_NAME, "=cmd()");
        assertThat(texts.get(CustomerField.GIVEN_NAME)).containsIgnoringCase("<script>");
    }
}
