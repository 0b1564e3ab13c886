package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers are to each other, also after some of them became one. */
@LegameTest
class RelationsTests {
    @Autowired
    private Relations relations;

    @Autowired
    private RelationKinds kinds;

    @Autowired
    private CustomersInUse inUse;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        TestDatabase.skipIds(database, "customers.customer");
    }

    private CustomerId person(String name) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(
                        CustomerField.GIVEN_NAME,
                        name,
                        CustomerField.EMAIL,
                        name.toLowerCase(java.util.Locale.ROOT) + "@example.com"))))
                .customer();
    }

    private CustomerId company(String name) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(CustomerField.COMPANY_NAME, name)))).customer();
    }

    private RelationId relate(CustomerId from, String kind, CustomerId to) {
        return relations.add(new RelationDraft(from, to, kind, null, null, null));
    }

    private List<String> of(CustomerId customer) {
        return relations.of(customer).stream()
                .map(relation -> relation.kind().code() + " " + relation.side().code() + " " + relation.otherName())
                .toList();
    }

    @Test
    void bothSidesShowItEachByItsName() {
        CustomerId anna = person("Anna");
        CustomerId bruno = person("Bruno");
        CustomerId acme = company("Acme S.r.l.");
        relate(anna, "works_at", acme);
        relate(bruno, "works_at", acme);
        relate(bruno, "recommended_by", anna);
        assertThat(of(anna)).containsExactly("works_at forth Acme S.r.l.", "recommended_by back Bruno");
        assertThat(of(acme)).containsExactly("works_at back Anna", "works_at back Bruno");
        assertThat(inUse.among(List.of(anna, acme))).containsExactlyInAnyOrder(anna, acme);
        relations.of(anna).forEach(relation -> relations.remove(relation.id()));
        assertThat(inUse.among(List.of(anna, acme))).containsExactly(acme);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        CustomerId anna = person("Anna");
        CustomerId bruno = person("Bruno");
        relate(anna, "household", bruno);
        assertThatThrownBy(() -> relate(bruno, "household", anna)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> relate(anna, "household", anna)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> relate(anna, "nothing", bruno)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> relate(anna, "works_at", new CustomerId(999_999_999)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> relations.add(new RelationDraft(
                        anna, bruno, "child_of", LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1), null)))
                .isInstanceOf(Refusal.class);
        assertThat(of(anna)).hasSize(1);
    }

    @Test
    void aHouseholdIsEverybodyWhoIsReachedUntilTheyMoveOut() {
        CustomerId anna = person("Anna");
        CustomerId bruno = person("Bruno");
        CustomerId carla = person("Carla");
        CustomerId dino = person("Dino");
        relate(anna, "household", bruno);
        relate(carla, "partner", bruno);
        relate(dino, "recommended_by", carla);
        assertThat(relations.household(anna))
                .extracting(CustomerSummary::name)
                .containsExactly("Anna", "Bruno", "Carla");
        RelationId id = relations.of(carla).stream()
                .filter(relation -> relation.kind().code().equals("partner"))
                .findFirst()
                .orElseThrow()
                .id();
        relations.end(id, LocalDate.of(2026, 3, 1));
        assertThat(relations.household(anna)).hasSize(2);
        assertThat(relations.of(carla).getLast().until()).isEqualTo(LocalDate.of(2026, 3, 1));
        relations.end(id, null);
        relations.remove(id);
        assertThat(relations.household(anna)).hasSize(2);
        relations.restore(id);
        assertThat(relations.household(anna)).hasSize(3);
    }

    @Test
    void theCompanyThatAPersonNamesIsProposedUntilItIsTold() {
        CustomerId acme = company("Acme S.r.l.");
        CustomerId anna = person("Anna");
        edits.update(anna, null, CustomerDraft.of(CustomerField.COMPANY_NAME, "ACME SRL"), Set.of());
        Customer person = customers.find(anna).orElseThrow();
        CustomerSummary proposed = relations.proposedCompany(person, relations.of(anna));
        assertThat(proposed).isNotNull().extracting(CustomerSummary::id).isEqualTo(acme);
        relate(anna, "works_at", acme);
        assertThat(relations.proposedCompany(person, relations.of(anna))).isNull();
    }

    @Test
    void theCompanyAddsItsOwnKinds() {
        RelationKind kind = kinds.add(
                Map.of("en", "Trains with", "it", "Si allena con"),
                Map.of("en", "Trains with", "it", "Si allena con"),
                false);
        assertThat(kind.mutual()).isTrue();
        assertThatThrownBy(() -> kinds.add(Map.of("en", "trains WITH", "it", ""), Map.of(), false))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> kinds.add(Map.of("fr", "x"), Map.of(), false)).isInstanceOf(Refusal.class);
        RelationKind tutor = kinds.add(Map.of("it", "Tutore di"), Map.of("it", "Ha per tutore"), true);
        assertThat(tutor.household()).isFalse();
        assertThat(tutor.name(RelationKind.Side.BACK, java.util.Locale.ENGLISH)).isEqualTo("Ha per tutore");
        CustomerId anna = person("Anna");
        CustomerId bruno = person("Bruno");
        relate(anna, kind.code(), bruno);
        assertThatThrownBy(() -> kinds.remove(kind.code())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> kinds.remove("works_at")).isInstanceOf(Refusal.class);
        kinds.remove(tutor.code());
        assertThat(kinds.find(tutor.code())).isEmpty();
    }

    @Test
    void aRelationBetweenTwoWhoBecomeOneIsKeptAsideAndComesBack() {
        CustomerId anna = person("Anna");
        CustomerId annetta = person("Annetta");
        CustomerId acme = company("Acme S.r.l.");
        relate(anna, "household", annetta);
        relate(anna, "works_at", acme);
        relate(annetta, "works_at", acme);
        MergeId merge = merges.merge(MergeRequest.of(anna, Set.of(annetta)));
        assertThat(of(anna)).containsExactly("works_at forth Acme S.r.l.");
        assertThat(of(acme)).containsExactly("works_at back Anna");
        assertThat(relations.household(anna)).hasSize(1);
        merges.undo(merge);
        assertThat(of(anna)).containsExactly("works_at forth Acme S.r.l.", "household forth Annetta");
        assertThat(of(acme)).containsExactly("works_at back Anna", "works_at back Annetta");
    }

    /** In any order in which they can be taken back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takenBackEverybodyIsRelatedAsBefore(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<CustomerId>();
        for (int i = 0; i < 8; i++) {
            all.add(person("P" + i));
        }
        List<String> codes = List.of("works_at", "household", "child_of");
        for (int i = 0; i < 20; i++) {
            CustomerId from = all.get(random.nextInt(8));
            CustomerId to = all.get(random.nextInt(8));
            try {
                relate(from, codes.get(random.nextInt(3)), to);
            } catch (Refusal same) {
                // themselves, or twice
            }
        }
        String before = contents();
        var done = new ArrayList<MergeId>();
        var left = new ArrayList<>(all);
        while (left.size() > 2) {
            Collections.shuffle(left, random);
            var group = List.copyOf(left.subList(0, 2));
            done.add(merges.merge(MergeRequest.of(group.getFirst(), new HashSet<>(group))));
            left.remove(group.getLast());
        }
        while (!done.isEmpty()) {
            MergeId which = done.get(random.nextInt(done.size()));
            try {
                merges.undo(which);
                done.remove(which);
            } catch (Refusal mergedOn) {
                // that one first
            }
        }
        assertThat(contents()).isEqualTo(before);
    }

    private String contents() {
        return database.sql("select string_agg(concat_ws(' ', id, from_id, kind, to_id), E'\\n' order by id)"
                        + " || (select count(*) from customers.moved_relation) from customers.relation")
                .query(String.class)
                .single();
    }
}
