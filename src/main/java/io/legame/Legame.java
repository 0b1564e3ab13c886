package io.legame;

import io.legame.platform.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The application: every package below this one is a module. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Legame")
public class Legame {
    public static void main(String[] arguments) {
        SpringApplication.run(Legame.class, Commands.prepared(arguments));
    }
}
