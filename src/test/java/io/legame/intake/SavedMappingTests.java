package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was said about a file once is not asked for the next one. */
@LegameTest
class SavedMappingTests {
    private static final String FIRST = "Cod;Posta;Campo A;Campo B\n1;a@example.com;Anna;01/02/1990\n";
    private static final String NEXT = "Cod;Posta;Campo A;Campo B\n2;b@example.com;Berta;03/04/1991\n";

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private SavedMappings mappings;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void theNextFileThatLooksTheSameIsBroughtInTheSameWay() {
        Import first = receive("marzo.csv", FIRST);
        assertThat(mappings.ofImport(first.id())).isEmpty();
        start(first, List.of(Field.CUSTOMER_NUMBER, Field.EMAIL, Field.GIVEN_NAME, Field.BIRTH_DATE), "cassa");

        Import next = receive("aprile.csv", NEXT);
        assertThat(next.plan().fields())
                .containsExactly(Field.CUSTOMER_NUMBER, Field.EMAIL, Field.GIVEN_NAME, Field.BIRTH_DATE);
        assertThat(next.plan().source()).isEqualTo("cassa");
        assertThat(next.plan().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(next.plan().dateOrderAssumed()).isFalse();
        assertThat(mappings.ofImport(next.id()).orElseThrow().name()).isEqualTo("marzo.csv");
        assertThat(receive("other.csv", NEXT.replace("Campo B", "Campo C"))
                        .plan()
                        .source())
                .isEqualTo("main");
    }

    @Test
    void whatTheFileItselfShowsWithoutDoubtCountsMore() {
        start(receive("marzo.csv", FIRST), fields(), "cassa");
        assertThat(receive("aprile.csv", NEXT.replace("03/04", "23/04")).plan().dateOrder())
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(receive("aprile.csv", "Anagrafica\n\n" + NEXT)
                        .plan()
                        .dialect()
                        .firstLine())
                .as("another number of lines above")
                .isEqualTo(3);
    }

    private static List<@Nullable Field> fields() {
        return Arrays.asList(Field.CUSTOMER_NUMBER, Field.EMAIL, null, Field.BIRTH_DATE);
    }

    @Test
    void aCorrectedWayOfReadingIsRememberedToo() {
        byte[] book = new TestWorkbook()
                .sheet("Note", TestWorkbook.row(1, "Autore", "Data"), TestWorkbook.row(2, "Ugo", "ieri"))
                .sheet("Clienti", TestWorkbook.row(1, "E-mail", "Nome"), TestWorkbook.row(2, "a@example.com", "Anna"))
                .bytes();
        Import first = imports.receive("a.xlsx", new ByteArrayInputStream(book));
        assertThat(first.plan().dialect().sheet()).isEqualTo("Note");
        imports.change(
                first.id(),
                new PlanChange(
                        null, null, null, null, null, null, "Clienti", null, null, null, null, null, null, null, null,
                        null));
        imports.start(first.id());
        Import next = imports.receive("b.xlsx", new ByteArrayInputStream(book));
        assertThat(next.plan().dialect().sheet()).isEqualTo("Clienti");
        assertThat(next.plan().fields()).containsExactly(Field.EMAIL, Field.GIVEN_NAME);
    }

    @Test
    void itIsRenamedAndForgotten() {
        start(receive("marzo.csv", FIRST), fields(), "cassa");
        SavedMapping mapping = mappings.list().getFirst();
        mappings.rename(mapping.id(), " Cassa di Milano ");
        start(receive("aprile.csv", NEXT), fields(), "cassa");
        assertThat(mappings.list()).extracting(SavedMapping::name).containsExactly("Cassa di Milano");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> mappings.rename(mapping.id(), "  "));

        Import recognised = receive("maggio.csv", NEXT);
        imports.forgetMapping(recognised.id());
        assertThat(imports.get(recognised.id()).plan().source()).isEqualTo("main");
        assertThat(mappings.ofImport(recognised.id())).isEmpty();
        assertThat(mappings.list()).isEmpty();
    }

    @Test
    void aProgramsFileIsReadAsItIsWhateverOthersWere() {
        start(receive("marzo.csv", FIRST), fields(), "cassa");
        Import sent = imports.receive(
                "aprile.csv", new ByteArrayInputStream(NEXT.getBytes(StandardCharsets.UTF_8)), null, Imports.MAIN);
        assertThat(sent.plan().source()).isEqualTo("main");
        assertThat(mappings.ofImport(sent.id())).isEmpty();
    }

    @Test
    void aFileWithoutNamesOfItsColumnsIsNotRemembered() {
        Import nameless = receive("a.csv", "1;a@example.com\n2;b@example.com\n");
        assertThat(nameless.plan().dialect().header()).isFalse();
        imports.start(nameless.id());
        assertThat(mappings.list()).isEmpty();
    }

    private Import receive(String name, String content) {
        return imports.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void start(Import draft, List<@Nullable Field> fields, String source) {
        imports.change(
                draft.id(),
                new PlanChange(
                        ImportKind.CUSTOMERS,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        imports.change(
                draft.id(),
                new PlanChange(
                        null,
                        source,
                        null,
                        null,
                        null,
                        null,
                        null,
                        fields,
                        DateOrder.MONTH_FIRST,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        imports.start(draft.id());
    }
}
