package io.legame.intake;

import io.legame.intake.ColumnNames.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of a person's postal addresses is taken from a file that has several: all of it, not the parts of two. */
final class AddressColumns {
    static final Set<Field> FIELDS =
            EnumSet.of(Field.STREET, Field.POSTCODE, Field.TOWN, Field.PROVINCE, Field.REGION, Field.COUNTRY);

    /** A country or a region alone is no address. */
    private static final Set<Field> WHERE = EnumSet.of(Field.STREET, Field.POSTCODE, Field.TOWN, Field.PROVINCE);

    /** What is just called address; else where the person lives; else where the person works. */
    private static final List<Place> PREFERRED = List.of(Place.PLAIN, Place.HOME, Place.WORK, Place.OTHER);

    private AddressColumns() {}

    /** The first that says a street, a postcode or a town in the sample; else the first that has a column. */
    static Place best(List<Column> columns) {
        return PREFERRED.stream()
                .filter(place -> columns.stream()
                        .anyMatch(column -> column.content() != Column.Content.EMPTY && isPart(column, place, WHERE)))
                .findFirst()
                .or(() -> first(columns, WHERE))
                .or(() -> first(columns, FIELDS))
                .orElse(Place.PLAIN);
    }

    private static Optional<Place> first(List<Column> columns, Set<Field> fields) {
        return PREFERRED.stream()
                .filter(place -> columns.stream().anyMatch(column -> isPart(column, place, fields)))
                .findFirst();
    }

    private static boolean isPart(Column column, Place place, Set<Field> fields) {
        return fields.stream()
                .map(field -> ColumnNames.meaning(column.name(), field))
                .anyMatch(meaning -> meaning.fit() > 0 && meaning.place() == place);
    }
}
