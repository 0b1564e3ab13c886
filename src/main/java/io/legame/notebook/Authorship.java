package io.legame.notebook;

import io.legame.access.Actor;
import io.legame.platform.Refusal;
import io.legame.platform.Viewer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Who may change what lies in the notebook: who wrote it, and who manages it. */
final class Authorship {
    private Authorship() {}

    static String kind(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT);
    }

    static Actor of(String kind, @Nullable Long id, String name) {
        return new Actor(Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id, name);
    }

    /** Whether it is theirs, also when they are called otherwise by now. */
    static boolean isOf(Actor author, Actor who) {
        return author.kind() == who.kind() && author.id() != null && author.id().equals(who.id());
    }

    static boolean mayChange(Actor author) {
        return isOf(author, Actor.current()) || Viewer.current().may("notebook:manage");
    }

    static void check(Actor author) {
        if (!mayChange(author)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "notebook.error.notYours", author.name());
        }
    }
}
