package io.legame.timeline;

import io.legame.access.ChangeSetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a source by all their names: no line comes twice because its values are read in another way now, or
 * because customers share the number of its order.
 */
final class KnownLines {
    private final DSLContext database;
    private final int sourceId;
    private final @Nullable ChangeSetId by;

    KnownLines(DSLContext database, int sourceId, @Nullable ChangeSetId by) {
        this.database = database;
        this.sourceId = sourceId;
        this.by = by;
    }

    /** What else a line of an interaction is called. */
    record Alias(PurchaseLineName name, long interactionId) {}

    /** The lines as they are to be recorded; null in the place of one that is there already and was read otherwise. */
    List<@Nullable PurchaseLineDraft> named(List<PurchaseLineDraft> drafts) {
        boolean all = any();
        List<PurchaseLineDraft> doubtful = drafts.stream()
                .filter(draft -> all || !draft.writtenAs().isEmpty())
                .toList();
        var named = new ArrayList<@Nullable PurchaseLineDraft>(drafts);
        if (doubtful.isEmpty()) {
            return named;
        }
        Set<PurchaseLineName> recorded = recorded(
                doubtful.stream()
                        .flatMap(draft -> Stream.concat(Stream.of(draft.name()), draft.alternative()))
                        .toList(),
                null);
        Set<PurchaseLineName> otherwise = otherwise(doubtful, all);
        named.replaceAll(draft -> draft == null ? null : named(draft, recorded, otherwise));
        return named;
    }

    private static @Nullable PurchaseLineDraft named(
            PurchaseLineDraft draft, Set<PurchaseLineName> recorded, Set<PurchaseLineName> otherwise) {
        PurchaseLineName ofItsCustomer = draft.ofItsCustomer();
        if (ofItsCustomer != null && recorded.contains(ofItsCustomer)) {
            return draft.called(ofItsCustomer);
        }
        boolean readOtherwise =
                !recorded.contains(draft.name()) && draft.names().anyMatch(otherwise::contains);
        return readOtherwise ? null : draft;
    }

    /** Whether lines may have other names: they were read otherwise, or their customers are others since. */
    private boolean any() {
        return database.fetchSingle(
                        "select exists (select from timeline.line_alias where source_id = ?)"
                                + " or exists (select from timeline.moved_fact)",
                        sourceId)
                .get(0, Boolean.class);
    }

    /** @param aliases whether there may be any of the source */
    private Set<PurchaseLineName> otherwise(List<PurchaseLineDraft> drafts, boolean aliases) {
        Set<PurchaseLineName> known = recorded(
                drafts.stream().flatMap(draft -> draft.writtenAs().stream()).toList(), by);
        if (aliases) {
            known.addAll(
                    aliases(drafts.stream().flatMap(PurchaseLineDraft::names).toList()));
        }
        return known;
    }

    private Set<PurchaseLineName> aliases(List<PurchaseLineName> names) {
        return found(names, """
                select wanted.place::int
                from unnest(?::uuid[]) with ordinality as wanted (key, place)
                join timeline.line_alias a on a.source_id = ? and a.key = wanted.key
                """, keys(names), sourceId);
    }

    /** @param except the lines that these changes recorded do not count: they are of the same reading */
    private Set<PurchaseLineName> recorded(List<PurchaseLineName> names, @Nullable ChangeSetId except) {
        return names.isEmpty()
                ? new HashSet<>()
                : found(
                        names,
                        """
                        select distinct wanted.place::int
                        from unnest(?::uuid[], ?::text[]) with ordinality as wanted (key, line_key, place)
                        join timeline.fact_key k on k.source_id = ? and k.key = wanted.key
                        join timeline.purchase_line l on l.interaction_id = k.interaction_id
                            and l.occurred_at = k.occurred_at and l.line_key = wanted.line_key
                        where ?::bigint is null or l.change_set_id is distinct from ?::bigint
                        """,
                        names.stream()
                                .map(name -> Keys.of(PurchaseRecording.kind(name.isReturn()), name.order()))
                                .toArray(UUID[]::new),
                        names.stream().map(PurchaseLineName::lineKey).toArray(String[]::new),
                        sourceId,
                        except == null ? null : except.value(),
                        except == null ? null : except.value());
    }

    private Set<PurchaseLineName> found(List<PurchaseLineName> names, String sql, @Nullable Object... values) {
        var found = new HashSet<PurchaseLineName>();
        database.fetch(sql, values).forEach(row -> found.add(names.get(row.get(0, Integer.class) - 1)));
        return found;
    }

    /** Notes the names under which lines would come again. */
    void note(Collection<Alias> aliases) {
        if (aliases.isEmpty()) {
            return;
        }
        database.execute(
                """
                insert into timeline.line_alias (source_id, key, interaction_id, change_set_id)
                select ?, key, interaction_id, ?::bigint
                from unnest(?::uuid[], ?::bigint[]) as alias (key, interaction_id)
                order by key
                on conflict do nothing
                """,
                sourceId,
                by == null ? null : by.value(),
                keys(aliases.stream().map(Alias::name).toList()),
                aliases.stream().map(Alias::interactionId).toArray(Long[]::new));
    }

    private static UUID[] keys(List<PurchaseLineName> names) {
        return names.stream()
                .map(name -> Keys.of(PurchaseRecording.kind(name.isReturn()), name.order() + "\u0000" + name.lineKey()))
                .toArray(UUID[]::new);
    }
}
