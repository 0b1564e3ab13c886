import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import javax.tools.ToolProvider;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away PostgreSQL with every module's migrations and writes the types of each
 * module's schema into the module's package {@code db}. Does nothing while no migration changed.
 */
final class JooqTypes {
    private JooqTypes() {}

    static void write(Path project) throws Exception {
        Path migrations = project.resolve("src/main/resources/db/migration");
        Path output = project.resolve("target/generated-sources/jooq");
        Trees.remake(project, migrations, output, () -> generate(project, migrations, output));
    }

    private static void generate(Path project, Path migrations, Path output) throws Exception {
        Path folder = Files.createTempDirectory(project.resolve("target"), "jooq-postgres");
        try (var server = Server.start(project, folder)) {
            for (String module : modules(migrations)) {
                migrate(server, migrations, module);
                generate(server, output, module);
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private static List<String> modules(Path migrations) throws Exception {
        var modules = new LinkedHashSet<String>();
        for (String line : Files.readAllLines(migrations.resolve("first.txt"))) {
            if (!line.startsWith("#")) {
                modules.add(line);
            }
        }
        try (var folders = Files.list(migrations).filter(Files::isDirectory)) {
            folders.map(folder -> folder.getFileName().toString()).sorted().forEach(modules::add);
        }
        return List.copyOf(modules);
    }

    private static void migrate(Server server, Path migrations, String module) {
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .locations("filesystem:" + migrations.resolve(module))
                .defaultSchema("public")
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static void generate(Server server, Path output, String module) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(
                        new Jdbc().withUrl(server.url()).withUser(server.user()).withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(module)
                                // partitions are reached through their table
                                .withExcludes(".*_p\\d+|.*_default"))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(true)
                                .withComments(false)
                                .withIndexes(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGlobalCatalogReferences(false))
                        .withTarget(new Target()
                                .withPackageName("io.legame." + module + ".db")
                                .withDirectory(output.toString()))));
    }

    /** The application's own way of starting PostgreSQL, compiled ahead of the rest because the rest needs our output. */
    private record Server(AutoCloseable server, String url, String user, String password) implements AutoCloseable {
        static Server start(Path project, Path folder) throws Exception {
            Path classes = Files.createDirectories(project.resolve("target/build-classes"));
            Path sources = project.resolve("src/main/java/io/legame/platform");
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-nowarn",
                            "-d",
                            classes.toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            sources.resolve("EmbeddedPostgres.java").toString(),
                            sources.resolve("PostgresCluster.java").toString(),
                            sources.resolve("PostgresBinaries.java").toString());
            if (result != 0) {
                throw new IllegalStateException("The embedded PostgreSQL's own classes do not compile");
            }
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, JooqTypes.class.getClassLoader());
            Class<?> type = loader.loadClass("io.legame.platform.EmbeddedPostgres");
            Class<?> durability = loader.loadClass("io.legame.platform.EmbeddedPostgres$Durability");
            Object none = Arrays.stream(durability.getEnumConstants())
                    .filter(constant -> constant.toString().equals("NONE"))
                    .findFirst()
                    .orElseThrow();
            Object started = type.getMethod("start", Path.class, durability).invoke(null, folder, none);
            return new Server(
                    (AutoCloseable) started,
                    (String) type.getMethod("jdbcUrl").invoke(started),
                    (String) type.getField("USER").get(null),
                    (String) type.getMethod("password").invoke(started));
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
