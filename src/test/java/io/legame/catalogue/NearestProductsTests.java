package io.legame.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which product is probably meant, and which never is. */
class NearestProductsTests {
    private static final List<String> CATALOGUE = List.of(
            "GTX Basic",
            "GTX Pro",
            "GTX Plus Pro",
            "GTX Plus Basic",
            "GTK 500",
            "MG Special",
            "MG Advanced",
            "MG 500",
            "Caffè Più",
            "Acqua 1.5 l",
            "Maglia S",
            "Pro+");

    @ParameterizedTest
    @CsvSource({
        "GTXPro, GTX Pro",
        "gtx-pro, GTX Pro",
        "GTX  PLUS BASIC, GTX Plus Basic",
        "ＧＴＸ Ｐｒｏ, GTX Pro",
        "gtk500, GTK 500",
        "MG Speciall, MG Special",
        "MG Advacned, MG Advanced",
        "CAFFE' PIU', Caffè Più",
        "Caffé piu, Caffè Più"
    })
    void anotherWritingAndASlipAreFound(String written, String product) {
        assertThat(nearest(CATALOGUE, written)).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({
        "GTX Basic Pro",
        "GTX Plus",
        "GTX Prx",
        "GTX 500",
        "MG 501",
        "MG 50 0",
        "Acqua 15 l",
        "Maglia M",
        "Maglia",
        "Pro",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "-",
        "'"
    })
    void anotherProductIsNot(String written) {
        assertThat(nearest(CATALOGUE, written)).isNull();
    }

    @Test
    void whereTwoComeIntoQuestionNoneDoes() {
        assertThat(nearest(List.of("MG Rosso", "MG Rossa"), "MG Rosse")).isNull();
        assertThat(nearest(List.of("AB-1", "A B1"), "ab1")).isNull();
    }

    @Test
    void aProductIsFoundByItsNameAndCalledByItsCode() {
        var search = new NearestProducts(List.of("gtx pro", "p 1"));
        search.see(1, "P-1", "GTX Pro");
        assertThat(search.found())
                .containsEntry("gtx pro", new Catalogue.Nearest("P-1", "GTX Pro"))
                .containsEntry("p 1", new Catalogue.Nearest("P-1", "GTX Pro"));
    }

    @Test
    void aHundredThousandNamesAndProductsAreNoTrouble() {
        List<String> asked = IntStream.range(0, 100_000)
                .mapToObj(i -> "Unknown " + letters(i) + " thing")
                .toList();
        var search = new NearestProducts(asked);
        for (int i = 0; i < 100_000; i++) {
            search.see(i, "Known " + letters(i) + " thing", "Known " + letters(i) + " thing");
        }
        assertThat(search.found()).isEmpty();
        search.see(-1, "x", "x".repeat(1_000_000));
        search.see(-2, "unknown" + letters(77) + "THING", "-");
        assertThat(search.found()).containsOnlyKeys("Unknown " + letters(77) + " thing");
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) (Character.digit((char) c, 26) + 'a')))
                .reduce("", String::concat);
    }

    private static @Nullable String nearest(List<String> catalogue, String written) {
        var search = new NearestProducts(List.of(written));
        for (int i = 0; i < catalogue.size(); i++) {
            search.see(i, catalogue.get(i), catalogue.get(i));
        }
        Catalogue.Nearest found = search.found().get(written);
        return found == null ? null : found.code();
    }
}
