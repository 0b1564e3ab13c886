package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelTests {
    private static final LocalDate BORN = LocalDate.of(1974, 3, 12);
    private static final Subject MARIA =
            SubjectOf.person(1_000_000, "Maria", "Brambillasca", BORN, "Lodi", "m.brambillasca981@example.com");

    private static final Labelled PEOPLE = Labelled.simulated(2000, 10, 5);
    /** What they teach. */
    private static final Model MODEL = Matching.learn(PEOPLE.records(), 1);

    @Test
    void theSameRecordsTeachTheSameInAnyOrder() {
        var shuffled = new ArrayList<>(PEOPLE.subjects());
        Collections.shuffle(shuffled, new Random(9));
        assertThat(pairs(Matching.learn(Labelled.recordsOf(shuffled), 1)))
                .isNotEmpty()
                .isEqualTo(pairs(Matching.learn(PEOPLE.records(), 1)))
                .isEqualTo(pairs(MODEL));
    }

    @Test
    void everyPairIsHandedOverOnce() {
        List<Pair> pairs = pairs(MODEL);
        assertThat(pairs).doesNotHaveDuplicates().allMatch(pair -> pair.first() < pair.second());
    }

    @Test
    void aPairWeighsTheSameFromBothSidesAndWhatItsPartsWeigh() {
        for (Pair pair : pairs(MODEL)) {
            Explanation explanation = MODEL.explain(pair.first(), pair.second());
            assertThat(explanation).isEqualTo(MODEL.explain(pair.second(), pair.first()));
            assertThat(explanation.weight()).isEqualTo(pair.weight());
            double parts = explanation.start()
                    + explanation.relatives()
                    + explanation.fields().stream()
                            .mapToDouble(Explanation.FieldWeight::weight)
                            .sum();
            assertThat(parts).isCloseTo(pair.weight(), within(1e-9));
        }
    }

    @Test
    void aMissingValueWeighsNothing() {
        Explanation explanation = explain(
                        MARIA, List.of(SubjectOf.person(1_000_001, "Maria", "Brambillasca", null, null, null)))
                .getFirst();
        assertThat(explanation.fields())
                .filteredOn(field -> field.level() == Level.MISSING)
                .hasSize(Field.values().length - 2)
                .allMatch(field -> field.weight() == 0);
    }

    @Test
    void moreAgreementNeverWeighsLess() {
        List<Subject> better = List.of(
                SubjectOf.person(1_000_001, "Ugo", "Conti", LocalDate.of(1950, 1, 30), "Bari", "info@example.org"),
                SubjectOf.person(
                        1_000_002, "Ugo", "Brambilasca", LocalDate.of(1950, 1, 30), "Bari", "info@example.org"),
                SubjectOf.person(
                        1_000_003, "Ugo", "Brambillasca", LocalDate.of(1950, 1, 30), "Bari", "info@example.org"),
                SubjectOf.person(
                        1_000_004, "Mary", "Brambillasca", LocalDate.of(1974, 9, 30), "Bari", "info@example.org"),
                SubjectOf.person(
                        1_000_005, "Maria", "Brambillasca", LocalDate.of(1974, 12, 3), "Bari", "info@example.org"),
                SubjectOf.person(1_000_006, "Maria", "Brambillasca", BORN, "Lodi", "info@example.org"),
                SubjectOf.person(1_000_007, "Maria", "Brambillasca", BORN, "Lodi", "m.brambillasca981@exampel.com"),
                SubjectOf.person(1_000_008, "Maria", "Brambillasca", BORN, "Lodi", "m.brambillasca981@example.com"));
        List<Double> weights =
                explain(MARIA, better).stream().map(Explanation::weight).toList();
        assertThat(weights).isSorted();
        assertThat(weights.getFirst()).isNegative();
        assertThat(weights.getLast()).isPositive();
    }

    @Test
    void aRareFamilyNameSaysMoreThanACommonOne() {
        var subjects = new ArrayList<Subject>();
        for (int id = 0; id < 300; id++) {
            subjects.add(SubjectOf.person(id, null, id < 60 ? "Rossi" : "Name" + id / 2, null, null, null));
        }
        Model model = Matching.learn(Labelled.recordsOf(subjects), 1);
        assertThat(model.explain(100, 101).weight())
                .isGreaterThan(model.explain(0, 1).weight() + 2);
    }

    @Test
    void exchangedNamesNicknamesAndExchangedDaysAreSeen() {
        List<Explanation> explanations = explain(
                MARIA,
                List.of(
                        SubjectOf.person(1_000_001, "Brambillasca", "Maria", BORN, null, null),
                        SubjectOf.person(1_000_002, "Mariuccia", "Brambillasca", BORN, null, null),
                        SubjectOf.person(1_000_003, "M.", null, LocalDate.of(1974, 12, 3), null, null),
                        SubjectOf.person(1_000_004, null, null, LocalDate.of(1974, 12, 3), null, null)));
        assertThat(level(explanations.get(0), Field.GIVEN_NAME)).isEqualTo(Level.SWAPPED);
        assertThat(level(explanations.get(1), Field.GIVEN_NAME)).isEqualTo(Level.NICKNAME);
        assertThat(level(explanations.get(2), Field.GIVEN_NAME)).isEqualTo(Level.PART);
        assertThat(level(explanations.get(3), Field.BIRTH_DATE)).isEqualTo(Level.NEAR);
    }

    @Test
    void twoCompaniesAreTheSameWhateverTheirLegalForm() {
        Subject company =
                SubjectOf.company(1_000_000, "Officine Brambillasca S.r.l.", "Via Roma 12", "Lodi", "+390371123456");
        Subject shouted =
                SubjectOf.company(1_000_001, "OFFICINE BRAMBILLASCA SRL", "via Roma, 12", "LODI", "+390371123456");
        Explanation explanation = explain(company, List.of(shouted)).getFirst();
        assertThat(explanation.probability()).isGreaterThan(0.99);
        assertThat(explanation.relatives()).isZero();
    }

    @Test
    void tenRecordsAreEnough() {
        var subjects = new ArrayList<>(PEOPLE.subjects().subList(0, 8));
        subjects.add(MARIA);
        subjects.add(
                SubjectOf.person(1_000_001, "Maria", "Brambilasca", BORN, "Lodi", "m.brambillasca981@example.com"));
        List<Pair> pairs = pairs(Matching.learn(Labelled.recordsOf(subjects), 1));
        assertThat(pairs).anyMatch(pair -> pair.first() == 1_000_000 && pair.second() == 1_000_001);
    }

    @Test
    void noRecordsOrEmptyOnesGiveNoPairs() {
        assertThat(pairs(Matching.learn(Labelled.recordsOf(), 1))).isEmpty();
        assertThat(pairs(Matching.learn(
                        Labelled.recordsOf(
                                SubjectOf.person(1, null, null, null, null, null),
                                SubjectOf.person(2, null, null, null, null, null)),
                        1)))
                .isEmpty();
    }

    @Test
    void anIdThatIsTwiceOrUnknownIsRefused() {
        assertThatThrownBy(() -> Labelled.recordsOf(MARIA, MARIA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Matching.learn(Labelled.recordsOf(MARIA), 1).explain(1_000_000, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }

    private static Level level(Explanation explanation, Field field) {
        return explanation.fields().stream()
                .filter(weight -> weight.field() == field)
                .findFirst()
                .orElseThrow()
                .level();
    }

    /** The one beside each of the others; the weights are those that the people teach, with all of these among them. */
    private static List<Explanation> explain(Subject one, List<Subject> others) {
        var subjects = new ArrayList<>(PEOPLE.subjects());
        subjects.add(one);
        subjects.addAll(others);
        Model model = Matching.learn(Labelled.recordsOf(subjects), 1);
        return others.stream().map(other -> model.explain(one.id(), other.id())).toList();
    }

    private static List<Pair> pairs(Model model) {
        var pairs = new ArrayList<Pair>();
        model.pairs(Model.DEFAULT_PROBABILITY, pairs::add);
        return pairs;
    }
}
