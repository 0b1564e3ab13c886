package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.legame.wording.ItalianArea;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** In which area of Italy a customer lives: that of the region; without a region that of an Italian province. */
final class Areas {
    private Areas() {}

    static List<String> words() {
        return Arrays.stream(ItalianArea.values()).map(ItalianArea::code).toList();
    }

    static Field<String> column() {
        var abroad = CUSTOMER.COUNTRY.isNotNull().and(CUSTOMER.COUNTRY.ne(inline("IT")));
        return when(CUSTOMER.REGION.isNotNull(), of(CUSTOMER.REGION, true))
                .when(abroad, inline(null, VARCHAR))
                .otherwise(of(CUSTOMER.PROVINCE, false));
    }

    private static Field<String> of(Field<String> place, boolean isRegion) {
        Field<String> area = inline(null, VARCHAR);
        for (ItalianArea each : ItalianArea.values()) {
            var places = (isRegion ? each.regions() : each.provinces())
                    .stream().map(DSL::inline).toList();
            area = when(place.in(places), inline(each.code())).otherwise(area);
        }
        return area;
    }
}
