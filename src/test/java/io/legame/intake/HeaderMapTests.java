package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The column names of other programs' exports, in twelve languages, against what we take them for. */
class HeaderMapTests {
    private static final Path MAPS = TestImports.DATA.resolve("contact_exports/header_maps");

    /** What Roundcube calls a meaning, and what we do. */
    private static final Map<String, Set<Field>> MEANINGS = Map.ofEntries(
            Map.entry("firstname", Set.of(Field.GIVEN_NAME)),
            Map.entry("middlename", Set.of(Field.MIDDLE_NAME)),
            Map.entry("surname", Set.of(Field.FAMILY_NAME)),
            Map.entry("name", Set.of(Field.FULL_NAME)),
            Map.entry("prefix", Set.of(Field.TITLE)),
            Map.entry("organization", Set.of(Field.COMPANY_NAME)),
            Map.entry("jobtitle", Set.of(Field.JOB_TITLE)),
            Map.entry("gender", Set.of(Field.GENDER)),
            Map.entry("birthday", Set.of(Field.BIRTH_DATE)),
            Map.entry("notes", Set.of(Field.NOTE)),
            Map.entry("email", Set.of(Field.EMAIL)),
            Map.entry("phone", Set.of(Field.PHONE)),
            Map.entry("street", Set.of(Field.STREET)),
            Map.entry("zipcode", Set.of(Field.POSTCODE)),
            Map.entry("locality", Set.of(Field.TOWN)),
            Map.entry("region", Set.of(Field.REGION, Field.PROVINCE)),
            Map.entry("country", Set.of(Field.COUNTRY)),
            Map.entry("website", Set.of(Field.WEBSITE)));

    /** Nobody answers there, or somebody else does. */
    private static final Set<String> NO_PHONE =
            Set.of("phone:assistant", "phone:car", "phone:pager", "phone:homefax", "phone:workfax", "phone:video");

    /** Where we differ from the map, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("en_US Other Fax", "a fax"),
            Map.entry("de_DE Weiteres Fax", "a fax"),
            Map.entry("de_CH Weiteres Fax", "a fax"),
            Map.entry("es_ES Otro fax", "a fax"),
            Map.entry("fr_FR Télécopie (autre)", "a fax"),
            Map.entry("it_IT Fax Altro", "a fax"),
            Map.entry("pt_BR Outro Fax", "a fax"),
            Map.entry("sk_SK Iný fax", "a fax"),
            Map.entry("zh_TW 其他傳真", "a fax"),
            Map.entry("es_ES Provincia o estado de trabajo", "the map has region and country the other way round"),
            Map.entry("es_ES País o región del trabajo", "the map has region and country the other way round"),
            Map.entry("es_ES Otra provincia o estado", "the map has region and country the other way round"),
            Map.entry("es_ES Otro país o región", "the map has region and country the other way round"),
            Map.entry("it_IT Nazione/Regione di lavoro", "in the map twice: a country is meant"),
            Map.entry("sk_SK Krajina/oblasť (iné)", "in the map twice: a country is meant"),
            Map.entry("fr_FR Région", "a region, which the map takes for a country"),
            Map.entry("fr_FR _home_city", "a town; the map has name and meaning the other way round"),
            Map.entry("fr_FR Profession", "an occupation to us, which Outlook writes as Profession in English too"),
            Map.entry("pt_BR Aniversário", "the word for birthday and anniversary; the map has both"),
            Map.entry("en_US Birth Day", "the same letters as birthday; a column of days is told by its numbers"),
            Map.entry("de_DE Geburtstag", "the day's column in Thunderbird, the date in Outlook; told by its numbers"),
            Map.entry("de_CH Geburtstag", "the day's column in Thunderbird, the date in Outlook; told by its numbers"));

    @Test
    void everyNameOfOutlookThunderbirdAndGmailThatWeHaveAFieldForFindsIt() throws IOException {
        int meant = 0;
        int others = 0;
        var differing = new TreeSet<String>();
        for (List<String> row : rows("outlook_thunderbird_gmail_headers_by_locale.csv")) {
            String meaning = row.get(2);
            Set<Field> fields = NO_PHONE.contains(meaning)
                    ? Set.of()
                    : MEANINGS.getOrDefault(meaning.replaceFirst(":.*", ""), Set.of());
            Field found = found(row.get(1));
            meant += fields.isEmpty() ? 0 : 1;
            others += fields.isEmpty() ? 1 : 0;
            if (fields.isEmpty() ? found != null : found == null || !fields.contains(found)) {
                differing.add(row.get(0) + " " + row.get(1));
            }
        }
        assertThat(List.of(meant, others)).containsExactly(605, 217);
        assertThat(differing).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    private static @Nullable Field found(String header) {
        return Matching.of(ImportKind.CUSTOMERS, "contacts.csv", List.of(Column.of(header, List.of())))
                .fields()
                .getFirst();
    }

    /** What SuiteCRM calls a field, and what we do; what is not here we have no field for. */
    private static final Map<String, Field> SUITECRM = Map.ofEntries(
            Map.entry("description", Field.NOTE),
            Map.entry("birthdate", Field.BIRTH_DATE),
            Map.entry("account_name", Field.COMPANY_NAME),
            Map.entry("company", Field.COMPANY_NAME),
            Map.entry("website", Field.WEBSITE),
            Map.entry("full_name", Field.FULL_NAME),
            Map.entry("first_name", Field.GIVEN_NAME),
            Map.entry("last_name", Field.FAMILY_NAME),
            Map.entry("salutation", Field.TITLE),
            Map.entry("email1", Field.EMAIL),
            Map.entry("email2", Field.EMAIL),
            Map.entry("phone_work", Field.PHONE),
            Map.entry("phone_office", Field.PHONE),
            Map.entry("phone_mobile", Field.PHONE),
            Map.entry("phone_home", Field.PHONE),
            Map.entry("phone_other", Field.PHONE));

    private static final Map<String, Field> SUITECRM_ADDRESS = Map.of(
            "street", Field.STREET,
            "city", Field.TOWN,
            "state", Field.REGION,
            "postalcode", Field.POSTCODE,
            "country", Field.COUNTRY);

    @Test
    void everyNameOfSalesforceActAndOthersThatWeHaveAFieldForFindsIt() throws IOException {
        int meant = 0;
        var differing = new TreeSet<String>();
        for (List<String> row : rows("suitecrm_import_maps.csv")) {
            String meaning = row.get(3);
            String part = meaning.replaceFirst("^.*_address_", "").replaceFirst("_\\d$", "");
            Field field = part.equals(meaning) ? SUITECRM.get(meaning) : SUITECRM_ADDRESS.get(part);
            meant += field == null ? 0 : 1;
            if (field != null && found(row.get(2)) != field) {
                differing.add(row.get(2));
            }
        }
        assertThat(meant).isEqualTo(105);
        assertThat(differing).as("what follows a name is no salutation").containsExactly("Name Suffix");
    }

    @Test
    void theKnownExportsAreMatchedWholly() throws IOException {
        var found = new TreeMap<String, String>();
        for (List<String> row : rows("known_export_headers.csv")) {
            String[] names = row.get(1).split(row.get(1).contains(";") ? ";" : ",", -1);
            if (names.length > 1) {
                List<Column> columns = Arrays.stream(names)
                        .map(name -> Column.of(name, List.of()))
                        .toList();
                Matching matching = Matching.best("export.csv", columns);
                assertThat(matching.kind()).as(row.get(0)).isEqualTo(ImportKind.CUSTOMERS);
                found.put(row.get(0), summary(names, matching.fields()));
            }
        }
        var lines = new ArrayList<String>();
        found.forEach((system, fields) ->
                lines.addAll((system + "\n  " + fields).lines().toList()));
        assertThat(lines).containsExactlyElementsOf("""
                Google Contacts (current, since 2023)
                  First Name→GIVEN_NAME, Middle Name→MIDDLE_NAME, Last Name→FAMILY_NAME, Name Prefix→TITLE
                  Organization Name→COMPANY_NAME, Organization Title→JOB_TITLE, Birthday→BIRTH_DATE, Notes→NOTE
                  E-mail 1 - Value→EMAIL, E-mail 2 - Value→OTHER_EMAIL, E-mail 3 - Value→OTHER_EMAIL
                  Phone 1 - Value→PHONE
                HubSpot companies export
                  Record ID→CUSTOMER_NUMBER, Company name→COMPANY_NAME, Website URL→WEBSITE
                HubSpot contacts export
                  Record ID→CUSTOMER_NUMBER, First Name→GIVEN_NAME, Last Name→FAMILY_NAME, Email→EMAIL
                  Phone Number→PHONE, Associated Company→COMPANY_NAME
                HubSpot contacts export (short)
                  Record ID→CUSTOMER_NUMBER, First Name→GIVEN_NAME, Last Name→FAMILY_NAME, Email→EMAIL
                  Phone Number→PHONE, Associated Company→COMPANY_NAME, Country/Region→COUNTRY
                Italian management software (gestionale) customer export
                  Codice→CUSTOMER_NUMBER, Ragione Sociale→COMPANY_NAME, Indirizzo→STREET, P.IVA→VAT_NUMBER
                LinkedIn Connections.csv
                  First Name→GIVEN_NAME, Last Name→FAMILY_NAME, URL→WEBSITE, Email Address→EMAIL
                  Company→COMPANY_NAME, Position→JOB_TITLE
                Outlook (classic desktop CSV export, en)
                  Title→TITLE, First Name→GIVEN_NAME, Middle Name→MIDDLE_NAME, Last Name→FAMILY_NAME
                  Company→COMPANY_NAME, Job Title→JOB_TITLE, Home Street→STREET, Home City→TOWN
                  Home State→REGION, Home Postal Code→POSTCODE, Home Country/Region→COUNTRY
                  Business Phone→OTHER_PHONE, Business Phone 2→OTHER_PHONE, Company Main Phone→OTHER_PHONE
                  Home Phone→OTHER_PHONE, Home Phone 2→OTHER_PHONE, Mobile Phone→PHONE, Other Phone→OTHER_PHONE
                  Primary Phone→OTHER_PHONE, Birthday→BIRTH_DATE, Children→CHILDREN, E-mail Address→EMAIL
                  E-mail 2 Address→OTHER_EMAIL, E-mail 3 Address→OTHER_EMAIL, Gender→GENDER, Language→LANGUAGE
                  Notes→NOTE, Profession→OCCUPATION, Web Page→WEBSITE
                Salesforce Data Export Service (Contact.csv)
                  Id→CUSTOMER_NUMBER, Salutation→TITLE, FirstName→GIVEN_NAME, LastName→FAMILY_NAME
                  MailingStreet→STREET, MailingCity→TOWN, MailingState→REGION, MailingPostalCode→POSTCODE
                  MailingCountry→COUNTRY, Phone→OTHER_PHONE, MobilePhone→PHONE, HomePhone→OTHER_PHONE
                  OtherPhone→OTHER_PHONE, Email→EMAIL, Title→JOB_TITLE, Birthdate→BIRTH_DATE, Description→NOTE
                """.lines().toList());
    }

    private static String summary(String[] names, List<@Nullable Field> fields) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < names.length; i++) {
            if (fields.get(i) != null) {
                pairs.add(names[i] + "→" + fields.get(i));
            }
        }
        return folded(pairs);
    }

    /** A few to a line. */
    private static String folded(List<String> pairs) {
        var folded = new StringBuilder();
        int length = 0;
        for (String pair : pairs) {
            boolean room = length + pair.length() + 2 <= 95;
            folded.append(length == 0 ? "" : room ? ", " : "\n  ").append(pair);
            length = length == 0 || !room ? pair.length() : length + 2 + pair.length();
        }
        return folded.toString();
    }

    private static List<List<String>> rows(String file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var content = Files.newInputStream(MAPS.resolve(file));
                var csv = CsvRows.of(content, Dialect.csv("UTF-8", ',', true), null)) {
            csv.next();
            for (TableRow row = csv.next(); row != null; row = csv.next()) {
                var cells = new ArrayList<String>();
                for (int column = 0; column < 4; column++) {
                    String cell = row.cell(column);
                    cells.add(cell == null ? "" : cell);
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
