package io.legame.timeline;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Everything that happened: the one door to facts. They are recorded once and never change. */
@Component
public class Timeline {
    @SuppressWarnings("UnusedVariable")
    private final DSLContext database;

    Timeline(DSLContext database) {
        this.database = database;
    }

    /** Records facts in one transaction (the caller's, if there is one); returns what became of each, in their order. */
    public List<Recorded> record(String source, List<InteractionDraft> facts) {
        throw new UnsupportedOperationException();
    }

    /** Records lines of purchases and returns likewise; lines of one order may come in several calls. */
    public List<Recorded> recordPurchases(String source, List<PurchaseLineDraft> lines) {
        throw new UnsupportedOperationException();
    }

    /** Removes every fact of the source. */
    public void eraseSource(String source) {
        throw new UnsupportedOperationException();
    }
}
