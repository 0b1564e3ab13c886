package io.legame.customers;

import java.util.List;
import java.util.Objects;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Takes the proposal of a flag, as long as it is one for the value that is there. */
record ProposalCorrection(CorrectionTarget.Proposals target) implements Correcting {
    @Override
    public List<CorrectedValue> of(CustomerState state) {
        CustomerField field = target.field();
        String proposal = proposal(state, field);
        TableField<?, String> column = CustomerRow.column(field);
        String value = column == null ? null : state.row().get(column);
        if (proposal == null
                || value == null
                || !isOfGroup(target.from(), value)
                || !isOfGroup(target.to(), proposal)) {
            return List.of();
        }
        // the proposal is for another address of the same domain
        boolean outdated = field == CustomerField.EMAIL && !mailbox(value).equals(mailbox(proposal));
        return outdated ? List.of() : List.of(new CorrectedValue(field, proposal, null));
    }

    static @Nullable String proposal(CustomerState state, CustomerField field) {
        ValueFlag flag = state.flag(field);
        return flag != null && flag.needsLook() ? flag.proposal() : null;
    }

    private boolean isOfGroup(@Nullable String group, String value) {
        return group == null || Objects.equals(group, group(target.field(), value));
    }

    /** What values of the field are grouped by: addresses by their domain. */
    static String group(CustomerField field, String value) {
        return field == CustomerField.EMAIL ? value.substring(value.lastIndexOf('@') + 1) : value;
    }

    private static String mailbox(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }
}
