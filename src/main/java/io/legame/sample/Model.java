package io.legame.sample;

import io.legame.catalogue.ProductDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model that the shop sells, in each of its colours and sizes.
 *
 * @param number from 1
 * @param audience F, M, U (both) or H (the home)
 * @param season AI (autumn and winter), PE (spring and summer), NA (Christmas) or TA (all the year)
 * @param cost what one costs, per hundred of its price
 * @param sizes one empty text when there are none
 */
record Model(
        int number,
        String category,
        String name,
        String brand,
        String audience,
        String season,
        BigDecimal price,
        int cost,
        List<String> colours,
        List<String> sizes) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    static List<Model> all() {
        List<Model> models = new ArrayList<>();
        for (var row : Lists.rows("models")) {
            models.add(new Model(
                    models.size() + 1,
                    row.getField("category"),
                    row.getField("name"),
                    row.getField("brand"),
                    row.getField("audience"),
                    row.getField("season"),
                    new BigDecimal(row.getField("price")),
                    Integer.parseInt(row.getField("cost")),
                    Lists.parts(row, "colours"),
                    Lists.parts(row, "sizes")));
        }
        return models;
    }

    BigDecimal unitCost() {
        return price.multiply(new BigDecimal(cost)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    boolean seasonal() {
        return !season.equals("TA");
    }

    /** Whether one puts it on. */
    boolean worn() {
        return !audience.equals("H");
    }

    boolean sized() {
        return sizes.size() > 1;
    }

    boolean cheap() {
        return price.compareTo(HUNDRED) < 0;
    }

    boolean toBeFitted() {
        return category.equals("Capispalla") || category.equals("Pantaloni e gonne") || category.equals("Abiti");
    }

    List<ProductDraft> products() {
        List<ProductDraft> products = new ArrayList<>();
        for (int colour = 0; colour < colours.size(); colour++) {
            for (int size = 0; size < sizes.size(); size++) {
                String sizeName = sizes.get(size);
                products.add(new ProductDraft(
                        code(colour, size),
                        null,
                        name + ", " + colours.get(colour) + (sizeName.isEmpty() ? "" : ", " + sizeName),
                        name,
                        description(),
                        category,
                        brand,
                        colours.get(colour),
                        sizeName.isEmpty() ? null : sizeName,
                        price,
                        unitCost()));
            }
        }
        return products;
    }

    String code(int colour, int size) {
        return String.format(Locale.ROOT, "%03d-%d%d", number, colour + 1, size + 1);
    }

    private String description() {
        return switch (season) {
            case "AI" -> "Collezione autunno-inverno";
            case "PE" -> "Collezione primavera-estate";
            case "NA" -> "Collezione Natale";
            default -> "Tutto l'anno";
        };
    }
}
