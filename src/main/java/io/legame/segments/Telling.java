package io.legame.segments;

import io.legame.catalogue.Catalogue;
import io.legame.catalogue.Product;
import io.legame.catalogue.ProductId;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells filters in the language of who asks. */
@Component
public class Telling {
    /** Products are found by what their names begin with; one of that very name is among the first. */
    private static final int MOST_OF_A_NAME = 100;

    private final Texts texts;
    private final Shells shells;
    private final Catalogue catalogue;

    Telling(Texts texts, Shells shells, Catalogue catalogue) {
        this.texts = texts;
        this.shells = shells;
        this.catalogue = catalogue;
    }

    /** "women aged 35 to 45 who can be reached by e-mail", in the language of the request. */
    public String sentence(Filter filter) {
        return Sentence.of(filter, words());
    }

    /** Why something was refused, in the language of the request. */
    public String reason(Refusal refusal) {
        return texts.get(words().locale(), refusal.key(), refusal.arguments());
    }

    public Words words() {
        return words(LocaleContextHolder.getLocale());
    }

    Words words(Locale language) {
        Locale spoken = Texts.LANGUAGES.contains(Locale.of(language.getLanguage())) ? language : Locale.ENGLISH;
        return new Words(texts, shells.formats(spoken), this::product, this::productsCalled);
    }

    private List<Long> productsCalled(String name) {
        return catalogue.list(name, null, MOST_OF_A_NAME).stream()
                .filter(product -> product.name().equals(name))
                .map(product -> product.id().value())
                .toList();
    }

    private String product(long id) {
        Product product = catalogue.products(List.of(new ProductId(id))).get(new ProductId(id));
        return product == null ? "#" + id : product.name();
    }
}
