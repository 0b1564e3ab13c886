package io.legame.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerFilters;
import io.legame.insight.Stage;
import io.legame.insight.Tier;
import io.legame.testing.LegameTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What pages of insight link to is a filter that the list of customers understands. */
@LegameTest
class ListsTests {
    private static final LocalDate JUNE = LocalDate.of(2019, 6, 30);

    @Autowired
    private CustomerFilters filters;

    @Test
    void eachNumberLeadsToAListThatSaysWhatItHolds() {
        assertThat(told(Lists.tier(Tier.GOLD))).isEqualTo("customers who are in the tier gold");
        assertThat(told(Lists.tier(null, JUNE))).isEqualTo("customers who were outside all tiers on 30 Jun 2019");
        assertThat(told(Lists.moved(Tier.GOLD, JUNE, null, null)))
                .isEqualTo("customers who moved from gold on 30 Jun 2019 to no tier today");
        assertThat(told(Lists.moved(null, JUNE, Tier.PIOMBO, LocalDate.of(2019, 7, 31))))
                .isEqualTo("customers who moved from no tier on 30 Jun 2019 to piombo on 31 Jul 2019");
        assertThat(told(Lists.stage(Stage.AT_RISK, JUNE))).isEqualTo("customers who were at risk on 30 Jun 2019");
        assertThat(told(Lists.entered(Stage.LOST, JUNE.withDayOfMonth(1), JUNE)))
                .isEqualTo("customers who entered the stage lost from 1 Jun 2019 to 30 Jun 2019");
        assertThat(told(Lists.rfm(5, 4, 1)))
                .isEqualTo("customers whose recency score today is exactly 5, "
                        + "whose frequency score today is exactly 4 and whose monetary score today is exactly 1");
    }

    private String told(String condition) {
        return filters.read(condition).sentence();
    }

    @Test
    void severalConditionsAreOneList() {
        assertThat(Lists.address(Lists.tier(Tier.GOLD), Lists.stage(Stage.LOST, JUNE)))
                .isEqualTo("/customers?filter=%7B%22all%22%3A%5B%7B%22tier%22%3A%5B%22gold%22%5D%7D%2C"
                        + "%7B%22stage%22%3A%5B%22lost%22%5D%2C%22on%22%3A%222019-06-30%22%7D%5D%7D");
    }
}
