package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Conditions are put in other places and groups: with the mouse, the keyboard, a finger, and without scripts. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class BuilderMovesPagesTests {
    private static final String FILTER = URLEncoder.encode(
            "{\"all\":[{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},{\"reachable\":\"email\"},"
                    + "{\"any\":[{\"purchases\":\"amount\",\"atLeast\":100},{\"purchases\":\"orders\",\"atLeast\":2}]}]}",
            StandardCharsets.UTF_8);

    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private SignedIn signedIn;

    @BeforeEach
    void begin() throws Exception {
        adventureWorks.load();
    }

    private static void drag(Page page, Locator handle, Locator to, double share) {
        BoundingBox from = handle.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        BoundingBox there = to.boundingBox();
        page.mouse().move(there.x + there.width / 2, there.y + there.height * share - 3);
        page.mouse().move(there.x + there.width / 2, there.y + there.height * share);
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true"})
    void aConditionIsDraggedIntoAGroup(int width, String language, boolean dark) {
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            // so that both places are in sight at once
            page.setViewportSize(width, 1600);
            page.navigate("/segments/new?filter=" + FILTER);
            assertThat(page.locator("#f-2 .condition")).hasCount(2);

            drag(page, page.locator("#f-1-handle"), page.locator("#f-2-0"), 0.9);
            assertThat(page.locator("#f-2-0")).hasAttribute("data-drop", "after");
            visit.screenshot("builder-dragged" + name);
            page.mouse().up();

            assertThat(page.locator("#f-1 .condition")).hasCount(3);
            assertThat(page.locator("#f-1-1-way")).isVisible();
            assertThat(page.locator("#f-1-1-handle")).isFocused();
            assertThat(page.locator("#sentence"))
                    .containsText(language.equals("it") ? "si possono raggiungere" : "can be reached by e-mail or");
            visit.screenshot("builder-moved" + name);
            page.locator("#f-1-1-menu summary").click();
            visit.screenshot("builder-part-menu" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#f-1-1-menu button[value^='duplicate']").click();
            assertThat(page.locator("#f-1 .condition")).hasCount(4);
            assertThat(page.locator("#f-1-2-handle")).isFocused();
            org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theArrowKeysMoveInAndOutOfGroupsAndTheFocusStays() {
        try (var visit = TestBrowser.visit(signedIn.url(""), 1280, "en")) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/new?filter=" + FILTER);
            page.locator("#f-0-handle").focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#f-1-handle")).isFocused();
            assertThat(page.locator("#f-1 .slot-checks")).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#f-1-0-handle")).isFocused();
            assertThat(page.locator("#f-1-0 .slot-checks")).isVisible();
            for (int i = 0; i < 2; i++) {
                page.keyboard().press("ArrowDown");
                assertThat(page.locator("#f-1-" + (i + 1) + "-handle")).isFocused();
            }
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#f-2-handle")).isFocused();
            assertThat(page.locator("#f-2 .slot-checks")).isVisible();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#f-1-2-handle")).isFocused();
            assertThat(page.locator("#f-1-2 .slot-checks")).isVisible();

            page.locator("#f-1-handle").focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#f-0-handle")).isFocused();
            assertThat(page.locator("#f-0 .condition")).hasCount(3);
            org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aConditionBecomesItsOpposite() {
        try (var visit = TestBrowser.visit(signedIn.url(""), 1280, "en")) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/new?filter=" + FILTER);
            page.locator("#f-1-menu summary").click();
            page.locator("#f-1-menu button[value^='opposite']").click();
            assertThat(page.locator("#sentence")).containsText("cannot be reached by e-mail");
            assertThat(page.locator("#f-1-handle")).isFocused();
            page.locator("#f-1-menu summary").click();
            page.locator("#f-1-menu button[value='opposite:f.1']").click();
            assertThat(page.locator("#sentence")).containsText("can be reached by e-mail");
        }
    }

    @Test
    void itWorksWithoutScriptsToo() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/segments/new");
        var moved = visitor.post(
                "/segments/builder",
                "f.match",
                "all",
                "f.0.kind",
                "reachable",
                "f.0.way",
                "email",
                "f.1.match",
                "none",
                "f.1.0.kind",
                "keyed",
                "f.1.0.keyed",
                "true",
                "act",
                "move:f.0:f.1:0");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body())
                .contains("name=\"f.0.0.way\"", "name=\"f.0.1.kind\"")
                .doesNotContain("name=\"f.1.match\"");
    }
}
