import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;

/**
 * Writes each JTE template as a Java class into the package of its module. The templates' own Maven plugin writes all of
 * them in every build, and a Maven that sees a new source compiles everything again.
 */
final class Templates {
    private Templates() {}

    static void write(Path project) throws Exception {
        Path templates = project.resolve("src/main/jte");
        Path output = project.resolve("target/generated-sources/jte");
        Trees.remake(project, templates, output, () -> generate(project, templates, output));
    }

    private static void generate(Path project, Path templates, Path output) throws Exception {
        Path draft = project.resolve("target/templates-draft");
        Trees.delete(draft);
        var engine =
                TemplateEngine.create(new DirectoryCodeResolver(templates), draft, ContentType.Html, null, "io.legame");
        engine.setTrimControlStructures(true);
        engine.generateAll();
        Trees.mirror(draft, output);
        Trees.delete(draft);
    }
}
