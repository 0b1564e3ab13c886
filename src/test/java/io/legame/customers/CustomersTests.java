package io.legame.customers;

import static io.legame.customers.CustomerField.COMPANY_NAME;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.OTHER_EMAIL;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LegameTest
class CustomersTests {
    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private Upsert upsert(Map<CustomerField, String> texts) {
        return customers.upsert("shop", List.of(CustomerDraft.of(texts))).getFirst();
    }

    private Upsert withOtherEmail(String number, String address) {
        var texts = Map.of(NUMBER, number, TOWN, "Lodi");
        var draft = new CustomerDraft(texts, Map.of(OTHER_EMAIL, List.of(address)), null, null, null, null);
        return customers.upsert("shop", List.of(draft)).getFirst();
    }

    private Customer customer(Upsert result) {
        return switch (result) {
            case Upsert.Created created -> customers.find(created.customer()).orElseThrow();
            case Upsert.Updated updated -> customers.find(updated.customer()).orElseThrow();
            case Upsert.Unchanged unchanged ->
                customers.find(unchanged.customer()).orElseThrow();
            case Upsert.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    @Test
    void aNewCustomerIsCreatedInUniformValues() {
        var created = upsert(Map.of(
                NUMBER,
                "11000",
                GIVEN_NAME,
                "JON",
                FAMILY_NAME,
                "YANG",
                EMAIL,
                "Jon24@Adventure-Works.com",
                TOWN,
                "ROMA"));
        assertThat(created).isInstanceOf(Upsert.Created.class);
        Customer jon = customer(created);
        assertThat(jon.displayName()).isEqualTo("Jon Yang");
        assertThat(jon.email()).isEqualTo("jon24@adventure-works.com");
        assertThat(jon.town()).isEqualTo("Roma");
        assertThat(jon.keyed()).isTrue();
        assertThat(jon.identities())
                .containsExactlyInAnyOrder(
                        Identity.email("jon24@adventure-works.com"), Identity.number("shop", "11000"));
    }

    @Test
    void anAddressOfSomebodyElseIsNoKey() {
        upsert(Map.of(NUMBER, "1", EMAIL, "anna@esempio.it"));
        upsert(Map.of(NUMBER, "2", GIVEN_NAME, "Bea"));
        Customer bea = customer(withOtherEmail("2", "anna@esempio.it"));
        assertThat(bea.identities()).containsExactly(Identity.number("shop", "2"));
        assertThat(bea.keyed()).isFalse();
        assertThat(customer(withOtherEmail("2", "bea@esempio.it")).keyed()).isTrue();
    }

    @Test
    void sayingItAgainChangesNothing() {
        var texts = Map.of(NUMBER, "1", EMAIL, "anna@esempio.it", GIVEN_NAME, "anna");
        upsert(texts);
        String before = database.sql("select string_agg(c::text, '|') from customers.customer c")
                .query(String.class)
                .single();
        assertThat(upsert(texts)).isInstanceOf(Upsert.Unchanged.class);
        assertThat(database.sql("select string_agg(c::text, '|') from customers.customer c")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void anyIdentityFindsTheCustomerAndWhatIsNotSaidStays() {
        upsert(Map.of(NUMBER, "1", EMAIL, "anna@esempio.it", GIVEN_NAME, "Anna", TOWN, "Roma"));
        var byNumber = upsert(Map.of(NUMBER, "1", FAMILY_NAME, "Rossi"));
        assertThat(byNumber).isInstanceOf(Upsert.Updated.class);
        assertThat(customer(byNumber).displayName()).isEqualTo("Anna Rossi");
        assertThat(customer(byNumber).town()).isEqualTo("Roma");
        var byEmail = upsert(Map.of(EMAIL, "ANNA@esempio.it", NUMBER, "2"));
        assertThat(customer(byEmail).id()).isEqualTo(customer(byNumber).id());
        assertThat(customers.find(List.of(Identity.number("shop", "2"))))
                .containsValue(customer(byNumber).id());
    }

    @Test
    void theNumberOfAnotherSourceIsAnotherNumber() {
        upsert(Map.of(NUMBER, "1"));
        assertThat(customers
                        .upsert("e-shop", List.of(CustomerDraft.of(NUMBER, "1")))
                        .getFirst())
                .isInstanceOf(Upsert.Created.class);
    }

    @Test
    void aCustomerWithoutTheUniqueKeyIsShownAsSuch() {
        upsert(Map.of(NUMBER, "1", GIVEN_NAME, "Anna"));
        upsert(Map.of(NUMBER, "2", EMAIL, "b@esempio.it"));
        assertThat(customers.count()).isEqualTo(new Customers.Count(2, 1));
    }

    @Test
    void identitiesOfTwoCustomersAreNotMixedUp() {
        upsert(Map.of(NUMBER, "1", EMAIL, "anna@esempio.it"));
        upsert(Map.of(NUMBER, "2", EMAIL, "bruno@esempio.it"));
        assertThat(upsert(Map.of(NUMBER, "2", EMAIL, "anna@esempio.it"))).isInstanceOf(Upsert.Rejected.class);
        assertThat(upsert(Map.of(GIVEN_NAME, "Nobody"))).isInstanceOf(Upsert.Rejected.class);
        assertThat(customers.count().all()).isEqualTo(2);
    }

    @Test
    void twoDraftsOfOneCustomerInABatchMakeOneCustomer() {
        var results = customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(NUMBER, "1", EMAIL, "anna@esempio.it")),
                        CustomerDraft.of(Map.of(EMAIL, "anna@esempio.it", TOWN, "Roma"))));
        assertThat(results.get(0)).isInstanceOf(Upsert.Created.class);
        assertThat(results.get(1)).isInstanceOf(Upsert.Updated.class);
        assertThat(customer(results.get(0))).isEqualTo(customer(results.get(1)));
    }

    @Test
    void manyWritersAtOnceCreateEachCustomerOnce() throws Exception {
        List<CustomerDraft> drafts = IntStream.range(0, 200)
                .mapToObj(i -> CustomerDraft.of(Map.of(EMAIL, "c" + i + "@esempio.it", GIVEN_NAME, "N" + i)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Upsert>> writer = () -> customers.upsert("shop", drafts);
            long created = 0;
            for (var result : threads.invokeAll(List.of(writer, writer, writer, writer))) {
                created += result.get().stream()
                        .filter(Upsert.Created.class::isInstance)
                        .count();
            }
            assertThat(created).isEqualTo(200);
        }
        assertThat(customers.count().all()).isEqualTo(200);
    }

    @Test
    void theListIsInTheOrderOfNamesAndPagesByTheLastOne() {
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(NUMBER, "1", GIVEN_NAME, "Anna", FAMILY_NAME, "Zeta")),
                        CustomerDraft.of(Map.of(NUMBER, "2", GIVEN_NAME, "Ugo", FAMILY_NAME, "Èmile")),
                        CustomerDraft.of(Map.of(NUMBER, "3", COMPANY_NAME, "Ferramenta S.r.l.")),
                        CustomerDraft.of(NUMBER, "4")));
        var first = customers.list(CustomerQuery.ALL, null, 2);
        assertThat(first.customers())
                .extracting(CustomerSummary::name)
                .containsExactly("Ugo Èmile", "Ferramenta S.r.l.");
        assertThat(customers.list(CustomerQuery.ALL, first.next(), 10).customers())
                .extracting(CustomerSummary::name)
                .containsExactly("Anna Zeta", "#4");
    }

    @Test
    void aCustomerIsFoundByTheBeginningOfWhatIsKnown() {
        upsert(Map.of(
                NUMBER,
                "T-77",
                GIVEN_NAME,
                "Nicolò",
                FAMILY_NAME,
                "De Luca",
                EMAIL,
                "nico@esempio.it",
                PHONE,
                "347 1234567"));
        for (String search :
                List.of("nicolo", "de l", "De Luca Nic", "nicolò de", "luca", "nico@", "3471234", "T-77", "t-77")) {
            assertThat(found(search)).as(search).hasSize(1);
        }
        for (String search : List.of("%", "_", "\\", "'; drop table customers.customer", "9999999")) {
            assertThat(found(search)).as(search).isEmpty();
        }
    }

    private List<CustomerSummary> found(String search) {
        return customers.list(CustomerQuery.search(search), null, 10).customers();
    }
}
