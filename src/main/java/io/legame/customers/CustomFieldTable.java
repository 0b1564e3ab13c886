package io.legame.customers;

import static io.legame.customers.db.Tables.CHOICE;
import static io.legame.customers.db.Tables.CHOICE_LIST;
import static io.legame.customers.db.Tables.CUSTOM_FIELD;

import io.legame.customers.db.tables.records.ChoiceRecord;
import io.legame.customers.db.tables.records.CustomFieldRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Reads the tables of custom fields and choices. */
final class CustomFieldTable {
    private final DSLContext database;

    CustomFieldTable(DSLContext database) {
        this.database = database;
    }

    CustomFieldList read() {
        List<CustomFieldRecord> rows = database.selectFrom(CUSTOM_FIELD)
                .orderBy(CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
                .fetch();
        if (rows.isEmpty()) {
            return CustomFieldList.NONE;
        }
        List<ChoiceList> lists = lists();
        Map<Long, ChoiceList> byId = lists.stream().collect(Collectors.toMap(ChoiceList::id, Function.identity()));
        return new CustomFieldList(rows.stream().map(row -> field(row, byId)).toList(), lists);
    }

    private static CustomField field(CustomFieldRecord row, Map<Long, ChoiceList> lists) {
        return new CustomField(
                new CustomFieldId(row.getId()),
                row.getCode(),
                row.getName(),
                row.getHelp(),
                CustomFieldType.of(row.getType()).orElseThrow(),
                row.getCustomerKind(),
                row.getGroupName(),
                row.getRequired(),
                row.getIsUnique(),
                row.getDefaultValue(),
                row.getChoiceListId() == null ? null : lists.get(row.getChoiceListId()),
                row.getArchivedAt() != null);
    }

    /** All lists by name, with their choices in their order. */
    List<ChoiceList> lists() {
        Map<Long, List<ChoiceRecord>> choices = database.selectFrom(CHOICE)
                .orderBy(CHOICE.CHOICE_LIST_ID, CHOICE.POSITION, CHOICE.ID)
                .fetchGroups(CHOICE.CHOICE_LIST_ID, row -> row);
        return database.selectFrom(CHOICE_LIST)
                .orderBy(CHOICE_LIST.NAME, CHOICE_LIST.ID)
                .fetch(list -> new ChoiceList(
                        list.getId(),
                        list.getName(),
                        choices.getOrDefault(list.getId(), List.of()).stream()
                                .map(row -> new Choice(row.getId(), row.getLabel(), row.getArchivedAt() != null))
                                .toList(),
                        list.getArchivedAt() != null));
    }
}
