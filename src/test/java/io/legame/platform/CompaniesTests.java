package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LegameTest
class CompaniesTests {
    @Autowired
    private Companies companies;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whoReadsWhileTheCompanyIsDescribedDoesNotRememberTheOldOne() {
        var described = new Company("Engines & Sons", Currency.getInstance("GBP"), ZoneId.of("Europe/London"), "GB");
        transaction.executeWithoutResult(status -> {
            companies.describe(described);
            CompletableFuture.runAsync(companies::find).join();
        });
        assertThat(companies.get()).isEqualTo(described);
    }
}
