package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BackToTests {
    @ParameterizedTest
    @CsvSource({
        "http://localhost/customers?q=rossi%20a, redirect:/customers?q=rossi%20a",
        "http://localhost/, redirect:/",
        "http://elsewhere.example/customers, redirect:/",
        "http://localhost//elsewhere.example, redirect:/",
        "http://localhost/\\elsewhere.example, redirect:/",
        "javascript:alert(1), redirect:/",
        "not an address, redirect:/",
    })
    void oneReturnsWhereOneWasAndNeverToAnotherHost(String referer, String expected) {
        var request = new MockHttpServletRequest();
        request.addHeader("Referer", referer);

        assertThat(BackTo.origin(request)).isEqualTo(expected);
    }
}
