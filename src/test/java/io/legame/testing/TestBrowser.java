package io.legame.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Chromium a test run; a visit is a fresh visitor in it, who notes every complaint of the browser. */
public final class TestBrowser {
    private static final Path PATH = Path.of(System.getenv().getOrDefault("LEGAME_TEST_CHROMIUM", "/usr/bin/chromium"));

    private TestBrowser() {}

    /** Started with the first visit; it ends with the process that started it. */
    private static final class Chromium {
        static final Browser INSTANCE = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PATH)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A visitor with a screen of that width who speaks the language, such as {@code it-IT}. */
    public static Visit visit(String url, int width, String language) {
        return visit(url, width, language, false);
    }

    public static Visit visit(String url, int width, String language, boolean dark) {
        var context = Chromium.INSTANCE.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setHasTouch(width < 600)
                .setIsMobile(width < 600)
                .setLocale(language)
                // nothing half-way faded in or out when it is looked at
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(
                        dark
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT));
        context.setDefaultTimeout(10_000);
        var complaints = new ArrayList<String>();
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean serious = message.type().equals("error") || message.type().equals("warning");
            if (serious && !isSuperseded(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Visit(context, page, complaints);
    }

    /** htmx notes as an error that it gave up a request because a newer one took its place: so it should. */
    private static boolean isSuperseded(String message) {
        return message.startsWith("htmx:sendAbort") || message.startsWith("htmx:afterRequest");
    }

    /** @param complaints what the browser wrote to its console: errors, refused scripts and styles */
    public record Visit(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        /** Kept under {@code target/screenshots}, to be looked at. */
        public void screenshot(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", name + ".png"))
                    .setFullPage(true)
                    // hiding it would leave empty style attributes behind, which the page's policy refuses to htmx
                    .setCaret(ScreenshotCaret.INITIAL));
        }

        /** What is on the screen, with a dialog or menu in its place. */
        public void screenshotOfTheScreen(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        }

        public boolean scrollsSideways() {
            return (boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
