package io.legame.notebook;

import static io.legame.notebook.db.Tables.MENTION;
import static io.legame.notebook.db.Tables.NOTE;

import io.legame.access.Account;
import io.legame.access.AccountId;
import io.legame.access.Accounts;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Colleagues whom notes name with an {@code @} before their name, and what of it they have seen. */
@Component
public class Mentions {
    private final DSLContext database;
    private final Owners owners;
    private final Accounts accounts;
    private final InstantSource clock;

    Mentions(DSLContext database, Owners owners, Accounts accounts, InstantSource clock) {
        this.database = database;
        this.owners = owners;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Colleagues whose name, or a further word of it, begins so, at most {@code limit}. */
    public List<Account> colleagues(String beginning, int limit) {
        String typed = beginning.strip().toLowerCase(Locale.ROOT);
        return accounts.all().stream()
                .filter(Account::enabled)
                .filter(account -> (" " + account.name().toLowerCase(Locale.ROOT)).contains(" " + typed))
                .limit(limit)
                .toList();
    }

    /** Notes whom the text names; who was named before by an older text and is no more is forgotten. */
    void write(NoteId note, String text, OffsetDateTime now) {
        Map<AccountId, String> named = named(text);
        Long[] ids = named.keySet().stream().map(AccountId::value).toArray(Long[]::new);
        database.deleteFrom(MENTION)
                .where(MENTION.NOTE_ID.eq(note.value()), MENTION.ACCOUNT_ID.ne(DSL.all(ids)))
                .execute();
        named.forEach((account, name) -> database.insertInto(MENTION)
                .set(MENTION.NOTE_ID, note.value())
                .set(MENTION.ACCOUNT_ID, account.value())
                .set(MENTION.NAME, name)
                .set(MENTION.AT, now)
                .onConflict(MENTION.NOTE_ID, MENTION.ACCOUNT_ID)
                .doUpdate()
                .set(MENTION.NAME, name)
                .execute());
    }

    /** The longest name comes first, so that Anna Rossi is not taken for an Anna. */
    private Map<AccountId, String> named(String text) {
        List<Account> longestFirst = accounts.all().stream()
                .filter(Account::enabled)
                .sorted(Comparator.comparingInt(
                        (Account account) -> -account.name().length()))
                .toList();
        var named = new LinkedHashMap<AccountId, String>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String name =
                    at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) ? null : name(text, at + 1, longestFirst);
            if (name != null) {
                // who has the same name is told too
                longestFirst.stream()
                        .filter(account -> account.name().equalsIgnoreCase(name))
                        .forEach(account -> named.putIfAbsent(account.id(), name));
            }
        }
        return named;
    }

    private static @Nullable String name(String text, int from, List<Account> accounts) {
        return accounts.stream()
                .map(Account::name)
                .filter(name -> text.regionMatches(true, from, name, 0, name.length()))
                .filter(name -> from + name.length() == text.length()
                        || !Character.isLetterOrDigit(text.charAt(from + name.length())))
                .map(name -> text.substring(from, from + name.length()))
                .findFirst()
                .orElse(null);
    }

    /** Where somebody is named, the latest first, at most {@code limit}. */
    public List<Mention> of(AccountId account, int limit) {
        return database.select(MENTION.NOTE_ID, MENTION.AT, MENTION.READ_AT)
                .from(MENTION)
                .join(NOTE)
                .on(NOTE.ID.eq(MENTION.NOTE_ID))
                .where(MENTION.ACCOUNT_ID.eq(account.value()), NOTE.REMOVED_AT.isNull(), owners.seen(NOTE.CUSTOMER_ID))
                .orderBy(MENTION.NOTE_ID.desc())
                .limit(limit)
                .fetch(row -> new Mention(new NoteId(row.value1()), row.value2().toInstant(), row.value3() != null));
    }

    /** How many of them they have not seen. */
    public int unread(AccountId account) {
        return database.fetchCount(
                MENTION.join(NOTE).on(NOTE.ID.eq(MENTION.NOTE_ID)),
                MENTION.ACCOUNT_ID.eq(account.value()),
                MENTION.READ_AT.isNull(),
                NOTE.REMOVED_AT.isNull(),
                owners.seen(NOTE.CUSTOMER_ID));
    }

    /** They have seen all of these by now. */
    @Transactional
    public void read(AccountId account, List<Mention> seen) {
        Long[] notes = seen.stream().map(mention -> mention.note().value()).toArray(Long[]::new);
        database.update(MENTION)
                .set(MENTION.READ_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(
                        MENTION.ACCOUNT_ID.eq(account.value()),
                        MENTION.NOTE_ID.eq(DSL.any(notes)),
                        MENTION.READ_AT.isNull())
                .execute();
    }
}
