package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Companies;
import io.legame.testing.LegameTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts in all the ways in which programs write tables. */
@LegameTest
class TextFilesTests {
    private static final String TABLE = "E-mail;Nome;Città\nanna@example.com;Niccolò;Forlì\nb@example.com;Zoë;Cantù\n";

    @Autowired
    private TestImports files;

    @Autowired
    private Companies companies;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void everyDelimiterIsFound(char delimiter) {
        Plan plan = plan(TABLE.replace(';', delimiter).getBytes(StandardCharsets.UTF_8));
        assertThat(plan.dialect()).isEqualTo(Dialect.csv("UTF-8", delimiter, true));
        assertThat(plan.fields()).containsExactly(Field.EMAIL, Field.GIVEN_NAME, Field.TOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyEncodingIsFoundWithAndWithoutItsMark(String encoding) {
        byte[] bare = TABLE.getBytes(Charset.forName(encoding));
        assertThat(plan(bare).dialect()).isEqualTo(Dialect.csv(encoding, ';', true));
        if (encoding.startsWith("UTF")) {
            byte[] marked = ("\ufeff" + TABLE).getBytes(Charset.forName(encoding));
            assertThat(plan(marked).dialect()).isEqualTo(Dialect.csv(encoding, ';', true));
            assertThat(plan(marked).headers()).startsWith("E-mail");
        }
        Import done = files.run(files.receive("clienti.csv", bare));
        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(database.sql("select town from customers.customer order by town")
                        .query(String.class)
                        .list())
                .containsExactly("Cantù", "Forlì");
    }

    @Test
    void whatStandsAboveTheTableIsFoundAndLeftOut() {
        String above = "Elenco clienti al 31/12/2024\n\nFiliale;Milano\n;;\n";
        Plan plan = plan((above + TABLE).getBytes(StandardCharsets.UTF_8));
        assertThat(plan.dialect()).isEqualTo(Dialect.csv("UTF-8", ';', false).from(5, true));
        assertThat(plan.headers()).containsExactly("E-mail", "Nome", "Città");
        Import done = files.run(files.receive("clienti.csv", above + TABLE + ";;\nTotale;2;\n\n;;;;\n"));
        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(done.rowsInFile()).as("a total is a row, blank ones are not").isEqualTo(3);
        assertThat(files.reasons(done)).singleElement().satisfies(reason -> {
            assertThat(reason.examples().getFirst().line()).isEqualTo(9);
        });
    }

    @Test
    void aRemarkWithAnUnclosedQuoteAboveTheTableDoesNoHarm() {
        String linkedIn =
                "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses"
                        + " are missing, because people decide who sees them.\"\n\n"
                        + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                        + "Anna,Verdi,https://www.linkedin.com/in/a,anna@example.com,Acme,Buyer,12 Mar 2024\n";
        assertThat(plan(linkedIn.getBytes(StandardCharsets.UTF_8)).dialect().firstLine())
                .isEqualTo(4);
        String broken = "\"Clienti\" attivi\n\"mai chiuso\n" + TABLE;
        Import done = files.run(files.receive("clienti.csv", broken));
        assertThat(done.plan().dialect().firstLine()).isEqualTo(3);
        assertThat(done.counts().created()).isEqualTo(2);
    }

    @Test
    void aTableWithoutNamesOrWithSparseRowsBeginsAtItsFirstRow() {
        assertThat(plan("anna@example.com,Anna,Milano\nb@example.com,Berta,Roma\n".getBytes(StandardCharsets.UTF_8))
                        .dialect())
                .isEqualTo(Dialect.csv("UTF-8", ',', false));
        String sparse = "E-mail,First name,Last name,Town,Phone\na@example.com,,,,\nb@example.com,,,,\n";
        assertThat(plan(sparse.getBytes(StandardCharsets.UTF_8)).dialect()).isEqualTo(Dialect.csv("UTF-8", ',', true));
        assertThat(plan("Primary Email\na@example.com\nb@example.com\n".getBytes(StandardCharsets.UTF_8))
                        .dialect())
                .isEqualTo(Dialect.csv("UTF-8", ',', true));
        String titled = "Newsletter\n\nE-mail\na@example.com\nb@example.com\n";
        assertThat(plan(titled.getBytes(StandardCharsets.UTF_8)).dialect().firstLine())
                .isEqualTo(3);
    }

    @Test
    void cellsOfSeveralLinesStandInTheHeaderToo() {
        String table = "\"E-mail\n(principale)\";\"Nome\";\"Note\"\r\nanna@example.com;Anna;\"una\r\ndue; tre\"\r\n"
                + "b@example.com;Berta;\"dice \"\"ciao\"\"\"\r\n";
        Import draft = files.receive("clienti.csv", table);
        assertThat(draft.plan().headers()).containsExactly("E-mail\n(principale)", "Nome", "Note");
        assertThat(draft.plan().fields()).containsExactly(Field.EMAIL, Field.GIVEN_NAME, Field.NOTE);
        assertThat(files.run(draft).counts().created()).isEqualTo(2);
    }

    @Test
    void aTableOfTheStatisticsOfficeIsReadAsItIs() {
        Sample sample = sample(read("italy/comuni.csv"));
        Plan plan = new Detection("comuni.csv", sample, companies.get()).plan(null, Imports.MAIN);
        assertThat(plan.headers()).hasSizeGreaterThan(3);
        assertThat(Table.of(sample, plan.dialect(), 10).faulty()).isFalse();
    }

    private static byte[] read(String file) {
        try {
            return java.nio.file.Files.readAllBytes(TestImports.DATA.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Plan plan(byte[] file) {
        return new Detection("clienti.csv", sample(file), companies.get()).plan(null, Imports.MAIN);
    }

    private static Sample sample(byte[] file) {
        return Sample.read(new ByteArrayInputStream(file), Long.MAX_VALUE, null, '.');
    }
}
