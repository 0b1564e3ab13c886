package io.legame.segments;

import io.legame.access.Scope;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.customers.SeenFields;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Nobody learns from what is proposed what they do not see: values of limited fields, or of others' customers. */
@Component
@Primary
class SeenProposals implements Proposals {
    private final KnownValues known;
    private final CustomFields fields;
    private final FieldAccess access;

    SeenProposals(KnownValues known, CustomFields fields, FieldAccess access) {
        this.known = known;
        this.fields = fields;
        this.access = access;
    }

    @Override
    public List<Proposed> of(String source, String search, int limit) {
        if (!seen(source)) {
            return List.of();
        }
        List<Proposed> proposed = known.of(source, search, limit);
        if (Scope.current().everybody()) {
            return proposed;
        }
        return few(source)
                ? proposed.stream()
                        .map(each -> new Proposed(each.value(), each.label(), null))
                        .toList()
                : List.of();
    }

    private boolean seen(String source) {
        SeenFields seen = access.current();
        return custom(source)
                .map(field -> seen.level(field) == FieldLevel.FULL)
                .or(() -> Attribute.of(source)
                        .map(attribute -> attribute.fields().stream().allMatch(seen::full)))
                .orElse(true);
    }

    private Optional<CustomField> custom(String source) {
        return fields.all().stream()
                .filter(field -> source.equals(KnownValues.CUSTOM + field.code()))
                .findFirst();
    }

    /** Words of a closed list tell of nobody; what was written down of an interaction may. */
    private boolean few(String source) {
        return DetailField.name(source).isEmpty() && isClosedList(source);
    }

    private boolean isClosedList(String source) {
        return custom(source)
                .map(field -> field.type().isChosen())
                .or(() -> Attribute.of(source)
                        .map(attribute ->
                                attribute.type() == Attribute.Type.CHOICE || attribute.type() == Attribute.Type.MONTH))
                .orElse(true);
    }
}
