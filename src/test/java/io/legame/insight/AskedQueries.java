package io.legame.insight;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What the warehouse is asked, as another engine would be asked it. */
public final class AskedQueries implements ExecuteListener {
    private static final long serialVersionUID = 1;

    private final transient Set<String> inTrino = Collections.synchronizedSet(new LinkedHashSet<>());

    private AskedQueries() {}

    /** From now on. */
    public static AskedQueries of(Warehouse warehouse) {
        var asked = new AskedQueries();
        warehouse.watch(asked);
        return asked;
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        Query query = context.query();
        if (query == null) {
            throw new AssertionError("Asked without a tree: " + context.sql());
        }
        inTrino.add(DSL.using(SQLDialect.TRINO).renderInlined(query));
    }

    public Set<String> inTrino() {
        return Set.copyOf(inTrino);
    }
}
