package io.legame.segments;

import static io.legame.segments.db.Tables.SEGMENT;
import static org.jooq.impl.DSL.trueCondition;

import io.legame.access.AccountId;
import io.legame.access.Actor;
import io.legame.platform.Viewer;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** What whoever acts may do with which segments. Legame itself and administrators may do everything. */
final class SegmentRights {
    private SegmentRights() {}

    /** Null for a program, and for Legame itself. */
    static @Nullable AccountId account() {
        Actor actor = Actor.current();
        return actor.kind() == Actor.Kind.ACCOUNT ? actor.account() : null;
    }

    static Condition visible() {
        if (mayEverything()) {
            return trueCondition();
        }
        AccountId account = account();
        Condition shared = SEGMENT.SHARING.ne(Sharing.OWN.code()).or(SEGMENT.OWNER_ID.isNull());
        return account == null ? shared : shared.or(SEGMENT.OWNER_ID.eq(account.value()));
    }

    static boolean mayChange(Segment.Place place) {
        return place.sharing() == Sharing.EDIT || mayArrange(place);
    }

    /** Who may say who else sees it. */
    static boolean mayArrange(Segment.Place place) {
        return mayEverything() || place.owner() == null || place.owner().equals(account());
    }

    private static boolean mayEverything() {
        return Actor.current().kind() == Actor.Kind.SYSTEM || Viewer.current().may(SegmentsModule.ADMINISTER);
    }
}
