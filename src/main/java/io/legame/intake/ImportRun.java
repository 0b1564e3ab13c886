package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.Catalogue;
import io.legame.customers.Customers;
import io.legame.platform.Companies;
import io.legame.platform.Company;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import io.legame.platform.LegameProperties;
import io.legame.platform.StoredFiles;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a file in: reads it to its end, then writes it. Whenever it is killed, running it again goes on. */
@Component
class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** Of what writes nothing that stays. */
    private static final ChangeSetId NO_CHANGES = new ChangeSetId(0);

    private final ImportTable table;
    private final UndoRun undo;
    private final RehearsalRun rehearsal;
    private final NearProducts products;
    private final StepSize size;
    private final DSLContext database;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final StoredFiles files;
    private final LegameProperties properties;
    private final Companies companies;
    private final Customers customers;
    private final CustomColumns columns;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final ExchangeRates exchangeRates;
    private final InstantSource clock;

    ImportRun(
            ImportTable table,
            UndoRun undo,
            RehearsalRun rehearsal,
            NearProducts products,
            StepSize size,
            DSLContext database,
            DataSource dataSource,
            TransactionTemplate transaction,
            StoredFiles files,
            LegameProperties properties,
            Companies companies,
            Customers customers,
            CustomColumns columns,
            Catalogue catalogue,
            Timeline timeline,
            ExchangeRates exchangeRates,
            InstantSource clock) {
        this.table = table;
        this.undo = undo;
        this.rehearsal = rehearsal;
        this.products = products;
        this.size = size;
        this.database = database;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.files = files;
        this.properties = properties;
        this.companies = companies;
        this.customers = customers;
        this.columns = columns;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.exchangeRates = exchangeRates;
        this.clock = clock;
    }

    void run(ImportId id) {
        Import what = table.find(id).orElse(null);
        if (what == null || !what.state().running()) {
            return;
        }
        if (what.state() == ImportState.UNDOING) {
            undo(id);
            return;
        }
        var staging = new Staging(database, id, what.plan());
        if (what.state() == ImportState.REHEARSING) {
            rehearse(what, staging);
            return;
        }
        try {
            table.begin(id);
            read(what, staging);
            apply(id, staging);
            table.move(id, ImportState.DONE, ImportState.APPLYING);
            staging.drop();
        } catch (ImportTable.Stopped e) {
            if (table.move(id, ImportState.CANCELLED, ImportState.CANCELLING)) {
                staging.drop();
            }
        } catch (FileFault fault) {
            table.fail(id, fault.key(), fault.arguments());
            staging.drop();
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    private void undo(ImportId id) {
        try {
            undo.run(id);
        } catch (ImportTable.Stopped e) {
            // somebody stopped it, or another node has it
        } catch (RuntimeException error) {
            fail(id, error);
        }
    }

    boolean isWaiting(ImportId id) {
        ImportState state = table.find(id).map(Import::state).orElse(null);
        return state == ImportState.QUEUED || state == ImportState.UNDOING || state == ImportState.REHEARSING;
    }

    /** The staged rows stay: they are what the import will begin with if its plan stays the same. */
    private void rehearse(Import what, Staging staging) {
        ImportId id = what.id();
        try {
            stage(what, staging);
            Import read = table.find(id).orElseThrow(ImportTable.Stopped::new);
            table.endRehearsal(
                    id, rehearsal.run(read, staging, writer -> rows(what.plan(), NO_CHANGES, writer)), null, List.of());
        } catch (ImportTable.Stopped e) {
            table.endRehearsal(id, null, null, List.of());
        } catch (FileFault fault) {
            table.endRehearsal(id, null, fault.key(), fault.arguments());
        } catch (RuntimeException error) {
            if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
                throw error;
            }
            table.endRehearsal(id, null, Import.UNEXPECTED, List.of(reference(id, error)));
        }
    }

    private void stage(Import what, Staging staging) {
        if (what.rowsInFile() == null || !staging.isThere()) {
            table.reading(what.id(), 0);
            var phase = new ReadPhase(what, table, files, properties, companies.get(), clock.instant());
            long rowsInFile = phase.run(dataSource);
            products.count(what, staging, rowsInFile);
            table.wholeFileRead(what.id(), rowsInFile);
        }
        if (what.position() == 0) {
            products.note(what);
        }
    }

    /** Removes what was read of a file that is not to be brought in. */
    void forget(Import what) {
        new Staging(database, what.id(), what.plan()).drop();
    }

    private void read(Import what, Staging staging) {
        stage(what, staging);
        if (!table.move(what.id(), ImportState.APPLYING, ImportState.READING)) {
            throw new ImportTable.Stopped();
        }
    }

    private void apply(ImportId id, Staging staging) {
        Import what = table.find(id).orElseThrow(ImportTable.Stopped::new);
        Rows<?> rows = rows(what.plan(), Objects.requireNonNull(what.changes()), null);
        new ApplyPhase(id, staging, rows, table, size.rows(), transaction)
                .run(what.position(), Objects.requireNonNull(what.rowsInFile()));
    }

    /** @param writer where customers go; null for the base itself */
    private Rows<?> rows(Plan plan, ChangeSetId by, CustomerRows.@Nullable Writer writer) {
        Company company = companies.get();
        Instant now = clock.instant();
        var cells = new Cells(plan, company.timeZone(), now);
        String own = company.currency().getCurrencyCode();
        var signs = new CurrencySigns(own, exchangeRates.count().keySet());
        return switch (plan.kind()) {
            case CUSTOMERS ->
                new CustomerRows(
                        plan,
                        cells,
                        columns.of(plan),
                        writer != null ? writer : (source, drafts) -> customers.upsert(by, source, drafts));
            case PRODUCTS -> new ProductRows(plan, cells, catalogue, own, signs, by);
            case PURCHASES, RETURNS ->
                new PurchaseRows(plan, cells, customers, catalogue, timeline, exchangeRates, signs, by, now);
            case INTERACTIONS -> new InteractionRows(plan, cells, customers, timeline, by, now);
        };
    }

    /** A lost connection is no fault of the file: the job is tried again by itself and goes on where it was. */
    private void fail(ImportId id, RuntimeException error) {
        DatabaseTrouble trouble = DatabaseTrouble.of(error);
        if (trouble == DatabaseTrouble.AWAY) {
            throw error;
        }
        if (trouble == DatabaseTrouble.DISK_FULL) {
            table.fail(id, Import.DISK_FULL, List.of());
            return;
        }
        table.fail(id, Import.UNEXPECTED, List.of(reference(id, error)));
    }

    private static String reference(ImportId id, RuntimeException error) {
        String reference = ErrorReference.next();
        LOG.error("Error {} in import {}", reference, id.value(), error);
        return reference;
    }

    /** For reading only. */
    Rows<?> rows(Plan plan) {
        return rows(plan, NO_CHANGES, null);
    }
}
