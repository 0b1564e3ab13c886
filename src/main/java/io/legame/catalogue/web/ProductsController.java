package io.legame.catalogue.web;

import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Product;
import io.legame.catalogue.ProductId;
import io.legame.platform.Address;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ProductsController {
    private static final int PAGE = 50;

    private final Catalogue catalogue;

    ProductsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole page, or only the rows when htmx asks for more or for what is being typed. */
    @GetMapping("/catalogue")
    @PreAuthorize("hasAuthority('catalogue:view')")
    View index(
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        Product last = after == null
                ? null
                : catalogue.products(List.of(new ProductId(after))).get(new ProductId(after));
        List<Product> found = catalogue.list(search, last, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Product> page = more ? found.subList(0, PAGE) : found;
        var rows = new ProductRows(page, more ? next(search, page.getLast()) : null);
        return part ? rows : new ProductList(search, catalogue.count(), rows);
    }

    private static String next(@Nullable String search, Product last) {
        return Address.of("/catalogue")
                .with("after", last.id().value())
                .with("q", search)
                .toString();
    }
}
