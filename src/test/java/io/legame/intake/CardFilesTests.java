package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** vCards of every version, as telephones, mail programs and address books write them. */
@LegameTest
class CardFilesTests {
    private static final Path CARDS = TestImports.DATA.resolve("contact_exports/vcard");

    @Autowired
    private TestImports files;

    @Autowired
    private Rejections rejections;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void everyRealFileIsReadAsItIs() throws IOException {
        var found = new ArrayList<String>();
        try (var list = Files.list(CARDS)) {
            for (Path file : list.sorted().toList()) {
                found.add(file.getFileName().toString());
                for (Table.Line line : sample(Files.newInputStream(file)).rows()) {
                    found.add("  " + summary(line));
                }
            }
        }
        assertThat(String.join("\n", found)).isEqualTo("""
                ezvcard_John_Doe_ANDROID.vcf
                  1: john.doe@company.com
                  6: jane.doe@company.com
                  11: Ñ Ñ Ñ Ñ | 123456789
                  18: Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ | 123456 | 3456789 | 234567 | 45678901
                  36: Ñ Ñ Ñ | Ñ Ñ | ÑÑÑÑÑÑÑÑÑÑÑÑ | bob@company.com | 123456 | www.company.com
                  71: ÑÑÑÑ | ÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑ | henry@company.com | 55556666
                ezvcard_John_Doe_BLACK_BERRY.vcf
                  1: john | Doe | Acme Solutions | +96123456789
                ezvcard_John_Doe_EVOLUTION.vcf
                  1: 477343c8e6bf375a9bac1f96a5000837 | Mr. | John | Richter, James | Doe | IBM | Money Counter | john.doe@ibm.com | 905-666-1234 | 905-555-1234 | 15 Crescent moon drive, ASB-123 | 12345 | Albaney | New York | United States of America | 1980-03-22 | http://www.ibm.com
                ezvcard_John_Doe_GMAIL.vcf
                  1: Mr. | John | Richter, James | Doe | IBM | Money Counter | john.doe@ibm.com | 905-555-1234 | 905-666-1234 | Crescent moon drive, 555-asd, Nice Area, Albaney, New York 12345, United States of America | 1980-03-22 | http://www.ibm.com
                ezvcard_John_Doe_IPHONE.vcf
                  1: Mr. | John | Richter James | Doe | IBM | Money Counter | john.doe@ibm.com | 905-555-1234 | 905-666-1234 | 905-777-1234 | Silicon Alley 5 | 12345 | New York | New York | United States of America | 2012-06-06 | http://www.ibm.com
                ezvcard_John_Doe_LOTUS_NOTES.vcf
                  1: 0e7602cc-443e-4b82-b4b1-90f62f99a199 | Mr. | John | Johny | Doe | IBM | Generic Accountant | john.doe@ibm.com | billy_bob@gmail.com | +1 (212) 204-34456 | 25334, South cresent drive, Building 5, 3rd floo r | NYC887 | New York | New York | U.S.A. | 1980-05-21 | http://www.sun.com
                ezvcard_John_Doe_MAC_ADDRESS_BOOK.vcf
                  1: Mr. | John | Richter,James | Doe | IBM | Money Counter | john.doe@ibm.com | 905-555-1234 | 905-777-1234 | 905-666-1234 | Silicon Alley 5, | 12345 | New York | New York | United States of America | 2012-06-06 | http://www.ibm.com
                ezvcard_John_Doe_MS_OUTLOOK.vcf
                  1: Mr. | John | Richter,James | Doe | IBM | Money Counter | john.doe@ibm.cm | (905) 666-1234 | (905) 555-1234 | Silicon Alley 5, | 12345 | New York | New York | United States of America | 1980-03-22 | http://www.ibm.com
                ezvcard_fullcontact.vcf
                  1: Prefix | FirstName | MiddleName | LastName | Organization1 | Title1 | home@example.com | work@example.com | school@example.com | other@example.com | custom@example.com | 555-555-1113 | 555-555-1114 | 555-555-1111 | 555-555-1115 | 555-555-1118 | 555-555-1119 | 555-555-1112 | HomeStreet, HomeExtended | HomePostal | HomeCity | HomeState | HomeCountry | 2016-08-01 | M | http://www.homepage.com
                ezvcard_gmail-list.vcf
                  1: Arnold | Smith | asmithk@gmail.com
                  7: Chris | Beatle | chrisy55d@yahoo.com
                  13: Doug | White | dwhite@gmail.com
                ezvcard_gmail-single.vcf
                  1: Greg | Dartmouth | TheCompany | TheJobTitle | gdartmouth@hotmail.com | 555 555 1111 | 555 555 2222 | 123 Home St, Home City, HM 12345 | 1960-09-10 | http://TheProfile.com
                ezvcard_gmail-single2.vcf
                  1: VCard | Test | TheCompany | TheJobTitle | email@example.com | homeemail@example.com | workemail@example.com | otheremail@example.com | customcategory@example.com | 5555551115 | 5555551112 | 5555551111 | 5555551114 | 5555551116 | 5555551119 | 5555551121 | 5555551113 | 112 Main St | 10011 | NY | New York | 1912-06-23 | http://www.example1.com
                ezvcard_issue114.vcf
                  1: 8b574c60-fd7f-4e99-b584-c5db131ae687 | Dummy | Dummy | Dummy GmbH | dummy.dummy@dummy.com | +49 1234 56789 | +49 9876 54321 | Dummy-Dummy-Strasse 1, BHG01:, BHG01:^n61352 Bad Homburg^nGERMANY:61352 Bad Homburg, GERMANY: | 61352 | Bad Homburg | Germany
                ezvcard_outlook-2003.vcf
                  1: Mr. | John | Doe | Company, The | The Job Title | jdoe@hotmail.com | MobilePhone | HomePhone | BusinessPhone | 123 Main St, TheOffice | 12345 | Austin | TX | United States of America | 1980-03-21 | http://web-page-address.com
                ezvcard_outlook-2007.vcf
                  1: Mr. | Michael | Angstadt | TheCompany | TheJobTitle | mike.angstadt@gmail.com | (111) 555-4444 | (111) 555-2222 | (111) 555-1111 | 222 Broadway, TheOffice | 99999 | New York | NY | USA | 1922-03-10 | http://mikeangstadt.name
                ezvcard_rfc2426-example.vcf
                  1: Frank Dawson | Lotus Development Corporation | Frank_Dawson@Lotus.com | fdawson@earthlink.net | +1-919-676-9515 | 6544 Battleford Drive | 27613-3502 | Raleigh | NC | U.S.A. | http://home.earthlink.net/~fdawson
                  13: Tim Howes | Netscape Communications Corp. | howes@netscape.com | +1-415-937-3419 | 501 E. Middlefield Rd. | 94043 | Mountain View | CA | U.S.A.
                ezvcard_rfc6350-example.vcf
                  1: Simon | Perreault | Viagenie | simon.perreault@viagenie.ca | +1-418-262-6501 | +1-418-656-9254 ext. 102 | 2875 Laurier, Suite D2-630 | G1V 2M2 | Quebec | QC | Canada | M | fr | http://nomis80.org
                ezvcard_thunderbird-MoreFunctionsForAddressBook-extension.vcf
                  1: John | Doe | TheOrganization | TheTitle | doe.john@hotmail.com | additional-email@company.com | additional-email1@company.com | additional-email2@company.com | additional-email3@company.com | 555-555-5555 | 555-555-2222 | 555-555-1111 | Apt 10, 123 Main St | 12345 | Austin | TX | USA | 1970-09-21 | http://www.private-webpage.com
                roundcube_apple.vcf
                  1: Apple Computer AG | Birgistrasse 4a | 8304 | Wallisellen-Zürich | Switzerland | http://www.apple.ch
                roundcube_johndoe.vcf
                  1: John | Doë | roundcube.net | roundcube@gmail.com | inbox@roundcube.net | +987654321 | +123456789 | The street | 5555 | Hometown | Cayman Islands
                roundcube_photo.vcf
                  1: Jörg | Müller | Apple Computer AG
                roundcube_thebat.vcf
                  1: Piotr | Iksiñski | piotr.iksinski@somedomain.com | Male
                roundcube_utf-16_sample.vcf
                  1: Ǽgean | ĽdaMonté | 169 Mária Canal | 245-876 | LaPaz | Conceptión | Perú""");
    }

    /** Who, where to reach, where from, and when born; without the notes. */
    private static String summary(Table.Line line) {
        var filled = new ArrayList<@Nullable String>();
        for (int column = 0; column < Card.COLUMNS.size(); column++) {
            Field field = Card.COLUMNS.get(column).field();
            String cell = line.cell(column);
            filled.add(field == Field.NOTE || cell == null ? null : cell);
        }
        return line.number() + ": " + filled.stream().filter(Objects::nonNull).collect(Collectors.joining(" | "));
    }

    private static Sample sample(InputStream content) {
        return Sample.read(content, 1L << 40, null, '.');
    }

    @Test
    void contactsComeInWithoutAnyMappingAndTwiceChangesNothing() throws IOException {
        Import draft = files.receive(CARDS.resolve("ezvcard_John_Doe_ANDROID.vcf"), null);
        assertThat(draft.plan().missing()).isEmpty();
        assertThat(draft.plan().source()).isEqualTo("vcard");
        Import done = files.run(draft);
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.DONE);
        assertThat(done.counts().created()).isEqualTo(6);
        assertThat(database.sql(
                                "select phone || ' ' || company_name from customers.customer where email = 'henry@company.com'")
                        .query(String.class)
                        .single())
                .startsWith("+3955556666 ");
        assertThat(files.again(done).counts().created()).isZero();
    }

    @Test
    void aCardThatSaysNothingToFindItsPersonByGoesOutAgain() throws IOException {
        Import done = files.run(files.receive(
                "a.vcf",
                "BEGIN:VCARD\nVERSION:3.0\nN:Rossi;Anna;;;\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:Verdi;Ugo;;;\n"
                        + "EMAIL:ugo@example.com\nEND:VCARD\n"));
        assertThat(done.counts().created()).isEqualTo(1);
        var csv = new ByteArrayOutputStream();
        rejections.write(done, Locale.ENGLISH, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8).lines().skip(1))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(",,Anna,,Rossi,,"));
    }

    @Test
    void aCardIsFoundAgainByItsUidAndCompletedByWhatIsNew() {
        String card = "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:8b574c60\nN:Rossi;Anna;;;\n%s\nEND:VCARD\n";
        files.run(files.receive("a.vcf", card.formatted("TEL;TYPE=home:02 12345678")));
        Import again = files.run(
                files.receive(
                        "a.vcf",
                        card.formatted(
                                "EMAIL:anna@example.com\nTEL;TYPE=cell:+39 333 1234567\nADR;TYPE=home:;;Via Po 1;Torino;TO;10100;Italia")));
        assertThat(again.counts().updated()).isEqualTo(1);
        assertThat(database.sql(
                                "select email || ' ' || town || ' ' || province || ' ' || keyed from customers.customer")
                        .query(String.class)
                        .list())
                .containsExactly("anna@example.com Torino TO true");
    }

    @Test
    void aPhotoOfFiftyMegabytesTakesNoMemory() {
        byte[] before = "BEGIN:VCARD\nVERSION:3.0\nN:Rossi;Anna\nPHOTO;ENCODING=b:".getBytes(StandardCharsets.US_ASCII);
        byte[] after = "\nEMAIL:anna@example.com\nEND:VCARD\n".getBytes(StandardCharsets.US_ASCII);
        long used = used();
        var peak = new long[1];
        var letters = new InputStream() {
            private long left = 50 << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left % (5 << 20) < length) {
                    peak[0] = Math.max(peak[0], used());
                }
                int count = (int) Math.min(left, length);
                java.util.Arrays.fill(target, offset, offset + count, (byte) 'A');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        var whole = new java.io.SequenceInputStream(java.util.Collections.enumeration(
                List.of(new ByteArrayInputStream(before), letters, new ByteArrayInputStream(after))));
        assertThat(sample(whole).rows())
                .singleElement()
                .satisfies(line -> assertThat(summary(line)).isEqualTo("1: Anna | Rossi | anna@example.com"));
        assertThat((peak[0] - used) >> 20).isLessThan(20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void cardsThatAreNotAsTheyShouldBe() {
        assertThat(cards("BEGIN:VCARD\nEMAIL:a@example.com\nBEGIN:VCARD\nEMAIL:b@example.com\nEND:VCARD\n"))
                .as("without an end before the next one")
                .containsExactly("1: a@example.com", "3: b@example.com");
        assertThat(cards("BEGIN:VCARD\nVERSION:2.1\nAGENT:\nBEGIN:VCARD\nEMAIL:boss@example.com\nEND:VCARD\n"
                        + "EMAIL:a@example.com\nEND:VCARD\n"))
                .as("with another card in it")
                .containsExactly("1: a@example.com");
        assertThat(cards("\ufeffBEGIN:VCARD\r\rEND:VCARD\rBEGIN:VCARD\rEMAIL;PREF=2:b@example.com\r"
                        + "EMAIL;PREF=1:a@example.com\rBDAY:--0203\rGENDER:F\rend:vcard"))
                .as("empty, and of an old Mac")
                .containsExactly("4: a@example.com | b@example.com | F");
        assertThat(cards("BEGIN:VCARD\nVERSION:3.0\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03\nNOTE:" + "x".repeat(300_000)
                        + "\nEMAIL:a@example.com\nTEL:113\nEND:VCARD\n"))
                .containsExactly("1: a@example.com | 113");
        fault("BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@example.com\nEMAIL:b", "intake.fault.cardCut");
        fault("BEGIN:VCARD\n" + "EMAIL:a@example.com\n".repeat(200_000) + "END:VCARD\n", "intake.fault.longCard");
        assertThat(cards("BEGIN:VCARD\nAGENT:\n" + "BEGIN:VCARD\n".repeat(300_000) + "END:VCARD\n".repeat(300_001)))
                .isEmpty();
    }

    private static List<String> cards(String text) {
        return sample(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).rows().stream()
                .map(CardFilesTests::summary)
                .toList();
    }

    private static void fault(String text, String key) {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> cards(text))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo(key));
    }
}
