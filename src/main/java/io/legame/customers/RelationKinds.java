package io.legame.customers;

import static io.legame.customers.db.Tables.RELATION;
import static io.legame.customers.db.Tables.RELATION_KIND;

import io.legame.access.AuditTrail;
import io.legame.customers.db.tables.records.RelationKindRecord;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How customers can be related: ours, and those that the company adds. */
@Component
public class RelationKinds {
    /** Always there, and called as the texts say. */
    private static final List<RelationKind> OURS = List.of(
            ours("works_at", false, false),
            ours("contact_of", false, false),
            ours("household", true, true),
            ours("partner", true, true),
            ours("child_of", false, false),
            ours("recommended_by", false, false));

    private static final int LONGEST_NAME = 80;

    private static final int LONGEST_CODE = 40;

    private final DSLContext database;
    private final JsonMapper json;
    private final AuditTrail audit;

    RelationKinds(DSLContext database, JsonMapper json, AuditTrail audit) {
        this.database = database;
        this.json = json;
        this.audit = audit;
    }

    private static RelationKind ours(String code, boolean mutual, boolean household) {
        return new RelationKind(code, mutual, household, Map.of(), Map.of());
    }

    /** In their order, ours first. */
    public List<RelationKind> all() {
        return Stream.concat(
                        OURS.stream(),
                        database.selectFrom(RELATION_KIND).orderBy(RELATION_KIND.ID).fetch(this::kind).stream())
                .toList();
    }

    public Optional<RelationKind> find(String code) {
        return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    private RelationKind kind(RelationKindRecord row) {
        return new RelationKind(
                row.getCode(), row.getMutual(), row.getHousehold(), names(row.getForth()), names(row.getBack()));
    }

    private Map<String, String> names(JSONB names) {
        return json.readValue(names.data(), new TypeReference<Map<String, String>>() {});
    }

    /**
     * Adds one of the company's.
     *
     * @param back what the second is to the first; the same as {@code forth} for a mutual one
     * @throws Refusal when a name is missing in every language or too long, or when there is one that is called so
     */
    @Transactional
    public RelationKind add(Map<String, String> forth, Map<String, String> back, boolean household) {
        Map<String, String> first = checked(forth);
        boolean mutual = named(back).isEmpty() || named(back).equals(first);
        Map<String, String> second = mutual ? first : checked(back);
        String code = code(first.values().iterator().next());
        int added = database.insertInto(RELATION_KIND)
                .set(RELATION_KIND.CODE, code)
                .set(RELATION_KIND.MUTUAL, mutual)
                .set(RELATION_KIND.HOUSEHOLD, household && mutual)
                .set(RELATION_KIND.FORTH, JSONB.valueOf(json.writeValueAsString(first)))
                .set(RELATION_KIND.BACK, JSONB.valueOf(json.writeValueAsString(second)))
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            throw Refusal.of(
                    "customers.relation.error.known", first.values().iterator().next());
        }
        audit.record("customers.relation-kind-added", "relation-kind", code, Map.of());
        return find(code).orElseThrow();
    }

    private static Map<String, String> named(Map<String, String> names) {
        var named = new TreeMap<String, String>();
        for (Locale language : Texts.LANGUAGES) {
            String name = names.getOrDefault(language.getLanguage(), "").strip();
            if (!name.isEmpty()) {
                named.put(language.getLanguage(), name);
            }
        }
        return named;
    }

    private static Map<String, String> checked(Map<String, String> names) {
        Map<String, String> named = named(names);
        if (named.isEmpty() || named.values().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw Refusal.of("customers.relation.error.name", LONGEST_NAME);
        }
        return named;
    }

    private static String code(String name) {
        String plain = io.legame.wording.Folding.fold(name)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String code = "own_" + plain;
        return code.substring(0, Math.min(LONGEST_CODE, code.length()));
    }

    /** Removes one of the company's that nobody is related by. */
    @Transactional
    public void remove(String code) {
        RelationKind kind = find(code).orElseThrow(Refusal::notFound);
        if (kind.ours() || database.fetchExists(RELATION, RELATION.KIND.eq(code))) {
            throw Refusal.of("customers.relation.error.used");
        }
        database.deleteFrom(RELATION_KIND).where(RELATION_KIND.CODE.eq(code)).execute();
        audit.record("customers.relation-kind-removed", "relation-kind", code, Map.of());
    }
}
