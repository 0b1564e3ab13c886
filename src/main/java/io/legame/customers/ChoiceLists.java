package io.legame.customers;

import static io.legame.customers.db.Tables.CHOICE;
import static io.legame.customers.db.Tables.CHOICE_LIST;

import io.legame.access.AuditTrail;
import io.legame.platform.Refusal;
import io.legame.wording.Folding;
import io.legame.wording.Whitespace;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
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

    /** Offers a choice no longer, or again. */
    @Transactional
    public void archive(long listId, long choice, boolean archived) {
        OffsetDateTime at = archived ? clock.instant().atOffset(ZoneOffset.UTC) : null;
        int found = database.update(CHOICE)
                .set(CHOICE.ARCHIVED_AT, at)
                .where(CHOICE.ID.eq(choice), CHOICE.CHOICE_LIST_ID.eq(listId))
                .execute();
        if (found == 0) {
            throw Refusal.notFound();
        }
        settings.changed();
    }
}
