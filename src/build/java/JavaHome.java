/** Says where the JDK is that the build found. */
public final class JavaHome {
    public static void main(String[] arguments) {
        System.out.println(System.getProperty("java.home"));
    }
}
