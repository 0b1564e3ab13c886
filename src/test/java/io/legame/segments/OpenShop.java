package io.legame.segments;

import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomFields;
import io.legame.insight.Figures;
import io.legame.insight.Projection;
import io.legame.timeline.Timeline;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with its figures, opened once for all tests that share an application and only ask. */
class OpenShop {
    private final JdbcClient database;
    private final Timeline timeline;
    private final CustomFields fields;
    private final ChoiceLists lists;
    private final Projection projection;
    private final Figures figures;
    private @Nullable Shop open;

    OpenShop(
            JdbcClient database,
            Timeline timeline,
            CustomFields fields,
            ChoiceLists lists,
            Projection projection,
            Figures figures) {
        this.database = database;
        this.timeline = timeline;
        this.fields = fields;
        this.lists = lists;
        this.projection = projection;
        this.figures = figures;
    }

    Shop shop() {
        Shop shop = open;
        if (shop == null) {
            shop = Shop.open(new Random(7), database, new ShopFields(fields, lists), timeline, projection);
            figures.catchUp();
            open = shop;
        }
        return shop;
    }
}
