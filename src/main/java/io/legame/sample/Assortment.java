package io.legame.sample;

import io.legame.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is on the shelves on a day, and what somebody takes from them. */
final class Assortment {
    private static final double FOR_SOMEBODY_ELSE = 0.14;
    private static final double PRESENTS_IN_DECEMBER = 0.38;

    private final List<Model> models = Model.all();
    private final Map<String, Weighted<Model>> shelves = new HashMap<>();
    private final Map<String, Catalogue.Priced> products;

    /** @param products by their codes, as the catalogue knows them */
    Assortment(Map<String, Catalogue.Priced> products) {
        this.products = products;
    }

    /** A model in one colour and size. */
    record Article(Model model, Catalogue.Priced product) {
        String name() {
            return model.name();
        }
    }

    Article choose(Person person, Habits habits, Season season, Draw draw) {
        String audience = audience(person, habits, season, draw);
        Model model = shelf(audience, season.shelf()).draw(draw);
        boolean own = audience.equals(person.gender());
        int size = own && !draw.chance(0.1)
                ? (int) (habits.size() * model.sizes().size())
                : draw.below(model.sizes().size());
        String code = model.code(draw.below(model.colours().size()), size);
        return new Article(model, Objects.requireNonNull(products.get(code), code));
    }

    private static String audience(Person person, Habits habits, Season season, Draw draw) {
        if (person.company() != null) {
            return "H";
        }
        if (draw.chance(habits.home())) {
            return "H";
        }
        boolean own = !draw.chance(season.christmas() ? PRESENTS_IN_DECEMBER : FOR_SOMEBODY_ELSE);
        return person.woman() == own ? "F" : "M";
    }

    private Weighted<Model> shelf(String audience, String season) {
        return shelves.computeIfAbsent(
                audience + season,
                key -> new Weighted<>(
                        models.stream()
                                .filter(model -> model.audience().equals(audience)
                                        || (model.audience().equals("U") && !audience.equals("H")))
                                .filter(model -> !model.seasonal()
                                        || season.contains(model.season().toLowerCase(Locale.ROOT)))
                                .toList(),
                        Assortment::popularity));
    }

    /** The dear sells less than the cheap, what is of the season more, and some models are simply liked. */
    private static double popularity(Model model) {
        double liked = 0.5 + new Draw("liked", model.number()).gamma(1.4);
        double ofTheSeason = model.season().equals("NA") ? 2.5 : model.seasonal() ? 1.5 : 1;
        return liked * ofTheSeason / StrictMath.pow(model.price().doubleValue(), 0.55);
    }
}
