import java.nio.file.Path;

/** A step of the build: writes the sources that are made from others, each only when what it is made from changed. */
public final class GenerateSources {
    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        JooqTypes.write(project);
        Templates.write(project);
    }
}
