package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Further addresses of customers, and how they want to be reached. */
@LegameTest
class ContactTests {
    private static final ContactPreference MORNINGS = new ContactPreference(
            "phone", List.of("de", "it"), List.of(1, 3), LocalTime.of(9, 0), LocalTime.of(12, 0), "rings long");

    @Autowired
    private CustomerAddresses addresses;

    @Autowired
    private ContactPreferences preferences;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);
    private CustomerId annetta = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        anna = create("anna@example.com");
        annetta = create("annetta@example.com");
    }

    private CustomerId create(String email) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(CustomerField.EMAIL, email)))).customer();
    }

    private CustomerAddress deliver(CustomerId customer, String street) {
        return addresses.add(
                customer,
                CustomerAddress.Kind.DELIVERY,
                Map.of(CustomerField.STREET, street, CustomerField.TOWN, "FORLI'", CustomerField.COUNTRY, "Italia"));
    }

    @Test
    void anAddressIsWrittenAsEveryAddressIs() {
        CustomerAddress address = deliver(anna, "v.le roma n. 7");
        assertThat(address.line()).isEqualTo("Viale Roma 7, Forlì (FC)");
        assertThat(address.country()).isEqualTo("IT");
        addresses.edit(address.id(), CustomerAddress.Kind.BILLING, Map.of(CustomerField.TOWN, "bologna"));
        assertThat(addresses.of(anna)).extracting(CustomerAddress::street).containsOnlyNulls();
        assertThat(addresses.of(anna)).extracting(CustomerAddress::town).containsExactly("Bologna");
        assertThatThrownBy(
                        () -> addresses.add(anna, CustomerAddress.Kind.HOME, Map.of(CustomerField.COUNTRY, "Italia")))
                .isInstanceOf(Refusal.class);
        addresses.remove(address.id());
        assertThat(addresses.of(anna)).isEmpty();
        addresses.restore(address.id());
        assertThat(addresses.of(anna)).hasSize(1);
    }

    @Test
    void whatMakesNoSenseOfHowToReachThemIsRefused() {
        preferences.write(anna, MORNINGS);
        assertThat(preferences.of(anna)).isEqualTo(MORNINGS);
        for (ContactPreference wrong : List.of(
                new ContactPreference("smoke", List.of(), List.of(), null, null, null),
                new ContactPreference(null, List.of("xx"), List.of(), null, null, null),
                new ContactPreference(null, List.of(), List.of(8), null, null, null),
                new ContactPreference(null, List.of(), List.of(), LocalTime.NOON, LocalTime.NOON, null))) {
            assertThatThrownBy(() -> preferences.write(anna, wrong)).isInstanceOf(Refusal.class);
        }
        assertThat(preferences.of(anna)).isEqualTo(MORNINGS);
        preferences.write(anna, ContactPreference.NONE);
        assertThat(preferences.of(anna).isNone()).isTrue();
    }

    @Test
    void whoBecomesOneWithOthersTakesWhatTheySaidAndGivesItBack() {
        deliver(anna, "Via Po 1");
        deliver(annetta, "Via Dora 2");
        preferences.write(annetta, MORNINGS);
        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(annetta)));
        assertThat(addresses.of(anna)).hasSize(2);
        assertThat(preferences.of(anna)).isEqualTo(MORNINGS);
        merges.undo(merge);
        assertThat(preferences.of(anna).isNone()).isTrue();
        assertThat(preferences.of(annetta)).isEqualTo(MORNINGS);
        assertThat(addresses.of(anna)).extracting(CustomerAddress::street).containsExactly("Via Po 1");
        assertThat(addresses.of(annetta)).extracting(CustomerAddress::street).containsExactly("Via Dora 2");
    }

    @Test
    void whatSomebodyWroteSinceStays() {
        preferences.write(annetta, MORNINGS);
        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(annetta)));
        var evenings = new ContactPreference("email", List.of(), List.of(), LocalTime.of(18, 0), null, null);
        preferences.write(anna, evenings);
        merges.undo(merge);
        assertThat(preferences.of(anna)).isEqualTo(evenings);
        assertThat(preferences.of(annetta)).isEqualTo(MORNINGS);
    }
}
