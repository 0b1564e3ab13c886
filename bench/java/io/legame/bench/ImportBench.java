package io.legame.bench;

import io.legame.Legame;
import io.legame.intake.Import;
import io.legame.intake.ImportKind;
import io.legame.intake.Imports;
import io.legame.platform.Companies;
import io.legame.platform.Company;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The import of customers, products and purchase lines, against PostgreSQL's own COPY of the same rows into the same
 * indexed tables on the same server. Arguments: customers, lines, and options of Legame.
 */
public final class ImportBench {
    private static final int PRODUCTS = 5_000;
    private static final int LINES_AN_ORDER = 3;

    /** What the import writes, and COPY writes again. */
    private static final List<String> CUSTOMER_TABLES = List.of("customers.customer", "customers.identity");

    private static final List<String> PURCHASE_TABLES =
            List.of("timeline.fact_key", "timeline.interaction", "timeline.purchase_line");

    private final JdbcClient database;
    private final Imports imports;
    private final Path folder;

    private ImportBench(JdbcClient database, Imports imports, Path folder) {
        this.database = database;
        this.imports = imports;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=0";
        Path folder = Files.createTempDirectory("legame-bench");
        try (var application = SpringApplication.run(Legame.class, options)) {
            application
                    .getBean(Companies.class)
                    .describe(new Company("Bench", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT"));
            var bench =
                    new ImportBench(application.getBean(JdbcClient.class), application.getBean(Imports.class), folder);
            bench.run(customers, lines);
        }
    }

    private void run(int customers, int lines) throws Exception {
        double workbookImport = workbook(customers);
        Import people = receive(ImportKind.CUSTOMERS, customers(customers));
        double customersTried = await(people, () -> imports.rehearse(people.id()));
        told(people, "try of customers");
        double customersImport = bring(people);
        double customersUndone = await(people, () -> imports.undo(people.id()));
        told(people, "undo of customers");
        bring(imports.again(people.id()));
        bring(receive(ImportKind.PRODUCTS, products()));
        double linesImport = bring(receive(ImportKind.PURCHASES, purchases(customers, lines)));
        double customersCopy = copy(CUSTOMER_TABLES);
        double linesCopy = copy(PURCHASE_TABLES);
        Report.row("try without writing, customers", customers / customersTried, "rows/s");
        Report.row("undo, customers", customers / customersUndone, "rows/s");
        Report.row("import, customers", customers / customersImport, "rows/s");
        Report.row("import, customers from XLSX", customers / workbookImport, "rows/s");
        Report.row("COPY, customers", customers / customersCopy, "rows/s");
        Report.ratio("import / COPY, customers", customersCopy / customersImport, 0.25);
        Report.row("import, purchase lines", lines / linesImport, "rows/s");
        Report.row("COPY, purchase lines", lines / linesCopy, "rows/s");
        Report.ratio("import / COPY, purchase lines", linesCopy / linesImport, 0.25);
    }

    /** The same customers from a workbook, taken back again. */
    private double workbook(int customers) throws Exception {
        Path file = folder.resolve("customers.xlsx");
        DirtyRows.workbook(file, customers);
        Report.row("workbook", Files.size(file) / 1048576.0, "MB");
        Import people = receive(ImportKind.CUSTOMERS, file);
        double seconds = bring(people);
        await(people, () -> imports.undo(people.id()));
        return seconds;
    }

    private Import receive(ImportKind kind, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return imports.receive(file.getFileName().toString(), content, kind, "bench");
        } finally {
            Files.delete(file);
        }
    }

    /** From the moment the stored file is started until its report is there; in seconds. */
    private double bring(Import draft) throws InterruptedException {
        double seconds = await(draft, () -> imports.start(draft.id()));
        Import done = told(draft, "import of " + draft.kind().code());
        Report.row(
                "import of " + draft.kind().code() + ", created",
                (double) done.counts().created(),
                "rows");
        Report.row(
                "import of " + draft.kind().code() + ", rejected",
                (double) done.counts().rejected(),
                "rows");
        Report.row(
                "import of " + draft.kind().code() + ", with something to look at",
                (double) done.counts().flagged(),
                "rows");
        return seconds;
    }

    private Import told(Import what, String name) {
        Report.row(name + ", peak heap", peakHeap() / 1048576.0, "MB");
        return imports.get(what.id());
    }

    private double await(Import what, Runnable begun) throws InterruptedException {
        resetPeak();
        long begin = System.nanoTime();
        begun.run();
        while (imports.get(what.id()).state().running()) {
            Thread.sleep(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** Writes the rows of the tables to files of the server and COPYs them into empty tables with the same indexes. */
    private double copy(List<String> tables) {
        double seconds = 0;
        for (String table : tables) {
            Path file = folder.resolve(table + ".copy");
            String twin = "bench_" + table.replace('.', '_');
            database.sql("copy (select * from " + table + ") to '" + file + "'").update();
            database.sql("drop table if exists " + twin).update();
            boolean partitioned = table.equals("timeline.interaction") || table.equals("timeline.purchase_line");
            database.sql("create table " + twin + " (like " + table + " including all)"
                            + (partitioned ? " partition by range (occurred_at)" : ""))
                    .update();
            if (partitioned) {
                for (int year = 2022; year <= 2026; year++) {
                    database.sql(
                                    "create table %1$s_p%2$d partition of %1$s for values from ('%2$d-01-01 00:00+00') to ('%3$d-01-01 00:00+00')"
                                            .formatted(twin, year, year + 1))
                            .update();
                }
            }
            addForeignKey(table, twin);
            long begin = System.nanoTime();
            database.sql("copy " + twin + " from '" + file + "'").update();
            seconds += (System.nanoTime() - begin) / 1e9;
            database.sql("drop table " + twin).update();
            file.toFile().delete();
        }
        return seconds;
    }

    /** LIKE copies every index and check, but not the foreign keys. */
    private void addForeignKey(String table, String twin) {
        if (table.equals("customers.identity") || table.equals("timeline.interaction")) {
            database.sql("alter table " + twin + " add foreign key (customer_id) references customers.customer")
                    .update();
        }
    }

    private Path customers(int count) throws IOException {
        Path file = folder.resolve("customers.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", DirtyRows.HEADER) + "\n");
            for (int i = 1; i <= count; i++) {
                writer.write("\"" + String.join("\",\"", DirtyRows.row(i)) + "\"\n");
            }
        }
        return file;
    }

    private Path products() throws IOException {
        Path file = folder.resolve("products.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("ProductKey,ProductName,Category,ProductPrice,ProductCost\n");
            for (int i = 1; i <= PRODUCTS; i++) {
                writer.write("%d,Product %d,Category %d,%d.99,%d.50\n".formatted(i, i, i % 40, i % 300, i % 200));
            }
        }
        return file;
    }

    private Path purchases(int customers, int lines) throws IOException {
        Path file = folder.resolve("purchases.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("OrderNumber,OrderLineItem,OrderDate,CustomerKey,ProductKey,OrderQuantity,UnitPrice\n");
            for (int i = 0; i < lines; i++) {
                long order = i / LINES_AN_ORDER;
                writer.write("SO%d,%d,%d-%02d-%02d,%d,%d,%d,%d.99\n"
                        .formatted(
                                order,
                                i % LINES_AN_ORDER + 1,
                                2023 + order % 3,
                                order % 12 + 1,
                                order % 28 + 1,
                                order * 7919 % customers + 1,
                                (i * 31L) % PRODUCTS + 1,
                                i % 3 + 1,
                                i % 300));
            }
        }
        return file;
    }
}
