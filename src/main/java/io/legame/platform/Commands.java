package io.legame.platform;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Runs the {@link Command} that the command line names and ends, before anything in the background begins. */
@Component
public class Commands implements ApplicationRunner {
    private final List<Command> commands;
    private final ConfigurableApplicationContext context;

    Commands(List<Command> commands, ConfigurableApplicationContext context) {
        this.commands = commands;
        this.context = context;
    }

    /** The arguments with which the application starts: with a command among them it opens no port. */
    public static String[] prepared(String[] arguments) {
        if (List.of(arguments).stream().allMatch(argument -> argument.startsWith("--"))) {
            return arguments;
        }
        String[] prepared = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        prepared[arguments.length] = "--server.port=-1";
        return prepared;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.getNonOptionArgs().isEmpty()) {
            return;
        }
        int exitCode = run(arguments.getNonOptionArgs().getFirst());
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }

    private int run(String name) {
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return command.run(System.out) ? 0 : 1;
            }
        }
        System.out.println("There is no command " + name + ". There are: "
                + String.join(
                        ", ", commands.stream().map(Command::name).sorted().toList()) + ".");
        return 2;
    }
}
