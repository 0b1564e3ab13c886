package io.legame.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the console: where to look. */
@Component
class ReadyNote {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNote.class);

    private final LegameProperties properties;
    private final Environment environment;

    ReadyNote(LegameProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Comes after all that modules do when the application is ready. */
    @EventListener
    void show(AvailabilityChangeEvent<ReadinessState> change) {
        String port = environment.getProperty("local.server.port");
        boolean servesPages = port != null && !port.startsWith("-");
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC || !servesPages) {
            return;
        }
        LOG.info(
                "Data: {}",
                properties.embedded()
                        ? properties.dataFolder().toAbsolutePath().normalize()
                        : "the server of LEGAME_DATABASE_URL");
        LOG.info("Legame is ready: open http://localhost:{}", port);
    }
}
