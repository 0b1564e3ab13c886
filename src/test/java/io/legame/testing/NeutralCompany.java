package io.legame.testing;

import io.legame.platform.Companies;
import io.legame.platform.Company;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Before each test class the company is an Italian one again, whatever the tests before made of it, and the clock does not
 * stand before its beginning; it is never put back, or what is remembered for a while would be remembered for days.
 */
final class NeutralCompany implements TestExecutionListener {
    @Override
    public void beforeTestClass(TestContext test) {
        // amounts of the tests before may be in another currency, which otherwise stays
        test.getApplicationContext()
                .getBean(JdbcClient.class)
                .sql("update platform.company set currency = 'EUR', time_zone = 'Europe/Rome'")
                .update();
        test.getApplicationContext()
                .getBean(Companies.class)
                .describe(new Company("Prova", Currency.getInstance("EUR"), ZoneId.of("Europe/Rome"), "IT"));
        test.getApplicationContext().getBean(TestClock.class).goOn();
    }
}
