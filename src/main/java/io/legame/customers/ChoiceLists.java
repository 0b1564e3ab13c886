package io.legame.customers;

import static io.legame.customers.db.Tables.CHOICE;
import static io.legame.customers.db.Tables.CHOICE_LIST;

import io.legame.access.AuditTrail;
import io.legame.customers.db.tables.records.ChoiceListRecord;
import io.legame.platform.Refusal;
import io.legame.wording.Folding;
import io.legame.wording.Whitespace;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The company's own words to choose from. A choice is never deleted: whoever has it keeps it. */
@Component
public class ChoiceLists {
    private static final int LONGEST = 100;
    private static final int MOST = 1_000;

    private final DSLContext database;
    private final CustomerSettings settings;
    private final AuditTrail audit;
    private final InstantSource clock;

    ChoiceLists(DSLContext database, CustomerSettings settings, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** All by name. */
    public List<ChoiceList> all() {
        return new CustomFieldTable(database).lists();
    }

    public Optional<ChoiceList> find(long id) {
        return all().stream().filter(list -> list.id() == id).findFirst();
    }

    /** @param labels in their order; one that is there twice is there once */
    @Transactional
    public ChoiceList create(String name, List<String> labels) {
        String clean = checked(name);
        if (all().stream().anyMatch(list -> Folding.fold(list.name()).equals(Folding.fold(clean)))) {
            throw Refusal.of("customers.choices.error.known", clean);
        }
        long id = database.insertInto(CHOICE_LIST)
                .set(CHOICE_LIST.NAME, clean)
                .returningResult(CHOICE_LIST.ID)
                .fetchSingle(CHOICE_LIST.ID);
        add(id, labels);
        audit.record("customers.choiceListCreated", "choiceList", Long.toString(id), Map.of("name", clean));
        return find(id).orElseThrow();
    }

    private static String checked(String text) {
        String clean = Whitespace.collapse(text);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Refusal.of("customers.fields.error.name", LONGEST);
        }
        return clean;
    }

    /** Adds choices at the end; those that were put aside come back. */
    @Transactional
    public void add(long listId, List<String> labels) {
        ChoiceList list = find(listId).orElseThrow(Refusal::notFound);
        if (list.choices().size() + labels.size() > MOST) {
            throw Refusal.of("customers.choices.error.tooMany", MOST);
        }
        Set<String> known = new HashSet<>();
        list.choices().forEach(choice -> known.add(Folding.fold(choice.label())));
        int position = list.choices().size();
        for (String label : labels) {
            String clean = checked(label);
            if (known.add(Folding.fold(clean))) {
                database.insertInto(CHOICE)
                        .set(CHOICE.CHOICE_LIST_ID, listId)
                        .set(CHOICE.LABEL, clean)
                        .set(CHOICE.POSITION, ++position)
                        .execute();
            }
        }
        settings.changed();
    }

    /** Calls a choice another way; whoever has it has it under the new name. */
    @Transactional
    public void rename(long listId, long choice, String label) {
        String clean = checked(label);
        ChoiceList list = find(listId).orElseThrow(Refusal::notFound);
        if (list.find(choice).isEmpty()) {
            throw Refusal.notFound();
        }
        if (list.choices().stream()
                .anyMatch(other ->
                        other.id() != choice && Folding.fold(other.label()).equals(Folding.fold(clean)))) {
            throw Refusal.of("customers.choices.error.known", clean);
        }
        database.update(CHOICE)
                .set(CHOICE.LABEL, clean)
                .where(CHOICE.ID.eq(choice))
                .execute();
        settings.changed();
    }

    /** Calls a list another way. */
    @Transactional
    public void rename(long listId, String name) {
        String clean = checked(name);
        if (all().stream()
                .anyMatch(other ->
                        other.id() != listId && Folding.fold(other.name()).equals(Folding.fold(clean)))) {
            throw Refusal.of("customers.choices.error.known", clean);
        }
        set(listId, CHOICE_LIST.NAME, clean);
        audit.record("customers.choiceListRenamed", "choiceList", Long.toString(listId), Map.of("name", clean));
    }

    private <T> void set(long listId, TableField<ChoiceListRecord, T> column, @Nullable T value) {
        int found = database.update(CHOICE_LIST)
                .set(column, value)
                .where(CHOICE_LIST.ID.eq(listId))
                .execute();
        if (found == 0) {
            throw Refusal.notFound();
        }
        settings.changed();
    }

    /** Offers a list for fields no longer, or again; the fields that have it go on as they are. */
    @Transactional
    public void archive(long listId, boolean archived) {
        ChoiceList list = find(listId).orElseThrow(Refusal::notFound);
        set(listId, CHOICE_LIST.ARCHIVED_AT, at(archived));
        audit.record(
                archived ? "customers.choiceListArchived" : "customers.choiceListRestored",
                "choiceList",
                Long.toString(listId),
                Map.of("name", list.name()));
    }

    private @Nullable OffsetDateTime at(boolean archived) {
        return archived ? clock.instant().atOffset(ZoneOffset.UTC) : null;
    }

    /** Puts the choices of a list in this order; those that are not named follow as they were. */
    @Transactional
    public void order(long listId, List<Long> choices) {
        ChoiceList list = find(listId).orElseThrow(Refusal::notFound);
        var order = new LinkedHashSet<>(choices);
        List<Long> known = list.choices().stream().map(Choice::id).toList();
        if (!known.containsAll(order)) {
            throw Refusal.notFound();
        }
        order.addAll(known);
        int position = 0;
        for (long choice : order) {
            database.update(CHOICE)
                    .set(CHOICE.POSITION, ++position)
                    .where(CHOICE.ID.eq(choice))
                    .execute();
        }
        settings.changed();
    }

    /** Moves a choice up or down in its list. */
    @Transactional
    public void move(long listId, long choice, boolean up) {
        ChoiceList list = find(listId).orElseThrow(Refusal::notFound);
        var order = new ArrayList<>(list.choices().stream().map(Choice::id).toList());
        int at = order.indexOf(choice);
        int to = up ? at - 1 : at + 1;
        if (at < 0) {
            throw Refusal.notFound();
        }
        if (to >= 0 && to < order.size()) {
            order.add(to, order.remove(at));
            order(listId, order);
        }
    }

    /** Offers a choice no longer, or again. */
    @Transactional
    public void archive(long listId, long choice, boolean archived) {
        int found = database.update(CHOICE)
                .set(CHOICE.ARCHIVED_AT, at(archived))
                .where(CHOICE.ID.eq(choice), CHOICE.CHOICE_LIST_ID.eq(listId))
                .execute();
        if (found == 0) {
            throw Refusal.notFound();
        }
        settings.changed();
    }
}
