package io.legame.customers.web;

import io.legame.customers.CorrectionTarget;
import io.legame.customers.CustomerField;
import io.legame.platform.Address;
import io.legame.platform.Shell;
import org.jspecify.annotations.Nullable;

/** How corrections are called and addressed. */
public final class CorrectionTexts {
    private CorrectionTexts() {}

    /** Such as "gmial.com → gmail.com", or the name of a rule. */
    public static String title(Shell shell, CorrectionTarget target) {
        return switch (target) {
            case CorrectionTarget.Proposals all ->
                all.from() == null || all.to() == null
                        ? shell.text("customers.correction.all", field(shell, all.field()))
                        : all.from() + " → " + all.to();
            case CorrectionTarget.Rule rule ->
                shell.text("customers.rule." + rule.rule().code());
        };
    }

    public static String field(Shell shell, CustomerField field) {
        return shell.text(field.textKey());
    }

    /** Where it is shown before it begins. */
    public static String previewPath(CorrectionTarget target) {
        Address path = Address.of("/customers/quality/corrections/new");
        return switch (target) {
            case CorrectionTarget.Proposals all ->
                path.with("field", all.field().code())
                        .with("from", all.from())
                        .with("to", all.to())
                        .toString();
            case CorrectionTarget.Rule rule ->
                path.with("rule", rule.rule().code()).toString();
        };
    }

    public static @Nullable String fieldCode(CorrectionTarget target) {
        return target instanceof CorrectionTarget.Proposals all ? all.field().code() : null;
    }

    public static @Nullable String from(CorrectionTarget target) {
        return target instanceof CorrectionTarget.Proposals all ? all.from() : null;
    }

    public static @Nullable String to(CorrectionTarget target) {
        return target instanceof CorrectionTarget.Proposals all ? all.to() : null;
    }

    public static @Nullable String ruleCode(CorrectionTarget target) {
        return target instanceof CorrectionTarget.Rule rule ? rule.rule().code() : null;
    }
}
