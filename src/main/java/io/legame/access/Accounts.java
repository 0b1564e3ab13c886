package io.legame.access;

import static io.legame.access.db.Tables.ACCOUNT;

import io.legame.access.db.tables.records.AccountRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the staff. There is always an administrator who may sign in, once there was one. */
@Component
@Transactional
public class Accounts {
    private static final String SUBJECT = "account";

    private final DSLContext database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Units units;
    private final AuditTrail audit;
    private final InstantSource clock;

    Accounts(
            DSLContext database,
            Passwords passwords,
            Sessions sessions,
            Units units,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** True until the first administrator is created. */
    @Transactional(readOnly = true)
    public boolean none() {
        return !database.fetchExists(ACCOUNT);
    }

    @Transactional(readOnly = true)
    public Account get(AccountId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return database.selectFrom(ACCOUNT).where(is(id)).fetchOptional(Accounts::account);
    }

    /** Enabled ones first, by name. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return database.selectFrom(ACCOUNT)
                .orderBy(ACCOUNT.DISABLED_AT.isNotNull(), DSL.lower(ACCOUNT.NAME), ACCOUNT.ID)
                .fetch(Accounts::account);
    }

    /** Creates the first administrator; refused once there is an account, even in the same instant. */
    public Account found(String email, String name, Password password) {
        var row = draft(email, name, Set.of(Role.ADMINISTRATOR), password);
        row.setFounder(true);
        Account founder = none() ? insert(row) : null;
        if (founder == null) {
            throw new Refusal(HttpStatus.CONFLICT, "access.error.founded");
        }
        audit.record(founder.actor(), "access.founded", SUBJECT, id(founder), Map.of("email", founder.email()));
        return founder;
    }

    /** Creates an account with a password that its owner should change. */
    public Account create(String email, String name, Set<Role> roles, Scope sees, Password password) {
        var row = draft(email, name, roles, password);
        row.setSees(sees(roles, sees).numbers());
        row.setPasswordGiven(true);
        Account created = insert(row);
        if (created == null) {
            throw Refusal.of("access.error.emailTaken", row.getEmail());
        }
        audit.record(
                "access.account-created",
                SUBJECT,
                id(created),
                Map.of("email", created.email(), "roles", roles, "sees", sees.told()));
        return created;
    }

    public void edit(AccountId id, String name, Set<Role> roles, Scope sees) {
        Account before = get(id);
        database.update(ACCOUNT)
                .set(ACCOUNT.NAME, Names.of(name))
                .set(ACCOUNT.ROLES, column(roles))
                .set(ACCOUNT.SEES, sees(roles, sees).numbers())
                .where(is(id))
                .execute();
        refuseWithoutAdministrator();
        audit.record(
                "access.account-edited",
                SUBJECT,
                id(before),
                Map.of(
                        "roles",
                        roles,
                        "sees",
                        sees.told(),
                        "before",
                        before.roles(),
                        "saw",
                        before.sees().told()));
    }

    /** Administrators decide who sees whom, so that for them nobody is out of sight. */
    private Scope sees(Set<Role> roles, Scope sees) {
        if (roles.contains(Role.ADMINISTRATOR) && !sees.everybody()) {
            throw Refusal.of("access.error.administratorSees");
        }
        return units.known(sees);
    }

    /** The account cannot be used any more, from its very next request. */
    public void disable(AccountId id) {
        Account account = get(id);
        if (Actor.current().equals(account.actor())) {
            throw Refusal.of("access.error.oneself");
        }
        if (account.enabled()) {
            database.update(ACCOUNT)
                    .set(ACCOUNT.DISABLED_AT, now())
                    .where(is(id))
                    .execute();
            refuseWithoutAdministrator();
            sessions.endAll(id);
            audit.record("access.account-disabled", SUBJECT, id(account), Map.of("email", account.email()));
        }
    }

    public void enable(AccountId id) {
        Account account = get(id);
        if (!account.enabled()) {
            database.update(ACCOUNT).setNull(ACCOUNT.DISABLED_AT).where(is(id)).execute();
            audit.record("access.account-enabled", SUBJECT, id(account), Map.of("email", account.email()));
        }
    }

    /** Gives the account another password, for somebody who forgot theirs, and ends its sessions. */
    public void resetPassword(AccountId id, Password password) {
        Account account = get(id);
        password.check(account.email());
        setPassword(id, password, true);
        sessions.endAll(id);
        audit.record("access.password-reset", SUBJECT, id(account), Map.of("email", account.email()));
    }

    /** Changes one's own password and ends one's other sessions. */
    public void changePassword(AccountId id, Password current, Password password) {
        Account account = get(id);
        String hash = database.fetchSingle(ACCOUNT, is(id)).getPasswordHash();
        if (!passwords.matches(current, hash)) {
            throw Refusal.of("access.error.wrongPassword");
        }
        password.check(account.email());
        setPassword(id, password, false);
        sessions.endOthers(id);
        audit.record("access.password-changed", SUBJECT, id(account), Map.of());
    }

    public void rename(AccountId id, String name) {
        database.update(ACCOUNT).set(ACCOUNT.NAME, Names.of(name)).where(is(id)).execute();
        audit.record("access.account-renamed", SUBJECT, Long.toString(id.value()), Map.of());
    }

    public void speak(AccountId id, Locale language) {
        database.update(ACCOUNT)
                .set(ACCOUNT.LANGUAGE, language.getLanguage())
                .where(is(id))
                .execute();
    }

    private AccountRecord draft(String email, String name, Set<Role> roles, Password password) {
        String address = Names.email(email);
        password.check(address);
        var row = database.newRecord(ACCOUNT);
        row.setEmail(address);
        row.setName(Names.of(name));
        row.setRoles(column(roles));
        row.setPasswordHash(passwords.hash(password));
        row.setCreatedAt(now());
        return row;
    }

    /** Null when the e-mail, or being the founder, is taken. */
    private @Nullable Account insert(AccountRecord row) {
        return database.insertInto(ACCOUNT)
                .set(row)
                .onConflictDoNothing()
                .returning()
                .fetchOne(Accounts::account);
    }

    private void setPassword(AccountId id, Password password, boolean given) {
        database.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwords.hash(password))
                .set(ACCOUNT.PASSWORD_GIVEN, given)
                .where(is(id))
                .execute();
    }

    /** Two administrators who dismiss each other at once queue here: the second one is refused. */
    private void refuseWithoutAdministrator() {
        database.execute("select pg_advisory_xact_lock(hashtext('access.administrators'))");
        Condition administrates = ACCOUNT.ROLES.contains(new String[] {Role.ADMINISTRATOR.name()});
        if (!database.fetchExists(ACCOUNT, ACCOUNT.DISABLED_AT.isNull(), administrates)) {
            throw Refusal.of("access.error.lastAdministrator");
        }
    }

    private static String[] column(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Refusal.of("access.error.noRole");
        }
        return EnumSet.copyOf(roles).stream().map(Role::name).toArray(String[]::new);
    }

    private static Condition is(AccountId id) {
        return ACCOUNT.ID.eq(id.value());
    }

    private static String id(Account account) {
        return Long.toString(account.id().value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Account account(AccountRecord row) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getRoles()).map(Role::valueOf).forEach(roles::add);
        return new Account(
                new AccountId(row.getId()),
                row.getEmail(),
                row.getName(),
                roles,
                Scope.of(row.getSees()),
                row.getLanguage(),
                row.getPasswordGiven(),
                row.getCreatedAt().toInstant(),
                row.getSignedInAt() == null ? null : row.getSignedInAt().toInstant(),
                row.getDisabledAt() == null ? null : row.getDisabledAt().toInstant());
    }
}
