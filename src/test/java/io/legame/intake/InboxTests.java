package io.legame.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.legame.access.ChangeSetId;
import io.legame.intake.InboxEntry.Why;
import io.legame.intake.InboxFile.Outcome;
import io.legame.platform.LegameProperties;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Files that programs write into the watched folder: taken by themselves, never half, never twice. */
@LegameTest
@ExtendWith(OutputCaptureExtension.class)
class InboxTests {
    private static final String CUSTOMERS = "id,email,first name\n1,anna@example.com,Anna\n";

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxFolder folder;

    @Autowired
    private InboxFiles inboxFiles;

    @Autowired
    private InboxTaking taking;

    @Autowired
    private InboxTurns turns;

    @Autowired
    private InboxSettings settings;

    @Autowired
    private Imports imports;

    @Autowired
    private SavedMappings mappings;

    @Autowired
    private TestImports files;

    @Autowired
    private TestInbox test;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        test.clear();
    }

    @Test
    void aFileThatIsStillWrittenIsLeft() throws IOException {
        Path file = test.drop("customers.csv", CUSTOMERS);
        inbox.look();
        inbox.look();
        assertThat(test.files()).as("two looks at once").isEmpty();
        clock.advance(Duration.ofSeconds(15));
        Files.writeString(file, "2,berta@example.com,Berta\n", StandardOpenOption.APPEND);
        inbox.look();
        assertThat(file).exists();
        assertThat(inbox.now().entries()).extracting(InboxEntry::why).containsExactly(Why.WRITING);
        clock.advance(Duration.ofSeconds(15));
        assertThat(inbox.now().entries()).extracting(InboxEntry::why).containsExactly(Why.NEXT);
        inbox.look();
        assertThat(file).doesNotExist();
        assertThat(test.file("customers.csv").bytes()).isEqualTo(CUSTOMERS.length() + 26);
        assertThat(inbox.now().entries()).isEmpty();
    }

    @Test
    void aFileThatIsNotRecognisedWaitsForAPerson() {
        test.drop("cassa-milano/customers.csv", CUSTOMERS);
        test.lookTwice();
        InboxFile file = test.file("customers.csv");
        assertThat(file.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(file.source()).isEqualTo("cassa-milano");
        assertThat(file.movedTo())
                .isEqualTo("taken/2026-03-10/cassa-milano/customers.csv".replace("2026-03-10", today()));
        assertThat(test.path().resolve(file.movedTo())).hasContent(CUSTOMERS);
        assertThat(inboxFiles.attention()).isEqualTo(new InboxAttention(1, 0, 0, 0));
        Import draft = test.importOf("customers.csv");
        assertThat(draft.state()).isEqualTo(ImportState.DRAFT);
        assertThat(draft.plan().source()).isEqualTo("cassa-milano");
        assertThat(draft.createdBy()).isEqualTo("cartella di arrivo");
        assertThat(inboxFiles.among(List.of(draft.id()))).containsExactly(draft.id());
        assertThat(database.sql("""
                        select actor_kind || ' ' || actor_name from access.audit_entry
                        where action = 'intake.received' and subject_id = ? order by id desc limit 1
                        """)
                        .param(Long.toString(draft.id().value()))
                        .query(String.class)
                        .single())
                .isEqualTo("system cartella di arrivo");
    }

    private String today() {
        return java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Rome"))
                .toString();
    }

    /** Real sales of three years: the first is started by a person, the others go by themselves, the older first. */
    @Test
    void filesThatLookLikeOneThatAPersonStartedFollowInTheirOrder() throws IOException {
        files.run(files.receive(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_Customers.csv"), null));
        files.run(files.receive(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_Products.csv"), null));
        test.drop("m_sales.csv", sales(2017), 30);
        test.drop("z_sales.csv", sales(2018), 20);
        test.drop("a_sales.csv", sales(2019), 10);
        test.lookTwice();
        assertThat(test.files())
                .extracting(InboxFile::name)
                .containsExactly("a_sales.csv", "z_sales.csv", "m_sales.csv");
        assertThat(inboxFiles.attention().waiting()).isEqualTo(3);

        assertThat(test.start("m_sales.csv").counts().created()).isEqualTo(2_630);
        Import second = test.awaitEnd("z_sales.csv");
        Import third = test.awaitEnd("a_sales.csv");
        assertThat(second.changes())
                .extracting(ChangeSetId::value, LONG)
                .isLessThan(Objects.requireNonNull(third.changes()).value());
        assertThat(test.files()).extracting(InboxFile::outcome).containsOnly(Outcome.DONE);
        assertThat(database.sql("select count(*) from timeline.purchase_line")
                        .query(Long.class)
                        .single())
                .isEqualTo(56_046);
        assertThat(database.sql("select round(sum(amount), 2) from timeline.purchase_line")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("24914586.82");
        assertThat(inboxFiles.attention().all()).isZero();
    }

    private static byte[] sales(int year) throws IOException {
        return Files.readAllBytes(TestImports.ADVENTURE_WORKS.resolve("AdventureWorks_Sales_" + year + ".csv"));
    }

    @Test
    void theNextOfASourceBeginsWhenTheOneBeforeIsDone() {
        remember();
        settings.setStartsRecognised(false);
        test.drop("b.csv", CUSTOMERS.replace("Anna", "Berta").getBytes(UTF_8), 20);
        test.drop("a.csv", CUSTOMERS.replace("Anna", "Carla").getBytes(UTF_8), 10);
        test.lookTwice();
        assertThat(test.files()).extracting(InboxFile::outcome).containsOnly(Outcome.WAITING);
        Import first = test.importOf("b.csv");
        files.prepare(first);
        settings.setStartsRecognised(true);
        turns.next();
        assertThat(test.file("a.csv").outcome()).isEqualTo(Outcome.TURN);
        assertThat(inboxFiles.attention().all()).isZero();
        assertThat(files.go(first).counts().updated()).isEqualTo(1);
        turns.next();
        assertThat(test.awaitEnd("a.csv").counts().updated()).isEqualTo(1);
        assertThat(database.sql("select given_name from customers.customer")
                        .query(String.class)
                        .single())
                .isEqualTo("Carla");
    }

    /** Somebody brings such a file in by hand. */
    private void remember() {
        Import byHand = imports.receive("by hand.csv", new java.io.ByteArrayInputStream(CUSTOMERS.getBytes(UTF_8)));
        files.prepare(byHand);
        mappings.remember(imports.get(byHand.id()));
        assertThat(files.go(byHand).counts().created()).isEqualTo(1);
    }

    @Test
    void whatAPersonChangedIsNotTouchedWhenItsLookIsKnown() {
        test.drop("changed.csv", CUSTOMERS.replace("Anna", "Berta"));
        test.drop("other.csv", CUSTOMERS.replace("Anna", "Carla"));
        test.lookTwice();
        Import changed = test.importOf("changed.csv");
        imports.change(changed.id(), PlanChange.touchpoint("Shop Milano"));
        remember();
        turns.next();
        assertThat(test.awaitEnd("other.csv").state()).isEqualTo(ImportState.DONE);
        assertThat(test.file("changed.csv").outcome()).isEqualTo(Outcome.WAITING);
        assertThat(test.importOf("changed.csv").plan().touchpoint()).isEqualTo("Shop Milano");
    }

    @Test
    void aKillBetweenTheCommitAndTheMoveDoublesNothing() throws Exception {
        Path file = test.drop("customers.csv", CUSTOMERS);
        Arrival arrival = folder.list().getFirst();
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(CUSTOMERS.getBytes(UTF_8));
        taking.store(arrival, clock.instant(), sha256);
        assertThat(file).exists();
        test.lookTwice();
        assertThat(file).doesNotExist();
        assertThat(test.files()).singleElement().satisfies(taken -> {
            assertThat(taken.movedTo()).endsWith("customers.csv");
            assertThat(taken.outcome()).isEqualTo(Outcome.WAITING);
        });
        assertThat(imports.list(null, 10)).hasSize(1);
    }

    @Test
    void theSameContentIsToldAndNotBroughtInAgain() {
        test.drop("monday.csv", CUSTOMERS);
        test.lookTwice();
        clock.advance(Duration.ofDays(1));
        test.drop("monday.csv", CUSTOMERS);
        test.lookTwice();
        InboxFile again = test.files().getFirst();
        InboxFile before = test.files().getLast();
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.sameSince()).isEqualTo(before.takenAt());
        assertThat(test.importOf(again).id()).isEqualTo(test.importOf(before).id());
        assertThat(imports.list(null, 10)).hasSize(1);
        assertThat(inbox.now().entries()).isEmpty();

        test.drop("till/tuesday.csv", CUSTOMERS);
        test.lookTwice();
        assertThat(test.file("tuesday.csv").outcome()).as("another source").isEqualTo(Outcome.WAITING);

        imports.cancel(test.importOf(before).id());
        test.drop("monday.csv", CUSTOMERS);
        test.lookTwice();
        assertThat(test.files().getFirst().outcome())
                .as("after it was discarded")
                .isEqualTo(Outcome.WAITING);
        assertThat(test.path().resolve("taken").resolve(today()).resolve("monday (2).csv"))
                .exists();
    }

    @Test
    void anEarlierListOfCustomersIsNewsAfterALaterOne() {
        remember();
        test.drop("monday.csv", CUSTOMERS.replace("Anna", "Berta"));
        test.lookTwice();
        test.awaitEnd("monday.csv");
        test.drop("tuesday.csv", CUSTOMERS.replace("Anna", "Carla"));
        test.lookTwice();
        test.awaitEnd("tuesday.csv");
        test.drop("wednesday.csv", CUSTOMERS.replace("Anna", "Berta"));
        test.lookTwice();
        assertThat(test.awaitEnd("wednesday.csv").counts().updated()).isEqualTo(1);
        test.drop("thursday.csv", CUSTOMERS.replace("Anna", "Berta"));
        test.lookTwice();
        assertThat(test.file("thursday.csv").outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(test.importOf("thursday.csv").name()).isEqualTo("wednesday.csv");
    }

    @Test
    void aProgramThatGoesOnWritingAfterAPauseLosesNothing() throws IOException {
        test.drop("till/customers.csv", CUSTOMERS);
        test.lookTwice();
        Path moved = test.path().resolve(test.file("customers.csv").movedTo());
        Files.writeString(moved, "2,berta@example.com,Berta\n", StandardOpenOption.APPEND);
        inbox.look();
        assertThat(moved).doesNotExist();
        assertThat(test.path().resolve("till/customers.csv")).exists();
        test.lookTwice();
        assertThat(test.files()).hasSize(2);
        assertThat(test.file("customers.csv").bytes()).isEqualTo(CUSTOMERS.length() + 26);
        assertThat(test.file("customers.csv").source()).isEqualTo("till");
    }

    @Test
    void aCharacterThatNobodyCanStoreDoesNotStopTheOthers() {
        test.drop("a.csv", CUSTOMERS.replace("first name", "first\0name").getBytes(UTF_8), 20);
        test.drop("b.csv", CUSTOMERS.getBytes(UTF_8), 10);
        test.lookUntilRefused();
        assertThat(test.file("b.csv").outcome()).isEqualTo(Outcome.WAITING);
        assertThat(test.file("a.csv").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReasonBesideIt() throws IOException {
        test.drop("listino.csv", "%PDF-1.7 and so on");
        test.drop("empty.csv", "");
        test.drop("nothing new.csv", "id,email,first name\n");
        test.lookTwice();
        assertThat(test.files()).isEmpty();
        assertThat(inbox.now().entries()).extracting(InboxEntry::why).containsOnly(Why.UNFINISHED);
        clock.advance(Duration.ofMinutes(5));
        inbox.look();
        assertThat(test.file("listino.csv").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(test.file("listino.csv").fault()).isEqualTo("intake.fault.pdf");
        Path refused = test.path().resolve("refused").resolve(today());
        assertThat(refused.resolve("listino.csv")).exists();
        assertThat(refused.resolve("listino.csv.txt"))
                .hasContent("listino.csv non è stato importato: Questo è un documento PDF, non una tabella. "
                        + "Esportalo come Excel o CSV dal programma che l'ha creato.\n");
        assertThat(test.file("empty.csv").fault()).isEqualTo("intake.fault.empty");
        assertThat(inboxFiles.attention()).isEqualTo(new InboxAttention(0, 2, 0, 0));
        assertThat(test.file("nothing new.csv").outcome()).isEqualTo(Outcome.NO_ROWS);
        assertThat(test.path().resolve("taken").resolve(today()).resolve("nothing new.csv"))
                .exists();
        assertThat(imports.list(null, 10)).isEmpty();
        assertThat(database.sql(
                                "select count(*) from platform.stored_file f where not exists "
                                        + "(select from intake.import where file_id = f.id) and name in ('listino.csv', 'empty.csv')")
                        .query(Long.class)
                        .single())
                .isZero();

        inboxFiles.see(test.file("empty.csv").id());
        assertThat(inboxFiles.attention().refused()).isEqualTo(1);
        inboxFiles.seeAll();
        assertThat(inboxFiles.attention().all()).isZero();
    }

    @Test
    void rowsLeftOutAreNoticedUntilSomebodyHasSeenThem() {
        remember();
        test.drop("next.csv", CUSTOMERS + "2,berta@example.com,Berta\n,,\n,no address,\n");
        test.lookTwice();
        Import done = test.awaitEnd("next.csv");
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(test.file("next.csv").outcome()).isEqualTo(Outcome.LEFT_OUT);
        assertThat(test.file("next.csv").needsLook()).isTrue();
        assertThat(inboxFiles.attention()).isEqualTo(new InboxAttention(0, 0, 0, 1));
        inboxFiles.see(test.file("next.csv").id());
        assertThat(inboxFiles.attention().all()).isZero();
    }

    @Test
    void aLookSavedByHandUnderTheSourceIsRecognisedInItsFolder() {
        Import byHand = imports.receive("by hand.csv", new java.io.ByteArrayInputStream(CUSTOMERS.getBytes(UTF_8)));
        imports.change(
                byHand.id(),
                new PlanChange(
                        null, "till", null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null));
        files.prepare(byHand);
        mappings.remember(imports.get(byHand.id()));
        files.go(byHand);
        test.drop("till/next.csv", CUSTOMERS.replace("Anna", "Berta"));
        test.drop("web/next web.csv", CUSTOMERS.replace("Anna", "Carla"));
        test.lookTwice();
        assertThat(test.awaitEnd("next.csv").counts().updated()).isEqualTo(1);
        assertThat(test.file("next web.csv").outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void linksAndUnfinishedFilesAreLeft(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.csv"), CUSTOMERS);
        Files.createSymbolicLink(test.path().resolve("link.csv"), secret);
        Files.createSymbolicLink(test.path().resolve("shop"), outside);
        test.drop("sales.csv.part", CUSTOMERS);
        test.drop("~$book.xlsx", CUSTOMERS);
        test.drop(".hidden.csv", CUSTOMERS);
        test.drop("sample/x.csv", CUSTOMERS);
        test.drop("till/deeper/x.csv", CUSTOMERS);
        test.lookTwice();
        assertThat(test.files()).isEmpty();
        assertThat(inbox.now().entries())
                .extracting(entry -> entry.name() + " " + entry.why())
                .containsExactlyInAnyOrder(
                        "link.csv LINK",
                        "shop LINK",
                        "sales.csv.part TEMPORARY",
                        "~$book.xlsx TEMPORARY",
                        "sample/ FOLDER_NAME",
                        "deeper/ NESTED");
    }

    @Test
    void nothingIsMovedThroughALink(@TempDir Path outside, CapturedOutput console) throws IOException {
        Files.createSymbolicLink(test.path().resolve("taken"), outside);
        Path file = test.drop("customers.csv", CUSTOMERS);
        test.lookTwice();
        test.lookTwice();
        test.lookTwice();
        assertThat(outside).isEmptyDirectory();
        assertThat(inbox.now().entries()).extracting(InboxEntry::why).containsExactly(Why.STUCK);
        assertThat(console.getOut().split("cannot be moved out of the inbox", -1))
                .hasSize(2);
        assertThat(imports.list(null, 10)).hasSize(1);
        Files.delete(test.path().resolve("taken"));
        clock.advance(Duration.ofMinutes(1));
        inbox.look();
        assertThat(file).doesNotExist();
        assertThat(imports.list(null, 10)).hasSize(1);
    }

    @Test
    void hostileNamesAreTaken() throws IOException {
        var names = List.of(
                "two\nlines.csv",
                "<img src=x onerror=alert(1)>.csv",
                "CON.csv",
                "'; drop table intake.import; --.csv",
                "trailing. ",
                "back\\slash..\\..\\x.csv",
                "x".repeat(251) + ".csv");
        for (String name : names) {
            test.drop(name, CUSTOMERS.replace("Anna", "Anna " + name.hashCode()));
        }
        test.lookTwice();
        assertThat(test.files()).hasSize(names.size()).allSatisfy(file -> {
            assertThat(file.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(file.name()).doesNotContain("\n");
            assertThat(Path.of(file.movedTo()).getFileName().toString())
                    .doesNotContainPattern("[<>:\"\\\\|?*\n]|[. ]$")
                    .hasSizeLessThan(230);
            assertThat(test.path().resolve(file.movedTo())).exists();
        });
        assertThat(FileNames.shown("gpj\u202Evsc.csv")).isEqualTo("gpj_vsc.csv");
        assertThat(FileNames.kept("è".repeat(200) + ".csv").getBytes(UTF_8).length)
                .isLessThanOrEqualTo(200);
        assertThat(FileNames.kept("com1.csv")).isEqualTo("_com1.csv");
    }

    @Test
    void aThousandFilesAreTakenInStretchesTheOldestFirst() {
        for (int i = 0; i < 230; i++) {
            test.drop("f" + i + ".csv", CUSTOMERS.replace("Anna", "Anna " + i).getBytes(UTF_8), i);
        }
        test.lookTwice();
        assertThat(test.files()).hasSize(200);
        assertThat(test.files().getLast().name()).isEqualTo("f229.csv");
        inbox.look();
        assertThat(test.files()).hasSize(230);
        assertThat(test.files().getFirst().name()).isEqualTo("f0.csv");
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidOnce(CapturedOutput console) throws IOException {
        Path path = test.path();
        TestInbox.remove(path);
        Files.writeString(path, "a file where the folder should be");
        inbox.look();
        inbox.look();
        inbox.look();
        assertThat(inbox.now().trouble())
                .isEqualTo(new InboxTrouble("intake.inbox.trouble.noFolder", List.of(path.toString())));
        assertThat(console.getOut().split("is no folder", -1)).hasSize(2);
        Files.delete(path);
        test.drop("customers.csv", CUSTOMERS);
        test.lookTwice();
        assertThat(inbox.now().trouble()).isNull();
        assertThat(console.getOut()).contains("can be used again");
        assertThat(test.files()).hasSize(1);
    }

    @Test
    void aFolderOfSomebodyElseIsNotMadeAnew(@TempDir Path drive) {
        Path away = drive.resolve("inbox");
        LegameProperties properties = settings(drive, away);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new InboxFolder(properties).list())
                .satisfies(e -> assertThat(InboxTrouble.of(away, e).key()).isEqualTo("intake.inbox.trouble.missing"));
        assertThat(away).doesNotExist();
    }

    @Test
    void ourOwnFolderIsMadeForNobodyElse(@TempDir Path data) throws IOException {
        InboxFolder ours = new InboxFolder(settings(data, null));
        assertThat(ours.list()).isEmpty();
        assertThat(ours.path()).isEqualTo(data.toAbsolutePath().resolve("inbox"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours.path())))
                .isEqualTo("rwx------");
    }

    private static LegameProperties settings(Path data, @Nullable Path inbox) {
        return new LegameProperties(
                data, null, null, null, DataSize.ofGigabytes(1), inbox, Duration.ofSeconds(15), null, null, null);
    }

    @Test
    void whoRemovesAFileRemovesItsCopyToo() {
        remember();
        test.drop("next.csv", CUSTOMERS + "2,berta@example.com,Berta\n");
        test.lookTwice();
        Import done = test.awaitEnd("next.csv");
        Path copy = test.path().resolve(test.file("next.csv").movedTo());
        assertThat(copy).exists();
        imports.removeFile(done.id());
        assertThat(copy).doesNotExist();
        assertThat(test.file("next.csv").movedTo()).isNull();
    }
}
