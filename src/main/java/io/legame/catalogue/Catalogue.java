package io.legame.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the company sells: the one door to products. */
@Component
public class Catalogue {
    @SuppressWarnings("UnusedVariable")
    private final DSLContext database;

    Catalogue(DSLContext database) {
        this.database = database;
    }

    /** Creates or completes products by their code, in one transaction. Doing it again changes nothing. */
    public List<ProductUpsert> upsert(String source, List<ProductDraft> drafts) {
        throw new UnsupportedOperationException();
    }

    /** The products that the source knows by the codes, those unknown left out. */
    public Map<String, Priced> find(String source, Collection<String> codes) {
        throw new UnsupportedOperationException();
    }

    /** What a purchase needs to know of a product. */
    public record Priced(
            ProductId id,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost) {}

    /** Products by id, those unknown left out. */
    public Map<ProductId, Product> products(Collection<ProductId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Products in the order of their names, whose name or code begins with the search (null for all). */
    public List<Product> list(@Nullable String search, @Nullable Product after, int limit) {
        throw new UnsupportedOperationException();
    }

    public long count() {
        throw new UnsupportedOperationException();
    }

    public void eraseSource(String source) {
        throw new UnsupportedOperationException();
    }
}
