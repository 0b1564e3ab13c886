package io.legame.intake.web;

import io.legame.intake.DateOrder;
import io.legame.intake.Field;
import io.legame.intake.Plan;
import io.legame.intake.PlanChange;
import io.legame.intake.Replacement;
import io.legame.platform.Refusal;
import io.legame.timeline.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program knows of its file; what it leaves out is detected.
 *
 * @param columns what each column means, by its name: a field such as {@code customer_number} or
 *     {@code custom.} and the code of a custom field, or null to leave it out
 * @param firstLine where the table begins, counted from one
 * @param sheet of a workbook
 * @param dateOrder {@code day_first} or {@code month_first}
 * @param decimalSign {@code .} or {@code ,}
 * @param replacements values that are read as others, one after the other
 */
record PlanRequest(
        @Nullable Map<String, @Nullable String> columns,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable Boolean header,
        @Nullable Integer firstLine,
        @Nullable String sheet,
        @Nullable String dateOrder,
        @Nullable String decimalSign,
        @Nullable Boolean wholeNumbers,
        @Nullable String channel,
        @Nullable String touchpoint,
        @Nullable Boolean createCustomers,
        @Nullable Boolean createProducts,
        @Nullable List<ReplacementRequest> replacements) {

    /**
     * @param field that the column is
     * @param to the value itself when it is right as it is
     */
    record ReplacementRequest(
            @Nullable String field,
            @Nullable String from,
            @Nullable String to) {
        private Replacement read() {
            return new Replacement(PlanRequest.field(required(field)), required(from), required(to));
        }

        private static String required(@Nullable String text) {
            if (text == null) {
                throw Refusal.of("intake.api.replacement");
            }
            return text;
        }
    }

    /** How the file is written decides what its columns are, so it comes first. */
    PlanChange dialectChange() {
        return new PlanChange(
                null,
                null,
                encoding,
                character(delimiter),
                header,
                firstLine,
                sheet,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    PlanChange change(Plan plan) {
        var fields = new ArrayList<@Nullable Field>(plan.fields());
        var custom = new HashMap<>(plan.custom());
        if (columns != null) {
            columns.forEach((name, field) -> {
                int column = column(plan, name);
                boolean isCustom = field != null && field.startsWith(PlanForm.CUSTOM);
                fields.set(column, field == null || isCustom ? null : field(field));
                custom.remove(column);
                if (field != null && isCustom) {
                    custom.put(column, field.substring(PlanForm.CUSTOM.length()));
                }
            });
        }
        return new PlanChange(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                fields,
                dateOrder == null ? null : order(dateOrder),
                character(decimalSign),
                wholeNumbers,
                channel == null ? null : channel(channel),
                touchpoint,
                createCustomers,
                createProducts,
                replacements == null
                        ? null
                        : replacements.stream().map(ReplacementRequest::read).toList(),
                custom);
    }

    private static @Nullable Character character(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.charAt(0);
    }

    private static int column(Plan plan, String name) {
        int column = plan.headers().indexOf(name);
        if (column < 0) {
            throw Refusal.of("intake.api.column", name);
        }
        return column;
    }

    private static Field field(String name) {
        return Field.of(name).orElseThrow(() -> Refusal.of("intake.api.field", name));
    }

    private static DateOrder order(String name) {
        for (DateOrder order : DateOrder.values()) {
            if (order.code().equals(name)) {
                return order;
            }
        }
        throw Refusal.of("intake.api.dateOrder", name);
    }

    private static Channel channel(String name) {
        for (Channel channel : Channel.values()) {
            if (channel.code().equals(name)) {
                return channel;
            }
        }
        throw Refusal.of("intake.api.channel", name);
    }
}
