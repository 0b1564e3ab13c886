package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.PURCHASE_LINE;
import static io.legame.timeline.db.Tables.TOUCHPOINT;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.platform.Companies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Everything that happened: the one door to facts. They are recorded once and never change. */
@Component
public class Timeline implements CustomerFacts {
    /** Facts outside of these years are a mistake of whoever wrote them. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    private final DSLContext database;
    private final JsonMapper json;
    private final Partitions partitions;
    private final Meetings meetings;
    private final ExchangeRates rates;
    private final Companies companies;
    private final InstantSource clock;

    Timeline(
            DSLContext database,
            JsonMapper json,
            Partitions partitions,
            Meetings meetings,
            ExchangeRates rates,
            Companies companies,
            InstantSource clock) {
        this.rates = rates;
        this.companies = companies;
        this.database = database;
        this.json = json;
        this.partitions = partitions;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Records facts in one transaction (the caller's, if there is one); returns what became of each, in their order. */
    @Transactional
    public List<Recorded> record(String source, List<InteractionDraft> facts) {
        return record(null, source, facts);
    }

    /** @param by the changes that this is part of, by which it can be taken back; null for what never will be */
    @Transactional
    public List<Recorded> record(@Nullable ChangeSetId by, String source, List<InteractionDraft> facts) {
        prepare(facts.stream().map(InteractionDraft::occurredAt));
        var tables = new TimelineTables(database);
        var touchpoints = tables.touchpointIds(
                facts.stream().map(InteractionDraft::touchpoint).collect(Collectors.toSet()));
        var recording = new InteractionRecording(database, json, tables.sourceId(source), now(), by);
        List<Recorded> recorded = recording.run(facts, touchpoints);
        meetings.note(facts.stream()
                .map(fact ->
                        new Meetings.Meeting(fact.customer(), fact.touchpoint().name()))
                .toList());
        return recorded;
    }

    /** Records lines of purchases and returns likewise; lines of one order may come in several calls. */
    @Transactional
    public List<Recorded> recordPurchases(String source, List<PurchaseLineDraft> lines) {
        return recordPurchases(null, source, lines);
    }

    @Transactional
    public List<Recorded> recordPurchases(@Nullable ChangeSetId by, String source, List<PurchaseLineDraft> lines) {
        prepare(lines.stream().map(PurchaseLineDraft::occurredAt));
        var tables = new TimelineTables(database);
        var touchpoints = tables.touchpointIds(
                lines.stream().map(PurchaseLineDraft::touchpoint).collect(Collectors.toSet()));
        Rates held = rates.hold(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.currency()))
                .collect(Collectors.toSet()));
        List<Recorded> recorded =
                new PurchaseRecording(database, tables.sourceId(source), now(), by, held).run(lines, touchpoints);
        meetings.note(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.customer())
                        .map(customer ->
                                new Meetings.Meeting(customer, line.touchpoint().name())))
                .toList());
        return recorded;
    }

    private void prepare(Stream<Instant> times) {
        partitions.ensure(times.map(time -> {
                    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                        throw new IllegalArgumentException("A fact at " + time);
                    }
                    return time.atOffset(ZoneOffset.UTC).getYear();
                })
                .collect(Collectors.toSet()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A page of a customer's timeline, newest first.
     *
     * @param after the last entry of the page before; null for the first page
     */
    public List<Entry> entries(CustomerId customer, TimelineFilter filter, Entry.@Nullable Cursor after, int limit) {
        return new Entries(database, json, companies.get()).page(customer, filter, after, limit);
    }

    /** All touchpoints, by name. */
    public List<Touchpoint> touchpoints() {
        return database.selectFrom(TOUCHPOINT)
                .orderBy(TOUCHPOINT.NAME)
                .fetch(row -> new Touchpoint(row.getName(), Channel.of(row.getChannel())));
    }

    /** Those of the customers that any fact is about. */
    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        Long[] ids = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        return database.selectDistinct(INTERACTION.CUSTOMER_ID)
                .from(INTERACTION)
                .where(INTERACTION.CUSTOMER_ID.eq(DSL.any(ids)))
                .fetchSet(row -> new CustomerId(row.value1()));
    }

    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        Long[] ids = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        return database.select(INTERACTION.CUSTOMER_ID, DSL.count())
                .from(INTERACTION)
                .where(INTERACTION.CUSTOMER_ID.eq(DSL.any(ids)))
                .groupBy(INTERACTION.CUSTOMER_ID)
                .fetchMap(
                        row -> new CustomerId(row.value1()), row -> row.value2().longValue());
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        new MovedFacts(database).move(merge, from, to);
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        var moved = new MovedFacts(database);
        Set<CustomerId> concerned = moved.of(merge);
        moved.moveBack(merge, survivor, since);
        concerned.add(survivor);
        concerned.addAll(since.values());
        meetings.refresh(concerned);
    }

    @Override
    public void forget(Collection<CustomerId> customers) {
        new ForgottenCustomers(database).forget(customers);
    }

    /** What happened with the one that stayed since customers became it, newest first. */
    public List<Entry> since(MergeId merge, CustomerId survivor, int limit) {
        return new Entries(database, json, companies.get()).since(merge, survivor, limit);
    }

    /** Those of the products that any line is about; looks at all of them. */
    public Set<ProductId> sold(Collection<ProductId> products) {
        Long[] ids = products.stream().map(ProductId::value).toArray(Long[]::new);
        return database.selectDistinct(PURCHASE_LINE.PRODUCT_ID)
                .from(PURCHASE_LINE)
                .where(PURCHASE_LINE.PRODUCT_ID.eq(DSL.any(ids)))
                .fetchSet(row -> new ProductId(row.value1()));
    }

    /** Removes every fact of the source, and the touchpoints where nothing else happened. */
    @Transactional
    public void eraseSource(String source) {
        var tables = new TimelineTables(database);
        int sourceId = tables.sourceId(source);
        Integer[] touchpoints = tables.lockTouchpointsOf(sourceId);
        database.execute("""
                delete from timeline.moved_fact m using timeline.interaction i
                where i.source_id = ? and i.id = m.interaction_id and i.occurred_at = m.occurred_at
                """, sourceId);
        // one statement: of what is recorded at this moment the interactions would go and the lines remain
        database.execute("""
                with gone as (
                    delete from timeline.interaction where source_id = ? returning id, occurred_at
                )
                delete from timeline.purchase_line l using gone
                where l.interaction_id = gone.id and l.occurred_at = gone.occurred_at
                """, sourceId);
        database.execute("delete from timeline.fact_key where source_id = ?", sourceId);
        database.execute("delete from timeline.line_alias where source_id = ?", sourceId);
        tables.forgetTouchpoints(touchpoints);
        database.execute("insert into timeline.erasure (source_id) values (?)", sourceId);
        meetings.schedule();
    }
}
