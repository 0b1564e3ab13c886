package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.segments.Draft.Group;
import io.legame.segments.Draft.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be done to the parts of a filter while it is built: nothing gets lost, and opposites are opposites. */
class RearrangedTests {
    private static final Group DRAFT =
            numbered(group("all", row("a"), group("any", row("b"), row("c"), group("none", row("d"))), row("e")));

    private static Row row(String name) {
        return new Row("", name, Fields.NONE);
    }

    private static Group group(String match, Draft... parts) {
        return new Group("", match, List.of(parts));
    }

    private static Group numbered(Draft draft) {
        return (Group) Draft.numbered(draft, Draft.ROOT);
    }

    private static String told(Draft draft) {
        return switch (draft) {
            case Row row -> row.kind();
            case Group group ->
                group.match() + "("
                        + String.join(
                                " ",
                                group.parts().stream()
                                        .map(RearrangedTests::told)
                                        .toList())
                        + ")";
        };
    }

    private static String moved(String path, String to, int index) {
        return told(Rearranged.moved(DRAFT, path, to, Integer.toString(index)));
    }

    @Test
    void aPartGoesToAnotherPlaceOrGroup() {
        assertThat(told(DRAFT)).isEqualTo("all(a any(b c none(d)) e)");
        assertThat(moved("f.0", "f", 2)).isEqualTo("all(any(b c none(d)) a e)");
        assertThat(moved("f.2", "f", 0)).isEqualTo("all(e a any(b c none(d)))");
        assertThat(moved("f.0", "f.1", 1)).isEqualTo("all(any(b a c none(d)) e)");
        assertThat(moved("f.1.2.0", "f", 3)).isEqualTo("all(a any(b c none()) e d)");
        assertThat(moved("f.1.2", "f", 0)).isEqualTo("all(none(d) a any(b c) e)");
        assertThat(moved("f.1.0", "f.1", 99)).isEqualTo("all(a any(c none(d) b) e)");
    }

    @Test
    void noPartGoesIntoItselfOrOutOfTheWhole() {
        for (String[] move : new String[][] {
            {"f.1", "f.1", "0"},
            {"f.1", "f.1.2", "0"},
            {"f", "f.1", "0"},
            {"f.9", "f", "0"},
            {"f.0", "f.2", "0"},
            {"f.0", "f.7", "0"},
            {"f.0", "f", "-1"},
            {"f.0", "f", "x"},
            {"", "", ""}
        }) {
            assertThat(Rearranged.moved(DRAFT, move[0], move[1], move[2])).isSameAs(DRAFT);
        }
    }

    @Test
    void wherePartsGoNothingGetsLost() {
        var random = new Random(43);
        Group draft = DRAFT;
        for (int i = 0; i < 3000; i++) {
            List<Draft> all = every(draft).toList();
            Draft part = all.get(random.nextInt(all.size()));
            Draft to = all.get(random.nextInt(all.size()));
            draft = numbered(Rearranged.moved(draft, part.path(), to.path(), Integer.toString(random.nextInt(4))));
            assertThat(every(draft).map(RearrangedTests::name))
                    .containsExactlyInAnyOrder("all", "any", "none", "a", "b", "c", "d", "e");
            assertThat(draft.path()).isEqualTo("f");
        }
    }

    private static String name(Draft draft) {
        return switch (draft) {
            case Row row -> row.kind();
            case Group group -> group.match();
        };
    }

    private static Stream<Draft> every(Draft draft) {
        return draft instanceof Group group
                ? Stream.concat(Stream.of(draft), group.parts().stream().flatMap(RearrangedTests::every))
                : Stream.of(draft);
    }

    @Test
    void groupsAreNotPutDeeperThanOneMayAddThem() {
        Group deep = group("all", group("any", group("all", group("any", group("all", group("any", row("a")))))));
        Group draft = numbered(group("all", deep.parts().getFirst(), group("none", row("b"))));
        String deepest = "f.0.0.0.0.0";
        assertThat(Rearranged.moved(draft, "f.1.0", deepest, "0")).isNotSameAs(draft);
        assertThat(Rearranged.moved(draft, "f.1", deepest, "0")).isSameAs(draft);
        assertThat(Rearranged.opposite(draft, deepest + ".0")).isSameAs(draft);
    }

    @Test
    void aPartIsDoubledBesideItself() {
        assertThat(told(Rearranged.duplicated(DRAFT, "f.1.2"))).isEqualTo("all(a any(b c none(d) none(d)) e)");
        assertThat(Rearranged.duplicated(DRAFT, "f")).isSameAs(DRAFT);
        Group many = group("all");
        for (int i = 0; i < Filters.MOST_CONDITIONS; i++) {
            var parts = new ArrayList<>(many.parts());
            parts.add(row("x"));
            many = new Group("", "all", parts);
        }
        many = numbered(many);
        assertThat(Rearranged.duplicated(many, "f.3")).isSameAs(many);
    }

    @Test
    void theOppositeOfAPartIsItsOpposite() {
        assertThat(told(Rearranged.opposite(DRAFT, "f.0"))).isEqualTo("all(none(a) any(b c none(d)) e)");
        assertThat(told(Rearranged.opposite(DRAFT, "f.1"))).isEqualTo("all(a none(b c none(d)) e)");
        assertThat(told(Rearranged.opposite(DRAFT, "f.1.2"))).isEqualTo("all(a any(b c d) e)");
        assertThat(Rearranged.opposite(DRAFT, "f")).isSameAs(DRAFT);
        Group once = numbered(Rearranged.opposite(DRAFT, "f.0"));
        assertThat(told(Rearranged.opposite(once, "f.0"))).isEqualTo(told(DRAFT));
        Row women = new Row("", "attribute", Fields.of("attribute", "gender", "op", "isOneOf", "v", "F"));
        Group draft = numbered(group("all", women));
        assertThat(((Row) Rearranged.opposite(draft, "f.0").parts().getFirst())
                        .fields()
                        .one("op"))
                .isEqualTo("isNoneOf");
    }
}
