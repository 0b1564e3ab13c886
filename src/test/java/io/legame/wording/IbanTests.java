package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {
    /** The examples that the countries gave to SWIFT's IBAN registry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD1200012030200359100100",
                "AE070331234567890123456",
                "AL47212110090000000235698741",
                "AT611904300234573201",
                "AZ21NABZ00000000137010001944",
                "BA391290079401028494",
                "BE68539007547034",
                "BG80BNBG96611020345678",
                "BH67BMAG00001299123456",
                "BR9700360305000010009795493P1",
                "BY13NBRB3600900000002Z00AB00",
                "CH9300762011623852957",
                "CR05015202001026284066",
                "CY17002001280000001200527600",
                "CZ6508000000192000145399",
                "DE89370400440532013000",
                "DK5000400440116243",
                "DO28BAGR00000001212453611324",
                "EE382200221020145685",
                "EG380019000500000000263180002",
                "ES9121000418450200051332",
                "FI2112345600000785",
                "FO6264600001631634",
                "FR1420041010050500013M02606",
                "GB29NWBK60161331926819",
                "GE29NB0000000101904917",
                "GI75NWBK000000007099453",
                "GL8964710001000206",
                "GR1601101250000000012300695",
                "GT82TRAJ01020000001210029690",
                "HR1210010051863000160",
                "HU42117730161111101800000000",
                "IE29AIBK93115212345678",
                "IL620108000000099999999",
                "IQ98NBIQ850123456789012",
                "IS140159260076545510730339",
                "IT60X0542811101000000123456",
                "JO94CBJO0010000000000131000302",
                "KW81CBKU0000000000001234560101",
                "KZ86125KZT5004100100",
                "LB62099900000001001901229114",
                "LI21088100002324013AA",
                "LT121000011101001000",
                "LU280019400644750000",
                "LV80BANK0000435195001",
                "MC5811222000010123456789030",
                "MD24AG000225100013104168",
                "ME25505000012345678951",
                "MK07250120000058984",
                "MR1300020001010000123456753",
                "MT84MALT011000012345MTLCAST001S",
                "MU17BOMM0101101030300200000MUR",
                "NL91ABNA0417164300",
                "NO9386011117947",
                "PK36SCBL0000001123456702",
                "PL61109010140000071219812874",
                "PS92PALS000000000400123456702",
                "PT50000201231234567890154",
                "QA58DOHB00001234567890ABCDEFG",
                "RO49AAAA1B31007593840000",
                "RS35260005601001611379",
                "SA0380000000608010167519",
                "SE4550000000058398257466",
                "SI56263300012039086",
                "SK3112000000198742637541",
                "SM86U0322509800000000270100",
                "TL380080012345678910157",
                "TN5910006035183598478831",
                "TR330006100519786457841326",
                "UA213223130000026007233566001",
                "VA59001123000012345678",
                "VG96VPVG0000012345678901",
                "XK051212012345678906"
            })
    void theExamplesOfTheRegistryAreValidAndEachSlipIsSeen(String example) {
        assertThat(Iban.parse(example)).isEqualTo(new Iban(example));
        int last = example.length() - 1;
        char other = example.charAt(last) == '9' ? '8' : '9';
        assertThat(Iban.fault(example.substring(0, last) + other))
                .isIn(CodeFault.CHECK_DIGIT, CodeFault.FORMAT)
                .isNotNull();
        char check = example.charAt(3) == '9' ? '0' : (char) (example.charAt(3) + 1);
        assertThat(Iban.fault(example.substring(0, 3) + check + example.substring(4)))
                .isEqualTo(CodeFault.CHECK_DIGIT);
        assertThat(Iban.fault(example + "0")).isEqualTo(CodeFault.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it60 x054 2811 1010 0000 0123 456",
                "IT60-X-05428-11101-000000123456",
                "IBAN: IT60 X054 2811 1010 0000 0123 456",
                "  IT60X0542811101000000123456 "
            })
    void anIbanHasOneForm(String written) {
        var iban = Objects.requireNonNull(Iban.parse(written));
        assertThat(iban.value()).isEqualTo("IT60X0542811101000000123456");
        assertThat(iban.display()).isEqualTo("IT60 X054 2811 1010 0000 0123 456");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "IT60X0542811101000000123456,-",
                "IT60X0542811101000000123457,CHECK_DIGIT",
                "IT60X0542811101000000123465,CHECK_DIGIT",
                "IT60X054281110100000012345,LENGTH",
                "IT6010542811101000000123456,FORMAT",
                "IT60X0542811101000000?23456,FORMAT",
                "US60X0542811101000000123456,COUNTRY",
                "'',COUNTRY",
                "0542811101000000123456,COUNTRY"
            })
    void aRefusalHasItsReason(String written, @Nullable CodeFault fault) {
        assertThat(Iban.fault(written)).isEqualTo(fault);
    }

    @Test
    void groupsOfFourLeaveNoBlankAtTheEnd() {
        assertThat(new Iban("GB29NWBK60161331926819").display()).isEqualTo("GB29 NWBK 6016 1331 9268 19");
        assertThat(new Iban("CZ6508000000192000145399").display()).isEqualTo("CZ65 0800 0000 1920 0014 5399");
    }
}
