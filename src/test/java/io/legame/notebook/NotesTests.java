package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.CustomersInUse;
import io.legame.customers.Identity;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down about customers, and who is named in it. */
@LegameTest
class NotesTests {
    @Autowired
    private Notes notes;

    @Autowired
    private Mentions mentions;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomersInUse inUse;

    @Autowired
    private Merges merges;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private CustomerId rossi = new CustomerId(0);
    private Actor anna = Actor.SYSTEM;
    private Actor bruno = Actor.SYSTEM;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "customers", "access");
        rossi = create("rossi@example.com");
        anna = person("anna@legame.test", "Anna");
        bruno = person("bruno@legame.test", "Bruno Bo");
    }

    private CustomerId create(String email) {
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.EMAIL, email)));
        Identity identity = Identity.email(email);
        return Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
    }

    private Actor person(String email, String name) {
        return new Actor(Actor.Kind.ACCOUNT, signedIn.account(email, name, "SHOP"), name);
    }

    private NoteId write(Actor who, String text) {
        return who.does(() -> notes.add(rossi, text));
    }

    private List<String> texts(CustomerId customer) {
        return notes.of(customer, null, 0, 10).stream().map(Note::text).toList();
    }

    @Test
    void thePinnedComeFirstThenTheNewestAndWordsFindThem() {
        NoteId first = write(anna, "Prefers mornings\r\nand 100% wool");
        write(anna, "Has a dog");
        write(bruno, "Wool again_");
        notes.pin(first, true);
        assertThat(texts(rossi)).containsExactly("Prefers mornings\nand 100% wool", "Wool again_", "Has a dog");
        assertThat(notes.of(rossi, "WOOL morn", 0, 10)).extracting(Note::id).containsExactly(first);
        assertThat(notes.of(rossi, "100%", 0, 10)).hasSize(1);
        assertThat(notes.of(rossi, "_", 0, 10)).hasSize(1);
        assertThat(notes.of(rossi, null, 1, 1)).extracting(Note::text).containsExactly("Wool again_");
        assertThat(notes.count(rossi)).isEqualTo(3);
    }

    @Test
    void nobodysWordsAreLostWhenTwoWriteAtOnce() {
        NoteId id = write(anna, "one");
        anna.does(() -> notes.edit(id, 1, "two"));
        assertThat(anna.does(() -> notes.edit(id, 1, "three")))
                .isInstanceOfSatisfying(
                        Notes.Edited.Outdated.class,
                        outdated -> assertThat(outdated.note().text()).isEqualTo("two"));
        assertThat(texts(rossi)).containsExactly("two");
        Note note = notes.get(id);
        assertThat(note.editedBy()).isEqualTo("Anna");
        assertThat(anna.does(() -> notes.edit(id, note.version(), "two"))).isInstanceOf(Notes.Edited.Saved.class);
        assertThat(notes.get(id).version()).isEqualTo(note.version());
    }

    @Test
    void onlyWhoWroteANoteChangesAndRemovesIt() {
        NoteId id = write(anna, "one");
        assertThatThrownBy(() -> bruno.does(() -> notes.edit(id, 1, "two"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bruno.does(() -> notes.remove(id))).isInstanceOf(Refusal.class);
        anna.does(() -> notes.remove(id));
        assertThat(texts(rossi)).isEmpty();
        assertThatThrownBy(() -> bruno.does(() -> notes.restore(id))).isInstanceOf(Refusal.class);
        assertThat(anna.does(() -> notes.restore(id)).text()).isEqualTo("one");
    }

    @Test
    void whatIsRemovedIsGoneForGoodThirtyDaysLater() {
        NoteId id = write(anna, "one");
        anna.does(() -> notes.remove(id));
        clock.advance(Duration.ofDays(29));
        sweep.run();
        assertThat(inUse.among(List.of(rossi))).containsExactly(rossi);
        clock.advance(Duration.ofDays(2));
        sweep.run();
        assertThat(inUse.among(List.of(rossi))).isEmpty();
        assertThatThrownBy(() -> anna.does(() -> notes.restore(id))).isInstanceOf(Refusal.class);
    }

    @Test
    void whoIsNamedFindsItUntilTheyHaveSeenIt() {
        person("annalisa@legame.test", "Anna Lisa");
        NoteId id = write(bruno, "Ask @anna lisa, not @Anna. Mail to x@Bruno Bo or @Annamaria");
        AccountId lisa = account("annalisa@legame.test");
        assertThat(notes.get(id).mentioned()).containsExactlyInAnyOrder("anna lisa", "Anna");
        assertThat(mentions.unread(lisa)).isEqualTo(1);
        assertThat(mentions.unread(anna.account())).isEqualTo(1);
        assertThat(mentions.unread(bruno.account())).isZero();
        mentions.read(lisa, mentions.of(lisa, 10));
        assertThat(mentions.unread(lisa)).isZero();
        bruno.does(() -> notes.edit(id, 1, "Ask @Anna Lisa"));
        assertThat(mentions.unread(lisa)).isZero();
        assertThat(mentions.of(anna.account(), 10)).isEmpty();
        assertThat(mentions.colleagues("li", 5))
                .extracting(account -> account.name())
                .containsExactly("Anna Lisa");
    }

    private AccountId account(String email) {
        return new AccountId(signedIn.account(email, email, "SHOP"));
    }

    @Test
    void aNoteWithNothingInItOrAboutNobodyIsRefused() {
        assertThatThrownBy(() -> notes.add(rossi, " \n ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> notes.add(rossi, "x".repeat(Notes.LONGEST + 1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> notes.add(new CustomerId(999_999_999), "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsWrittenOfOneThatBecameAnotherIsWrittenOfThatOneAndFindsItsWayBack() {
        CustomerId other = create("other@example.com");
        anna.does(() -> notes.add(other, "before"));
        MergeId merge = merges.merge(MergeRequest.of(rossi, Set.of(other)));
        anna.does(() -> notes.add(other, "since"));
        NoteId given = anna.does(() -> notes.add(rossi, "given"));
        assertThat(texts(rossi)).containsExactly("given", "since", "before");
        merges.undo(merge, java.util.Map.of("notebook:" + given.value(), other, "notebook:999999", other));
        assertThat(texts(rossi)).containsExactly("since");
        assertThat(texts(other)).containsExactly("given", "before");
    }
}
