package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    /** The degrees of isemail that are legal by some standard and refused by design. */
    private static final Set<String> REFUSED_BY_DESIGN = Set.of(
            // a quoted local part; an address literal, of IPv4 or IPv6
            "RFC5321_QUOTEDSTRING",
            "RFC5321_ADDRESSLITERAL",
            "RFC5321_IPV6DEPRECATED",
            // a domain of one label, or whose last is a number
            "RFC5321_TLD",
            "RFC5321_TLDNUMERIC",
            // comments and folding white space
            "CFWS_COMMENT",
            "CFWS_FWS",
            // forms that RFC 5322 calls obsolete
            "DEPREC_LOCALPART",
            "DEPREC_FWS",
            "DEPREC_QTEXT",
            "DEPREC_QP",
            "DEPREC_COMMENT",
            "DEPREC_CTEXT",
            "DEPREC_CFWS_NEAR_AT",
            // legal in a header, not in SMTP: too long, wrong characters, broken literals
            "RFC5322_DOMAIN",
            "RFC5322_TOOLONG",
            "RFC5322_LOCAL_TOOLONG",
            "RFC5322_DOMAIN_TOOLONG",
            "RFC5322_LABEL_TOOLONG",
            "RFC5322_DOMAINLITERAL",
            "RFC5322_DOMLIT_OBSDTEXT",
            "RFC5322_IPV6_GRPCOUNT",
            "RFC5322_IPV6_2X2XCOLON",
            "RFC5322_IPV6_BADCHAR",
            "RFC5322_IPV6_MAXGRPS",
            "RFC5322_IPV6_COLONSTRT",
            "RFC5322_IPV6_COLONEND");

    /** Valid for isemail, which found a mail server of the top-level domain in 2011. */
    private static final String ONE_LABEL = "test@io";

    static List<NamedCsvRecord> isemail() {
        return Stream.of("isemail_tests.csv", "isemail_tests-original.csv")
                .flatMap(file -> SharedData.rows("email_addresses/" + file).stream())
                .toList();
    }

    /** Control characters are written there as the symbols that stand for them. */
    private static String address(NamedCsvRecord row) {
        return row.getField("address_with_symbols")
                .chars()
                .map(one -> one >= 0x2400 && one < 0x2420 ? one - 0x2400 : one == 0x2421 ? 0x7f : one)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isError(NamedCsvRecord row) {
        return row.getField("category").equals("ISEMAIL_ERR");
    }

    /** DNSWARN depends on the name servers of 2011: it is valid here. */
    private static boolean isPlainMailbox(NamedCsvRecord row) {
        return Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN").contains(row.getField("category"))
                && !address(row).equals(ONE_LABEL);
    }

    @ParameterizedTest
    @MethodSource("isemail")
    void whatIsemailCallsAnErrorIsRefusedAndAPlainMailboxIsNot(NamedCsvRecord row) {
        assertThat(EmailAddress.isMailbox(address(row))).isEqualTo(isPlainMailbox(row));
    }

    @Test
    void whatIsLegalAndRefusedIsListed() {
        var refused = isemail().stream()
                .filter(row -> !isError(row) && !EmailAddress.isMailbox(address(row)))
                .filter(row -> !address(row).equals(ONE_LABEL))
                .map(row -> row.getField("diagnosis").replace("ISEMAIL_", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(refused).isEqualTo(new TreeSet<>(REFUSED_BY_DESIGN));
    }

    /** Blanks and line ends around a value are cut before it is judged, whatever the field. */
    @Test
    void uniformOnlyForgivesBlanksAtTheEnds() {
        var forgiven = isemail().stream()
                .map(EmailAddressTests::address)
                .filter(address -> EmailAddress.uniform(address) != null && !EmailAddress.isMailbox(address))
                .toList();
        assertThat(forgiven).hasSize(25).allSatisfy(address -> {
            assertThat(address).isNotEqualTo(address.strip());
            assertThat(EmailAddress.isMailbox(address.strip())).isTrue();
        });
    }

    static List<String> jmailInvalid() throws IOException {
        return Files.readAllLines(SharedData.file("email_addresses/jmail_invalid_addresses.csv")).stream()
                .skip(1)
                .map(line -> line.split(" ;", -1)[0])
                .toList();
    }

    @ParameterizedTest
    @MethodSource("jmailInvalid")
    void whatJmailCallsInvalidIsRefused(String address) {
        assertThat(EmailAddress.uniform(address)).isNull();
    }

    static List<String[]> jmailValid() throws IOException {
        return Files.readAllLines(SharedData.file("email_addresses/jmail_valid_addresses.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("jmailValid")
    void whatJmailCallsValidIsAcceptedButForWhatIsRefusedByDesign(
            String address, String local, String domain, String description) {
        boolean quotedOrComment = Stream.of("\"", "\\", "(").anyMatch((local + domain)::contains);
        boolean literalOrOneLabel = domain.startsWith("[") || !domain.contains(".");
        String expected =
                quotedOrComment || literalOrOneLabel ? null : local.toLowerCase(Locale.ROOT) + "@" + ascii(domain);
        assertThat(EmailAddress.uniform(address)).as(description).isEqualTo(expected);
    }

    private static String ascii(String domain) {
        return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    @Test
    void nothingIsLeftOut() throws IOException {
        assertThat(isemail()).hasSize(164 + 279);
        assertThat(jmailInvalid()).hasSize(157);
        assertThat(jmailValid()).hasSize(128);
    }

    @ParameterizedTest
    @CsvSource({
        "Jon24@Adventure-Works.COM,jon24@adventure-works.com",
        "  anna@esempio.it ,anna@esempio.it",
        "mailto:anna@esempio.it,anna@esempio.it",
        "<anna@esempio.it>,anna@esempio.it",
        "Anna Rossi <anna.rossi@esempio.it>,anna.rossi@esempio.it",
        "info@caffè.it,info@xn--caff-8oa.it",
        "info@straße.de,info@xn--strae-oqa.de",
        "anna@esempio.it\u200b,anna@esempio.it",
        "\ufeffanna@esempio.it,anna@esempio.it",
        "nicolo\u0300@esempio.it,nicolò@esempio.it"
    })
    void anAddressHasOneForm(String written, String uniform) {
        assertThat(EmailAddress.uniform(written)).isEqualTo(uniform);
        assertThat(EmailAddress.uniform(Objects.requireNonNull(EmailAddress.uniform(written))))
                .isEqualTo(uniform);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@",
                "anna esempio.it",
                "anna@localhost",
                "anna@esempio.it; bruno@esempio.it",
                "anna@esempio.it, bruno@esempio.it",
                "an\u200bna@esempio.it",
                "anna@esem pio.it",
                "anna@esempio_uno.it",
                "anna@192.168.1.1",
                "\"anna\"@esempio.it"
            })
    void whatNoMailCouldReachIsRefused(String written) {
        assertThat(EmailAddress.uniform(written)).isNull();
    }
}
