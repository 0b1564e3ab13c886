package io.legame.customers;

import static io.legame.customers.CustomerField.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the company's own fields when customers become one. */
@LegameTest
class CustomMergesTests {
    @Autowired
    private Merges merges;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private int number;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        settings.write(Identity.Kind.EMAIL);
    }

    private CustomField field(String name, CustomFieldType type) {
        return fields.create(CustomFieldDraft.of(name, type));
    }

    private CustomField sports(String... labels) {
        ChoiceList list = lists.create("Sport", List.of(labels));
        return fields.create(
                new CustomFieldDraft("Sport", null, CustomFieldType.CHOICES, null, "", false, false, null, list.id()));
    }

    private CustomerId create(Map<CustomField, List<String>> values) {
        clock.advance(Duration.ofMinutes(1));
        var custom = new HashMap<CustomFieldId, List<String>>();
        values.forEach((field, texts) -> custom.put(field.id(), texts));
        CustomerDraft draft = CustomerDraft.of(EMAIL, "c" + number++ + "@example.com");
        return ((Edit.Saved) edits.create(draft.with(new CustomDraft(custom)))).customer();
    }

    private Object value(CustomerId id, CustomField field) {
        return Objects.requireNonNullElse(
                customers.find(id).orElseThrow().custom().get(field.code()), "nothing");
    }

    private MergeId merge(Map<CustomFieldId, CustomerId> wanted, CustomerId survivor, CustomerId... others) {
        clock.advance(Duration.ofMinutes(1));
        return merges.merge(new MergeRequest(survivor, Set.of(others), Map.of(), wanted, Map.of()));
    }

    private MergeProposal.CustomChoice choice(CustomField field, CustomerId survivor, CustomerId... others) {
        var all = new ArrayList<>(List.of(others));
        all.add(survivor);
        return merges.propose(all, Optional.of(survivor)).custom().stream()
                .filter(choice -> choice.field().id().equals(field.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFieldThatDiffersIsAChoiceTheSurvivorsThenTheLatest() {
        CustomField nickname = field("Soprannome", CustomFieldType.TEXT);
        CustomField shoes = field("Scarpe", CustomFieldType.NUMBER);
        CustomField same = field("Fonte", CustomFieldType.TEXT);
        CustomerId anna = create(Map.of(nickname, List.of("Nina"), same, List.of("fiera")));
        CustomerId older = create(Map.of(nickname, List.of("Annina"), shoes, List.of("37"), same, List.of("fiera")));
        CustomerId latest = create(Map.of(shoes, List.of("38")));
        String before = BaseContents.of(database);

        assertThat(choice(nickname, anna, older, latest).chosen()).isEqualTo(anna);
        assertThat(choice(shoes, anna, older, latest)).satisfies(choice -> {
            assertThat(choice.chosen()).isEqualTo(latest);
            assertThat(choice.values()).containsOnlyKeys(older, latest);
            assertThat(choice.differs()).isTrue();
        });
        assertThat(choice(same, anna, older, latest).differs()).isFalse();

        MergeId byDefault = merge(Map.of(), anna, older, latest);
        assertThat(value(anna, nickname)).isEqualTo("Nina");
        assertThat(value(anna, shoes)).isEqualTo(new BigDecimal("38"));
        merges.undo(byDefault);
        assertThat(BaseContents.of(database)).isEqualTo(before);

        MergeId chosen = merge(Map.of(nickname.id(), older, shoes.id(), older), anna, older, latest);
        assertThat(value(anna, nickname)).isEqualTo("Annina");
        assertThat(value(anna, shoes)).isEqualTo(new BigDecimal("37"));
        merges.undo(chosen);
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @Test
    void aValueThatTheTypeCannotReadGivesWay() {
        CustomField shoes = field("Scarpe", CustomFieldType.TEXT);
        CustomerId anna = create(Map.of(shoes, List.of("circa 38")));
        CustomerId other = create(Map.of(shoes, List.of("37")));
        fields.update(shoes.id(), CustomFieldDraft.of("Scarpe", CustomFieldType.NUMBER));

        assertThat(choice(shoes, anna, other).chosen()).isEqualTo(other);
        MergeId merge = merge(Map.of(), anna, other);
        assertThat(value(anna, shoes)).isEqualTo(new BigDecimal("37"));
        merges.undo(merge);
        fields.update(shoes.id(), CustomFieldDraft.of("Scarpe", CustomFieldType.TEXT));
        assertThat(value(anna, shoes)).isEqualTo("circa 38");
    }

    @Test
    void severalChoicesOfAllStayUnlessOneIsNamed() {
        CustomField sports = sports("nuoto", "tennis", "vela", "sci");
        CustomerId anna = create(Map.of(sports, List.of("vela")));
        CustomerId other = create(Map.of(sports, List.of("sci", "nuoto")));
        String before = BaseContents.of(database);

        MergeId together = merge(Map.of(), anna, other);
        assertThat(value(anna, sports)).isEqualTo(List.of("nuoto", "vela", "sci"));
        merges.undo(together);
        assertThat(BaseContents.of(database)).isEqualTo(before);

        MergeId alone = merge(Map.of(sports.id(), other), anna, other);
        assertThat(value(anna, sports)).isEqualTo(List.of("nuoto", "sci"));
        merges.undo(alone);
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @Test
    void whatIsArchivedIsKeptAndAUniqueValueStillFinds() {
        CustomField old = field("Vecchio", CustomFieldType.TEXT);
        CustomField card = fields.create(
                new CustomFieldDraft("Tessera", null, CustomFieldType.TEXT, null, "", false, true, null, null));
        CustomerId anna = create(Map.of(card, List.of("T-1")));
        CustomerId other = create(Map.of(card, List.of("T-2"), old, List.of("sì")));
        fields.archive(old.id(), true);
        String before = BaseContents.of(database);

        MergeId merge = merge(Map.of(card.id(), other), anna, other);
        assertThat(customers.find(List.of(
                        new Identity(Identity.Kind.FIELD, card.code(), "T-1"),
                        new Identity(Identity.Kind.FIELD, card.code(), "T-2"))))
                .hasSize(2)
                .allSatisfy((identity, owner) -> assertThat(owner).isEqualTo(anna));
        assertThat(value(anna, card)).isEqualTo("T-2");
        fields.archive(old.id(), false);
        assertThat(value(anna, old)).isEqualTo("sì");
        fields.archive(old.id(), true);
        merges.undo(merge);
        assertThat(BaseContents.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takenBackInTurnEveryStateComesBack(long seed) {
        var random = new Random(seed);
        CustomField text = field("Testo", CustomFieldType.TEXT);
        CustomField sports = sports("nuoto", "tennis", "vela", "sci");
        var left = new ArrayList<CustomerId>();
        for (int i = 0; i < 8; i++) {
            var values = new HashMap<CustomField, List<String>>();
            if (random.nextInt(3) > 0) {
                values.put(text, List.of("testo " + random.nextInt(3)));
            }
            if (random.nextInt(3) > 0) {
                values.put(sports, List.of("nuoto", "tennis", "vela", "sci").subList(random.nextInt(3), 4));
            }
            left.add(create(values));
        }
        var states = new ArrayDeque<String>();
        var done = new ArrayDeque<MergeId>();
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            var group = List.copyOf(left.subList(0, Math.min(left.size(), 2 + random.nextInt(2))));
            states.push(BaseContents.of(database));
            Map<CustomFieldId, CustomerId> wanted =
                    random.nextBoolean() ? Map.of() : Map.of(text.id(), group.getLast(), sports.id(), group.getLast());
            clock.advance(Duration.ofMinutes(1));
            done.push(
                    merges.merge(new MergeRequest(group.getFirst(), new HashSet<>(group), Map.of(), wanted, Map.of())));
            left.removeAll(group.subList(1, group.size()));
        }
        while (!done.isEmpty()) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(merges.undo(done.pop()).values()).isFalse();
            assertThat(BaseContents.of(database)).isEqualTo(states.pop());
        }
    }
}
