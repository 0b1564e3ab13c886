package io.legame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Keeps {@code docs/modules/README.md} true: the picture and the table are written from the code. After a change of the
 * house run {@code ./mvnw test -Dtest=ModuleDocumentTests -Dlegame.docs=write} and commit what it wrote.
 */
class ModuleDocumentTests {
    private static final Path DOCUMENT = Path.of("docs/modules/README.md");
    private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    @Test
    void theDocumentOfTheModulesShowsTheCodeAsItIs() throws IOException {
        String written = document(ApplicationModules.of(Legame.class));
        if ("write".equals(System.getProperty("legame.docs"))) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, written);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/modules is stale: write it anew as the comment of this test says")
                .isEqualTo(written);
    }

    private static String document(ApplicationModules modules) throws IOException {
        List<ApplicationModule> sorted = modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .toList();
        var text = new StringBuilder("""
                # The modules

                Written from the code by `ModuleDocumentTests`; do not edit by hand. An arrow means *uses*. The modules on \
                which everybody stands, `platform` and `access`, are left out of the picture.

                ```mermaid
                flowchart TD
                """);
        for (ApplicationModule module : sorted) {
            if (isGround(name(module))) {
                continue;
            }
            text.append("    ").append(name(module)).append('\n');
            for (String used : uses(module, modules)) {
                if (!isGround(used)) {
                    text.append("    %s --> %s%n".formatted(name(module), used));
                }
            }
        }
        text.append("```\n\n| module | what it holds | its doors and nouns | uses |\n|---|---|---|---|\n");
        for (ApplicationModule module : sorted) {
            text.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            name(module),
                            description(name(module)),
                            doors(module),
                            String.join(", ", uses(module, modules))));
        }
        return text.toString();
    }

    private static boolean isGround(String module) {
        return module.equals("platform") || module.equals("access");
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static List<String> uses(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModuleDocumentTests::name)
                .sorted()
                .toList();
    }

    /** The public types of the module's own package, the templates' classes left out. */
    private static String doors(ApplicationModule module) {
        List<String> doors = new ArrayList<>();
        module.getBasePackage().stream()
                .filter(type ->
                        type.getPackageName().equals(module.getBasePackage().getName()))
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().startsWith("Jte"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> doors.add("`" + type.getSimpleName() + "`"));
        return String.join(" ", doors.stream().sorted().toList());
    }

    private static String description(String module) throws IOException {
        Path source = Path.of("src/main/java/io/legame", module, "package-info.java");
        Matcher matcher = DESCRIPTION.matcher(Files.readString(source));
        if (!matcher.find()) {
            throw new AssertionError(source + " says nothing about its module");
        }
        return matcher.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip();
    }
}
