package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.ChangeSetId;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class FlagDecisionTests {
    @Autowired
    private Customers customers;

    @Autowired
    private FlagDecisions decisions;

    @Autowired
    private DataQuality quality;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private CustomerId bring(String number, Map<CustomerField, String> texts) {
        var all = new java.util.EnumMap<CustomerField, String>(texts);
        all.put(CustomerField.NUMBER, number);
        customers.upsert("shop", List.of(CustomerDraft.of(all)));
        return customers
                .find(List.of(Identity.number("shop", number)))
                .values()
                .iterator()
                .next();
    }

    private long flagged() {
        quality.count();
        return quality.report(null).report().flagged();
    }

    private String contents() {
        return BaseContents.of(database);
    }

    @Test
    void aProposalIsTakenAndGivenBack() {
        CustomerId anna = bring("1", Map.of(CustomerField.EMAIL, "anna@gmial.com"));
        String before = contents();
        ChangeSetId changes = decisions.correct(anna, CustomerField.EMAIL);
        assertThat(customers.find(anna).orElseThrow().email()).isEqualTo("anna@gmail.com");
        assertThat(flagged()).isZero();
        decisions.undo(anna, changes);
        assertThat(contents()).isEqualTo(before);
        assertThat(flagged()).isEqualTo(1);
    }

    @Test
    void whatIsKeptIsNotFlaggedAgainUntilItChanges() {
        Map<CustomerField, String> row = Map.of(CustomerField.EMAIL, "anna@gmial.com", CustomerField.TOWN, "Ostia");
        CustomerId anna = bring("1", row);
        assertThat(flagged()).isEqualTo(2);
        decisions.keep(anna, CustomerField.EMAIL);
        decisions.keep(anna, CustomerField.TOWN);
        assertThat(flagged()).isZero();
        String kept = contents();

        bring("1", row);
        bring("1", Map.of(CustomerField.EMAIL, "ANNA@Gmial.com"));
        assertThat(flagged()).isZero();
        assertThat(contents()).isEqualTo(kept);

        bring("1", Map.of(CustomerField.EMAIL, "anna@hotmial.it"));
        assertThat(flagged()).isEqualTo(1);
    }

    @Test
    void whatWasLeftOutIsDismissedForGood() {
        Map<CustomerField, String> row = Map.of(CustomerField.PHONE, "12", CustomerField.GIVEN_NAME, "Anna");
        CustomerId anna = bring("1", row);
        ChangeSetId changes = decisions.keep(anna, CustomerField.PHONE);
        bring("1", row);
        assertThat(flagged()).isZero();
        bring("1", Map.of(CustomerField.PHONE, "13"));
        assertThat(flagged()).isEqualTo(1);
        bring("1", Map.of(CustomerField.PHONE, "347 1234567"));
        assertThat(flagged()).isZero();
        decisions.undo(anna, changes);
        assertThat(customers.find(anna).orElseThrow().phone()).isEqualTo("+393471234567");
    }

    @Test
    void anAddressOfAnotherIsRefused() {
        bring("1", Map.of(CustomerField.EMAIL, "anna@gmail.com"));
        CustomerId other = bring("2", Map.of(CustomerField.EMAIL, "anna@gmial.com"));
        String before = contents();
        assertThatThrownBy(() -> decisions.correct(other, CustomerField.EMAIL)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decisions.correct(other, CustomerField.PHONE)).isInstanceOf(Refusal.class);
        assertThat(contents()).isEqualTo(before);
    }
}
