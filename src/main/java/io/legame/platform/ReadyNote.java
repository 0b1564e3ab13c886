package io.legame.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last line of the console: where to look. */
@Component
class ReadyNote {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNote.class);

    private final LegameProperties properties;

    ReadyNote(LegameProperties properties) {
        this.properties = properties;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port == null || port.startsWith("-")) {
            return; // a command that serves no pages
        }
        LOG.info(
                "Data: {}",
                properties.embedded()
                        ? properties.dataFolder().toAbsolutePath().normalize()
                        : "the server of LEGAME_DATABASE_URL");
        LOG.info("Legame is ready: open http://localhost:{}", port);
    }
}
