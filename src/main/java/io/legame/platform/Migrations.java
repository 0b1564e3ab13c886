package io.legame.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings each module's schema up to date: its migrations are in {@code db/migration/<module>}, its history in
 * {@code flyway_schema_history_<module>}. Modulith would do the same, but reads every class at every start to find the
 * order of the modules, which takes longer than all the rest.
 */
@Component
class Migrations implements FlywayMigrationStrategy {
    private static final String FIRST = "/db/migration/first.txt";
    private static final Pattern MODULE_OF_FILE = Pattern.compile(".*/db/migration/([a-z]+)/[^/]+\\.sql");

    @Override
    public void migrate(Flyway flyway) {
        NavigableSet<String> others = withMigrations();
        for (String module : first()) {
            others.remove(module);
            migrate(flyway, module);
        }
        others.forEach(module -> migrate(flyway, module));
    }

    private void migrate(Flyway flyway, String module) {
        // taking over the whole configuration of the other Flyway takes longer than the migrations
        Flyway.configure(getClass().getClassLoader())
                .dataSource(flyway.getConfiguration().getDataSource())
                .locations("classpath:db/migration/" + module)
                .defaultSchema("public")
                .table("flyway_schema_history_" + module)
                // the tables of the modules before it are there already
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> first() {
        try (var file = Objects.requireNonNull(Migrations.class.getResourceAsStream(FIRST))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableSet<String> withMigrations() {
        NavigableSet<String> modules = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                Matcher module = MODULE_OF_FILE.matcher(file.getURL().toString());
                if (module.matches()) {
                    modules.add(module.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }
}
