package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class UniformityRulesTests {
    @Autowired
    private UniformityRules rules;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    @AfterEach
    void allOn() {
        settings.write(Set.of());
    }

    private UniformityRules.Ruled ruled(UniformityRule rule) {
        return rules.list().stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleShowsWhatItDoesWithoutACustomer(UniformityRule rule) {
        assertThat(ruled(rule).examples()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.after()).isNotEqualTo("–");
            assertThat(example.after()).isNotEqualTo(example.before());
        });
        assertThat(ruled(rule).real()).isFalse();
    }

    /** Also with any one of them off, whatever comes is stored. */
    @ParameterizedTest
    @EnumSource
    void withARuleOffDirtyDataAreStillStored(UniformityRule rule) {
        settings.write(Set.of(rule));
        assertThat(customers.upsert("till", new DirtyCustomers(3).drafts(60))).hasSize(60);
        assertThat(customers.count().all()).isPositive();
    }

    @Test
    void examplesComeFromTheBaseAndASwitchLeavesWhatIsThere() {
        bring("1", "DE LUCA");
        UniformityRules.Ruled names = ruled(UniformityRule.PERSON_NAMES);
        assertThat(names.real()).isTrue();
        assertThat(names.examples()).containsExactly(new UniformityRules.Example("DE LUCA", "De Luca"));

        rules.change(UniformityRule.PERSON_NAMES, false);
        bring("2", "BIANCHI");

        assertThat(ruled(UniformityRule.PERSON_NAMES).on()).isFalse();
        assertThat(database.sql("select family_name from customers.customer order by id")
                        .query(String.class)
                        .list())
                .containsExactly("De Luca", "BIANCHI");
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where action = 'customers.ruleSwitchedOff' and subject_id = 'person_names'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private void bring(String number, String familyName) {
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, number, CustomerField.FAMILY_NAME, familyName))));
    }
}
