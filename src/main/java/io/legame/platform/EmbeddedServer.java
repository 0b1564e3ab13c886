package io.legame.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The data folder with its PostgreSQL, which start as soon as the settings are known: the server comes up while the
 * application still reads its classes. What goes wrong is told when the server is first needed.
 */
final class EmbeddedServer {
    private final CompletableFuture<Running> running;
    private boolean stopped;

    private EmbeddedServer(LegameProperties properties) {
        // a thread of its own, because those of the common pool do not see the classes of a packaged application
        running = CompletableFuture.supplyAsync(
                () -> start(properties),
                work -> Thread.ofPlatform().daemon().name("postgres-start").start(work));
    }

    private static Running start(LegameProperties properties) {
        DataFolder folder = DataFolder.take(properties.dataFolder());
        try {
            return new Running(
                    folder,
                    properties.embedded()
                            ? EmbeddedPostgres.start(folder.path(), EmbeddedPostgres.Durability.FULL)
                            : null);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    DataFolder folder() {
        return running().folder();
    }

    /** The server; null when the database is one that was given. */
    @Nullable
    EmbeddedPostgres postgres() {
        return running().postgres();
    }

    private Running running() {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits for a start that is under way: a server half started would be left behind. Twice is once. */
    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            running.handle((started, error) -> started)
                    .thenAccept(Running::close)
                    .join();
        }
    }

    private record Running(DataFolder folder, @Nullable EmbeddedPostgres postgres) {
        static void close(@Nullable Running running) {
            if (running != null) {
                if (running.postgres != null) {
                    running.postgres.close();
                }
                running.folder.close();
            }
        }
    }

    /** Begins once the settings are complete, hands over to the application's beans, cleans up when there are none. */
    static final class Begin implements ApplicationListener<SpringApplicationEvent> {
        private @Nullable EmbeddedServer server;

        @Override
        public void onApplicationEvent(SpringApplicationEvent event) {
            if (event instanceof ApplicationContextInitializedEvent initialized) {
                var context = initialized.getApplicationContext();
                server = new EmbeddedServer(
                        Binder.get(context.getEnvironment()).bindOrCreate("legame", LegameProperties.class));
                register(server, (GenericApplicationContext) context);
            } else if (event instanceof ApplicationFailedEvent && server != null) {
                server.stop();
            }
        }

        /** The pool, and whatever else works in the folder, depends on it and so is closed before it. */
        private static void register(EmbeddedServer server, GenericApplicationContext context) {
            context.registerBean(
                    EmbeddedServer.class, () -> server, definition -> definition.setDestroyMethodName("stop"));
        }
    }
}
