package io.legame.customers.web;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.BulkAction;
import io.legame.customers.BulkActions;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what is done to many customers. */
@Component
class BulkTexts {
    private final BulkActions actions;
    private final CustomFields fields;
    private final Units units;
    private final Texts texts;

    BulkTexts(BulkActions actions, CustomFields fields, Units units, Texts texts) {
        this.actions = actions;
        this.fields = fields;
        this.units = units;
        this.texts = texts;
    }

    BulkStatus status(BulkAction action) {
        return new BulkStatus(action, title(action.change()));
    }

    /** “Language: it”, in the language of the request. */
    private String title(@Nullable BulkChange change) {
        if (change != null && !actions.sees(change)) {
            return text("customers.bulk.title.hidden");
        }
        return switch (change) {
            case null -> "";
            case BulkChange.Write write -> written(name(write.field()), change, write.text() == null);
            case BulkChange.WriteOwn write ->
                written(name(write.field()), change, write.texts().isEmpty());
            case BulkChange.AddChoices add ->
                text("customers.bulk.title.add", name(add.field()), String.valueOf(actions.stored(add)));
            case BulkChange.TakeChoices take ->
                text("customers.bulk.title.take", name(take.field()), String.valueOf(actions.stored(take)));
            case BulkChange.Assign assign -> text("customers.bulk.title.assign", name(assign.unit()));
            case BulkChange.Unassign unassign -> text("customers.bulk.title.unassign", name(unassign.unit()));
            case BulkChange.Archive archive -> text("customers.bulk.title.archive");
            case BulkChange.Delete delete -> text("customers.bulk.title.delete");
        };
    }

    private String written(String name, BulkChange change, boolean empty) {
        return empty
                ? text("customers.bulk.title.empty", name)
                : text("customers.bulk.title.write", name, String.valueOf(actions.stored(change)));
    }

    private String name(CustomerField field) {
        return text(field.textKey());
    }

    private String name(CustomFieldId id) {
        return fields.find(id).map(CustomField::name).orElse("#" + id.value());
    }

    private String name(UnitId id) {
        return units.find(id).map(Unit::name).orElse("#" + id.value());
    }

    private String text(String key, Object... arguments) {
        Locale language = LocaleContextHolder.getLocale();
        return texts.get(language, key, arguments);
    }
}
