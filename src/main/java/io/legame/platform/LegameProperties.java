package io.legame.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How an installation is set up from outside; each has an environment variable of the same name in capitals, such as
 * {@code LEGAME_DATABASE_URL}.
 *
 * @param dataFolder where the embedded database, the warehouse and the lock live
 * @param databaseUrl {@code jdbc:postgresql://…} or {@code postgresql://user:password@host/database}; null for the
 *     embedded server
 * @param databaseUser the user on that server; null when the URL names it
 * @param databasePassword null when the URL carries it
 * @param uploadLimit the largest file that may be uploaded
 * @param inbox the folder whose files are brought in by themselves; null for {@code inbox} in the data folder
 * @param inboxEvery how long after one look into that folder the next one comes
 * @param adminEmail creates the first administrator on an empty database, with {@code adminPassword}
 * @param apiToken a full-scope API token created on an empty database
 */
@ConfigurationProperties("legame")
public record LegameProperties(
        @DefaultValue("data") Path dataFolder,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @DefaultValue("1GB") DataSize uploadLimit,
        @Nullable Path inbox,
        @DefaultValue("15s") Duration inboxEvery,
        @Nullable String adminEmail,
        @Nullable String adminPassword,
        @Nullable String apiToken) {

    /** True when no server was given and we start our own. */
    boolean embedded() {
        return databaseUrl == null || databaseUrl.isBlank();
    }
}
