package io.legame.duplicates.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.Customers;
import io.legame.duplicates.Distinctions;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Proposal;
import io.legame.duplicates.TestPeople;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One proposal after the other, by keyboard, on real records. */
@LegameTest
class ReviewBrowserTests {
    private static final Pattern COMPARING = Pattern.compile(".*/customers/merge\\?.*");

    @Autowired
    private Customers customers;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Distinctions distinctions;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "duplicates");
        TestDatabase.skipIds(database, "duplicates.scan");
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void eachIsDecidedAndTheNextOneComes(int width, String language, boolean dark) {
        TestPeople.british(customers);
        long before = customers.count().all();
        String name = "-" + width + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            visit.context().setDefaultTimeout(30_000);
            signedIn.signIn(visit.page());
            Page page = visit.page();
            page.navigate("/duplicates");
            page.locator("form[action='/duplicates/scan'] .btn-primary").click();
            page.locator(".proposals").waitFor();
            int open = duplicates.openCount();
            Proposal large = duplicates.open(null, 200).stream()
                    .filter(proposal -> proposal.members().size() > 2)
                    .findFirst()
                    .orElseThrow();

            page.locator(".proposals .row-link").first().click();
            page.waitForURL(COMPARING);
            assertThat(page.locator(".merge-context .merge-why")).not().isEmpty();
            visit.screenshot("review" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            String first = page.url();
            page.locator("body").press("2");
            page.locator("body").press("Control+Enter");
            page.waitForURL(url -> !url.equals(first) && COMPARING.matcher(url).matches());
            assertThat(duplicates.openCount()).isEqualTo(open - 1);
            assertThat(customers.count().all()).isLessThan(before);

            String second = page.url();
            page.locator(".merge-context [data-key=n]").waitFor();
            page.locator("body").press("n");
            page.waitForURL(url -> !url.equals(second) && COMPARING.matcher(url).matches());
            assertThat(duplicates.openCount()).isEqualTo(open - 2);
            assertThat(distinctions.count()).isPositive();

            String third = page.url();
            page.locator(".merge-context [data-key=l]").waitFor();
            page.locator("body").press("l");
            page.waitForURL(url -> !url.equals(third) && COMPARING.matcher(url).matches());
            assertThat(duplicates.openCount()).isEqualTo(open - 2);

            page.navigate("/duplicates/" + large.id().value());
            assertThat(page.locator(".merge-context .merge-why"))
                    .hasCount(large.pairs().size());
            visit.screenshot("review-three" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("input[name^='without.']")
                    .last()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            String fourth = page.url();
            page.locator("#content").press("Control+Enter");
            page.waitForURL(url -> !url.equals(fourth));
            Proposal left = duplicates.get(large.id());
            assertThat(left.members()).hasSize(2);
            assertThat(left.state()).isEqualTo(Proposal.State.OPEN);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
