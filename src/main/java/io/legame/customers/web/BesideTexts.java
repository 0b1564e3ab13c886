package io.legame.customers.web;

import io.legame.customers.Beside;
import io.legame.customers.BesideChange;
import io.legame.customers.ContactPreference;
import io.legame.customers.CustomerAddress;
import io.legame.customers.CustomerId;
import io.legame.platform.Shell;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of what lies beside a customer, as people read them. */
public final class BesideTexts {
    private BesideTexts() {}

    /** What it is that changed. */
    public static String label(Shell shell, BesideChange change) {
        return switch (Objects.requireNonNull(change.after() == null ? change.before() : change.after())) {
            case Beside.Related related -> CustomerRelations.name(shell, related.kind(), related.side());
            case Beside.Located located ->
                shell.text(
                        "customers.history.address",
                        shell.text("customers.address.kind."
                                + located.address().kind().code()));
            case Beside.Reached reached -> shell.text("customers.contact.how");
        };
    }

    public static @Nullable String text(Shell shell, @Nullable Beside state) {
        return switch (state) {
            case null -> null;
            case Beside.Related related -> joined(" · ", related.otherName(), days(shell, related), related.note());
            case Beside.Located located -> address(shell, located.address());
            case Beside.Reached reached -> preference(shell, reached.preference());
        };
    }

    private static String joined(String sign, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(sign));
    }

    private static @Nullable String days(Shell shell, Beside.Related related) {
        if (related.until() == null) {
            return related.since() == null
                    ? null
                    : shell.text("customers.relation.sinceDay", shell.date(related.since()));
        }
        return related.since() == null
                ? shell.text("customers.relation.untilDay", shell.date(related.until()))
                : shell.date(related.since()) + " – " + shell.date(related.until());
    }

    private static String address(Shell shell, CustomerAddress address) {
        return joined(", ", address.line(), ContactPanel.country(shell, address));
    }

    private static String preference(Shell shell, ContactPreference preference) {
        var panel = new ContactPanel(new CustomerId(0), preference, List.of());
        return joined(
                " · ",
                preference.channel() == null ? null : shell.text("customers.contact.channel." + preference.channel()),
                panel.times(shell),
                panel.languages(shell),
                preference.note());
    }
}
