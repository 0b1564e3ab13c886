package io.legame.duplicates;

import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever writes a customer down is told who is there already, before and after anything was learned. */
@LegameTest
class AlikeTests {
    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private ScanRun run;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "duplicates");
        TestDatabase.skipIds(database, "duplicates.scan");
        TestPeople.italian(customers, 2_000, 10);
    }

    private static CustomerDraft draft(@Nullable LocalDate birthDate, Map<CustomerField, String> texts) {
        return new CustomerDraft(new EnumMap<>(texts), Map.of(), birthDate, null, null, null);
    }

    private List<CustomerId> alike(CustomerDraft draft) {
        return edits.check(null, draft, Set.of()).alike().stream()
                .map(CustomerSummary::id)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slipsAndShortNamesAreSeenThrough(boolean learned) {
        if (learned) {
            run.run(duplicates.prepare().id());
        }
        LocalDate birth = LocalDate.of(1977, 4, 9);
        CustomerId beppe = ((Edit.Saved) edits.create(draft(
                        birth,
                        Map.of(
                                GIVEN_NAME,
                                "Giuseppe",
                                FAMILY_NAME,
                                "Scognamiglio",
                                EMAIL,
                                "g.scogna@example.com",
                                TOWN,
                                "Napoli"))))
                .customer();
        assertThat(alike(draft(birth, Map.of(GIVEN_NAME, "Beppe", FAMILY_NAME, "Scognamiglio"))))
                .startsWith(beppe);
        assertThat(alike(draft(birth, Map.of(GIVEN_NAME, "Giuseppe", FAMILY_NAME, "Scognamilio", TOWN, "Napoli"))))
                .startsWith(beppe);
        assertThat(alike(draft(birth, Map.of(GIVEN_NAME, "Scognamiglio", FAMILY_NAME, "Giuseppe"))))
                .startsWith(beppe);
        assertThat(alike(draft(
                        null,
                        Map.of(GIVEN_NAME, "Giuseppe", FAMILY_NAME, "Scognamiglio", EMAIL, "g.scogna@example.org"))))
                .startsWith(beppe);
        assertThat(edits.check(beppe, draft(birth, Map.of(TOWN, "Roma")), Set.of())
                        .alike())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void strangersAreNotTakenForOthers(boolean learned) {
        if (learned) {
            run.run(duplicates.prepare().id());
        }
        assertThat(alike(draft(LocalDate.of(1950, 1, 31), Map.of(GIVEN_NAME, "Maria", FAMILY_NAME, "Rossi"))))
                .isEmpty();
        assertThat(alike(draft(null, Map.of(GIVEN_NAME, "Zeno", PHONE, "333 9998887"))))
                .isEmpty();
        assertThat(alike(draft(null, Map.of(GIVEN_NAME, "%_\\'\"", FAMILY_NAME, "%%%%", TOWN, "_"))))
                .isEmpty();
    }
}
