package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralValuesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a@x.it; b@y.it | a@x.it+b@y.it",
                "a@x.it,b@y.it; | a@x.it+b@y.it",
                "a@x.it ::: b@y.it ::: c@z.it | a@x.it+b@y.it+c@z.it",
                "a@x.it b@y.it | a@x.it+b@y.it",
                "Anna <a@x.it>, Bea Rossi <b@y.it> | Anna <a@x.it>+Bea Rossi <b@y.it>",
                "\"a@x.it\nb@y.it\" | a@x.it+b@y.it",
                "Rossi, Anna <a@x.it> | Rossi, Anna <a@x.it>",
                "a@x.it; no | a@x.it; no",
                "a@x.it | a@x.it"
            })
    void addressesAreSplitWhenEveryPartIsOne(String cell, String values) {
        assertThat(String.join("+", SeveralValues.of(CustomerField.EMAIL, cell)))
                .isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "02 1234567; 347 1234567 | 02 1234567+347 1234567",
                "02 1234567 ::: +39 347 1234567 | 02 1234567++39 347 1234567",
                "030/1234567 | 030/1234567",
                "+39 02 1234567;ext=12 | +39 02 1234567;ext=12",
                "02 12 34 56, 7 | 02 12 34 56, 7"
            })
    void phonesAreSplitWhenEveryPartIsLongEnough(String cell, String values) {
        assertThat(String.join("+", SeveralValues.of(CustomerField.PHONE, cell)))
                .isEqualTo(values);
    }
}
