package io.legame.customers;

import static io.legame.customers.CustomerField.COMPANY_NAME;
import static io.legame.customers.CustomerField.COUNTRY;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies that have nothing but a name. */
@LegameTest
class NamedCompanyTests {
    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private Upsert upsert(Map<CustomerField, String> texts) {
        return customers.upsert("shop", List.of(CustomerDraft.of(texts))).getFirst();
    }

    private static CustomerId id(Upsert result) {
        return switch (result) {
            case Upsert.Created created -> created.customer();
            case Upsert.Updated updated -> updated.customer();
            case Upsert.Unchanged unchanged -> unchanged.customer();
            case Upsert.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    @Test
    void itFindsItselfWhateverItsWriting() {
        var acme = id(upsert(Map.of(COMPANY_NAME, "Acme Corp.", COUNTRY, "United States")));
        assertThat(upsert(Map.of(COMPANY_NAME, "Acme Corp.", COUNTRY, "United States")))
                .isInstanceOf(Upsert.Unchanged.class);
        assertThat(id(upsert(Map.of(COMPANY_NAME, "ACME Corporation")))).isEqualTo(acme);
        assertThat(id(upsert(Map.of(COMPANY_NAME, "the acme")))).isEqualTo(acme);
        assertThat(id(upsert(Map.of(COMPANY_NAME, "Acme", TOWN, "Chicago")))).isEqualTo(acme);
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(customers.count().withoutKey()).isEqualTo(1);
        assertThat(customers.companies(List.of("ACME", "Acme S.p.A.", "n/a", "Other")))
                .isEqualTo(Map.of(
                        "ACME", new CompanyMatch(acme, false),
                        "Acme S.p.A.", CompanyMatch.NONE,
                        "Other", CompanyMatch.NONE));
    }

    @Test
    void anotherPlaceOrLegalFormIsAnotherCompany() {
        var american = id(upsert(Map.of(COMPANY_NAME, "Siemens Inc.", COUNTRY, "US")));
        var italian = id(upsert(Map.of(COMPANY_NAME, "Siemens S.p.A.", COUNTRY, "IT", TOWN, "Milano")));
        var german = id(upsert(Map.of(COMPANY_NAME, "Siemens AG", COUNTRY, "DE")));
        assertThat(List.of(american, italian, german)).doesNotHaveDuplicates();
        assertThat(upsert(Map.of(COMPANY_NAME, "SIEMENS SPA", COUNTRY, "IT", TOWN, "MILANO")))
                .isInstanceOf(Upsert.Unchanged.class);
        assertThat(upsert(Map.of(COMPANY_NAME, "Siemens AG", COUNTRY, "Germany")))
                .isInstanceOf(Upsert.Unchanged.class);
        assertThat(customers.companies(List.of("Siemens", "Siemens S.p.A.")))
                .isEqualTo(Map.of("Siemens", CompanyMatch.SEVERAL, "Siemens S.p.A.", new CompanyMatch(italian, false)));
        assertThat(customers.count().all()).isEqualTo(3);
    }

    @Test
    void oneBatchIsDecidedAsManyAre() {
        List<Upsert> results = customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(COMPANY_NAME, "Rossi S.r.l.")),
                        CustomerDraft.of(Map.of(COMPANY_NAME, "ROSSI SRL", COUNTRY, "Italia")),
                        CustomerDraft.of(Map.of(COMPANY_NAME, "Rossi S.p.A.", COUNTRY, "Italia")),
                        CustomerDraft.of(Map.of(COMPANY_NAME, "rossi s.p.a.", COUNTRY, "Italia"))));
        assertThat(results.get(0)).isInstanceOf(Upsert.Created.class);
        assertThat(id(results.get(1))).isEqualTo(id(results.get(0)));
        assertThat(results.get(2)).isInstanceOf(Upsert.Created.class);
        assertThat(results.get(3)).isInstanceOf(Upsert.Unchanged.class);
        assertThat(customers.count().all()).isEqualTo(2);
    }

    @Test
    void aPersonIsNeverKnownByANameAlone() {
        assertThat(upsert(Map.of(FAMILY_NAME, "Rossi"))).isInstanceOf(Upsert.Rejected.class);
        assertThat(upsert(Map.of(FAMILY_NAME, "Rossi", COMPANY_NAME, "Acme"))).isInstanceOf(Upsert.Rejected.class);
        assertThat(upsert(Map.of(COMPANY_NAME, "n/a"))).isInstanceOf(Upsert.Rejected.class);
    }

    @Test
    void whoHasSomethingBetterIsNotJoinedByTheName() {
        var named = id(upsert(Map.of(COMPANY_NAME, "Acme")));
        var reachable = id(upsert(Map.of(COMPANY_NAME, "Acme", EMAIL, "info@acme.example")));
        assertThat(reachable).isNotEqualTo(named);
    }
}
