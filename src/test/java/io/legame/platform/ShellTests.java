package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The frame of every page, in a real browser: on a desk and on a phone, light and dark, in two languages. */
@LegameTest
@Import(Specimen.class)
class ShellTests {
    @Autowired
    private SignedIn signedIn;

    private TestBrowser.Visit visit(int width, String language) {
        return visit(width, language, false);
    }

    private TestBrowser.Visit visit(int width, String language, boolean dark) {
        return TestBrowser.visit(signedIn.url(""), width, language, dark);
    }

    @ParameterizedTest
    @CsvSource({"1280,it,false", "1280,en,true", "390,it,true", "390,en,false", "820,it,false"})
    void aPageFitsItsScreenAndTheBrowserDoesNotComplain(int width, String language, boolean dark) {
        try (var visit = visit(width, language, dark)) {
            for (String path : List.of("/sign-in", "/specimen", "/specimen/first-steps", "/", "/nowhere")) {
                if (path.equals("/specimen")) {
                    signedIn.signIn(visit.page());
                }
                visit.page().navigate(path);
                visit.screenshot(
                        "shell" + path.replace('/', '-') + "-" + width + "-" + language + (dark ? "-dark" : "-light"));
                assertThat(visit.scrollsSideways()).as(path).isFalse();
                assertThat(visit.page().getAttribute("html", "lang")).isEqualTo(language);
                assertThat(visit.page().getAttribute("html", "data-bs-theme")).isEqualTo(dark ? "dark" : "light");
            }
            assertThat(visit.complaints())
                    .allMatch(complaint ->
                            complaint.contains("status of 404") || complaint.contains("Layout was forced"));
        }
    }

    @Test
    void thePaletteOpensByKeyboardAndGoesWhereOneTypes() {
        try (var visit = visit(1280, "en")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/specimen");
            page.keyboard().press("Control+k");
            page.locator("#palette").waitFor();
            visit.screenshotOfTheScreen("palette-1280");
            page.keyboard().type("cust");
            assertThat(page.locator("#palette a[aria-selected=true]").textContent())
                    .contains("Customers");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette").isVisible()).isFalse();
            page.keyboard().press("Control+k");
            page.keyboard().type("home");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/"));
        }
    }

    @Test
    void thePaletteOpensByTouchAndTheMenuToo() {
        try (var visit = visit(390, "it")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/specimen");
            page.locator(".topbar-search").tap();
            page.locator("#palette input").waitFor();
            visit.screenshotOfTheScreen("palette-390");
            page.locator("#palette [data-close]").tap();
            page.locator(".tabbar button").tap();
            page.locator("#sidebar").waitFor();
            visit.screenshotOfTheScreen("menu-390");
            assertThat(page.locator("#sidebar .sidebar-link").first().isVisible())
                    .isTrue();
            page.locator("#sidebar .user-button").tap();
            page.locator("#user-menu").waitFor();
            visit.screenshotOfTheScreen("user-menu-390");
        }
    }

    @Test
    void languageAndThemeAreSwitchedWhereOneIs() {
        try (var visit = visit(1280, "en")) {
            Page page = visit.page();
            // the account remembers the language
            signedIn.account("polyglot@legame.test", "Polly Glotta", "ADMINISTRATOR");
            signedIn.signIn(page, "polyglot@legame.test");
            page.navigate("/specimen?page=2");
            page.locator(".user-button").click();
            visit.screenshotOfTheScreen("user-menu-1280");
            page.locator("#user-menu button[value=it]").click();
            page.waitForSelector("html[lang=it]");
            assertThat(page.url()).endsWith("/specimen?page=2");
            page.locator(".user-button").click();
            page.locator("#user-menu button[value=dark]").click();
            page.waitForSelector("html[data-theme=dark][data-bs-theme=dark]");
            page.locator(".user-button").click();
            page.locator("#user-menu button[value=auto]").click();
            page.waitForSelector("html[data-theme=auto][data-bs-theme=light]");
        }
    }

    @Test
    void aToastOffersToUndo() {
        try (var visit = visit(1280, "it")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/specimen");
            page.evaluate("""
                    () => {
                      const form = document.querySelector('#user-menu form[action="/sign-out"]');
                      form.action = '/specimen/done';
                      form.submit();
                    }""");
            page.locator(".toast-note").waitFor();
            visit.screenshotOfTheScreen("toast-1280");
            page.locator(".toast-note form button").click();
            page.getByText("Annullato.").waitFor();
        }
    }

    @Test
    void anHtmxRequestThatFailsSaysSoInAToast() {
        try (var visit = visit(390, "it")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/specimen");
            page.evaluate("htmx.ajax('GET', '/specimen/refused', {target: '#content', swap: 'innerHTML'})");
            page.locator(".toast-error").waitFor();
            visit.screenshotOfTheScreen("toast-error-390");
            assertThat(page.locator(".toast-error").textContent()).contains("La richiesta non è comprensibile.");
        }
    }

    @Test
    void everythingIsReachedByTabAndShowsItsFocus() {
        try (var visit = visit(1280, "en")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/specimen");
            int expected = ((Number) page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input, select, summary')]
                        .filter(it => it.checkVisibility() && it.type !== 'hidden').length""")).intValue();
            var reached = new HashSet<Object>();
            for (int i = 0; i < expected + 5; i++) {
                page.keyboard().press("Tab");
                var focus = (Map<?, ?>) page.evaluate("""
                        () => {
                          const it = document.activeElement;
                          it.dataset.seen ||= String(Math.random());
                          const style = getComputedStyle(it);
                          return {seen: it.dataset.seen, tag: it.outerHTML.slice(0, 120), body: it === document.body,
                            shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || it.matches('#palette input')};
                        }""");
                if (Boolean.FALSE.equals(focus.get("body"))) {
                    assertThat(focus.get("shown"))
                            .as("focus of %s", focus.get("tag"))
                            .isEqualTo(true);
                    reached.add(focus.get("seen"));
                }
            }
            // a group of radio buttons is one stop; the tab order comes round
            assertThat(reached).hasSizeGreaterThanOrEqualTo(expected - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
    void textStandsOutFromItsGround(int width, boolean dark) {
        try (var visit = visit(width, "it", dark)) {
            for (String path : List.of("/sign-in", "/specimen", "/specimen/first-steps", "/")) {
                if (path.equals("/specimen")) {
                    signedIn.signIn(visit.page());
                }
                visit.page().navigate(path);
                assertThat((List<?>) visit.page().evaluate(PALE_TEXTS)).as(path).isEmpty();
            }
        }
    }

    @Test
    void theFirstPageIsLightAndTheNextOnesLighter() {
        try (var visit = visit(1280, "it")) {
            Page page = visit.page();
            var bytes = new ArrayList<Integer>();
            page.onRequestFinished(request -> bytes.add(Math.max(0, request.sizes().responseBodySize)));
            signedIn.signIn(page);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int first = bytes.stream().mapToInt(Integer::intValue).sum();
            bytes.clear();
            page.navigate("/specimen");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int next = bytes.stream().mapToInt(Integer::intValue).sum();
            assertThat(first).isLessThan(200 * 1024);
            assertThat(next).isLessThan(25 * 1024);
        }
    }

    /** Every visible text whose contrast with what is behind it is below WCAG's 4.5. */
    private static final String PALE_TEXTS = """
            () => {
              const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
              const rgba = color => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
              };
              const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] / 255 + below[i] * (1 - top[3] / 255));
              const ground = it => {
                if (!it) return [255, 255, 255];
                const own = rgba(getComputedStyle(it).backgroundColor);
                return own[3] === 255 ? own.slice(0, 3) : over(own, ground(it.parentElement));
              };
              const light = color => {
                const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const pale = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode.textContent.trim();
                const it = walker.currentNode.parentElement;
                if (!text || !it.checkVisibility({opacityProperty: true, visibilityProperty: true}) || it.closest('svg, script, .visually-hidden, .skip-link')) continue;
                const behind = ground(it);
                const front = over(rgba(getComputedStyle(it).color), behind);
                const [a, b] = [light(front), light(behind)].sort((x, y) => y - x);
                const contrast = (a + 0.05) / (b + 0.05);
                if (contrast < 4.5) pale.push(`${text.slice(0, 30)}: ${contrast.toFixed(2)} (${it.className})`);
              }
              return pale;
            }""";
}
