package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A merge that is taken back changed nothing: whoever was merged with whom, in whichever order it is taken back, and
 * whatever else was done meanwhile.
 */
@LegameTest
class MergeIdentityTests {
    private static final String[] MODULES = {"customers", "duplicates", "notebook", "timeline"};
    private static final int PEOPLE = 12;
    private static final List<CustomerField> CHOSEN = List.of(
            CustomerField.GIVEN_NAME,
            CustomerField.EMAIL,
            CustomerField.PHONE,
            CustomerField.STREET,
            CustomerField.BIRTH_DATE,
            CustomerField.OCCUPATION);

    @Autowired
    private RandomPeople people;

    @Autowired
    private Merges merges;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private ContactPreferences preferences;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private Random random = new Random();
    private List<CustomerId> all = List.of();
    private final List<MergeId> open = new ArrayList<>();
    private int merged;

    private void begin(long seed) {
        random = new Random(seed);
        all = people.begin(random, PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takenBackInAnyOrderEverybodyIsWhoTheyWere(long seed) {
        begin(seed);
        String before = BaseContents.all(database, MODULES);
        for (int turn = 0; turn < 14; turn++) {
            if (random.nextInt(4) > 0) {
                mergeSome();
            } else {
                separateOne();
            }
        }
        separateAll();
        assertThat(merged).isGreaterThan(3);
        assertThat(BaseContents.all(database, MODULES)).isEqualTo(before);
    }

    private List<CustomerId> present() {
        return new ArrayList<>(all.stream().map(customers::current).distinct().toList());
    }

    /** From two to six of those who are there, with values chosen at random. */
    private void mergeSome() {
        List<CustomerId> present = present();
        Collections.shuffle(present, random);
        List<CustomerId> group = present.subList(0, Math.min(present.size(), 2 + random.nextInt(5)));
        if (group.size() < 2) {
            return;
        }
        clock.advance(Duration.ofMinutes(1));
        var chosen = new EnumMap<CustomerField, CustomerId>(CustomerField.class);
        for (CustomerField field : CHOSEN) {
            if (random.nextInt(3) == 0) {
                chosen.put(field, group.get(random.nextInt(group.size())));
            }
        }
        var custom = new HashMap<CustomFieldId, CustomerId>();
        for (CustomField field : people.custom()) {
            if (random.nextInt(3) == 0) {
                custom.put(field.id(), group.get(random.nextInt(group.size())));
            }
        }
        open.add(merges.merge(new MergeRequest(group.getFirst(), new HashSet<>(group), chosen, custom, Map.of())));
        merged++;
    }

    /** Any that can be, since who stayed is still there. */
    private boolean separateOne() {
        var order = new ArrayList<>(open);
        Collections.shuffle(order, random);
        for (MergeId merge : order) {
            clock.advance(Duration.ofMinutes(1));
            try {
                merges.undo(merge);
                open.remove(merge);
                return true;
            } catch (Refusal mergedOn) {
                assertThat(mergedOn.key()).isEqualTo("customers.merge.error.mergedOn");
            }
        }
        return false;
    }

    private void separateAll() {
        while (!open.isEmpty()) {
            assertThat(separateOne()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void whatOthersDidMeanwhileStaysWithWhomeverTheyDidItTo(long seed) {
        begin(seed);
        var occupations = new HashMap<CustomerId, @Nullable String>();
        all.forEach(id -> occupations.put(id, customers.find(id).orElseThrow().occupation()));
        var reached = new HashMap<CustomerId, ContactPreference>();
        all.forEach(id -> reached.put(id, preferences.of(id)));
        var written = new HashMap<Long, CustomerId>();
        String before = contents();
        for (int turn = 0; turn < 30; turn++) {
            List<CustomerId> present = present();
            CustomerId somebody = present.get(random.nextInt(present.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> mergeSome();
                case 2 -> separateOne();
                case 3 -> occupations.put(somebody, occupation(somebody, "elsewhere " + turn));
                case 4 -> reached.put(somebody, reach(somebody, "call " + turn));
                default -> written.put(write(somebody), somebody);
            }
        }
        separateAll();
        assertThat(merged).isGreaterThan(3);
        all.forEach(id -> {
            assertThat(customers.find(id).orElseThrow().occupation()).isEqualTo(occupations.get(id));
            assertThat(preferences.of(id)).isEqualTo(reached.get(id));
        });
        written.forEach((item, owner) -> assertThat(people.items(owner)).contains(item));
        people.forget(written.keySet());
        assertThat(contents()).isEqualTo(before);
    }

    private @Nullable String occupation(CustomerId id, String text) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(edits.update(id, null, CustomerDraft.of(CustomerField.OCCUPATION, text), Set.of()))
                .isInstanceOf(Edit.Saved.class);
        return customers.find(id).orElseThrow().occupation();
    }

    private ContactPreference reach(CustomerId id, String note) {
        clock.advance(Duration.ofMinutes(1));
        preferences.write(id, new ContactPreference("phone", List.of(), List.of(), null, null, note));
        return preferences.of(id);
    }

    private long write(CustomerId id) {
        people.write(id);
        return Collections.max(people.items(id));
    }

    /** All but how somebody wants to be reached and what they do, which others change meanwhile. */
    private String contents() {
        return BaseContents.all(database, MODULES)
                .lines()
                .filter(line -> !line.isEmpty() && !line.contains("\"from_time\"") && !tellsOfReaching(line))
                .map(line -> line.replaceAll("\"(occupation|updated_at)\": (null|\"[^\"]*\")", ""))
                .collect(Collectors.joining("\n"));
    }

    /** A change beside the fields is of a relation, of an address, or of how somebody wants to be reached. */
    private static boolean tellsOfReaching(String line) {
        return line.contains("\"address_id\": null") && line.contains("\"relation_id\": null");
    }
}
