package io.legame.intake;

import io.legame.intake.ColumnNames.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field, when the file is of one kind: by the columns' names first, by what they hold second.
 *
 * @param fields by position of the column, null for one that is left out
 * @param score how well the whole fits; comparable between kinds
 */
record Matching(ImportKind kind, List<@Nullable Field> fields, int score) {
    /** Names that mean the row's own number or name, whatever the row is. */
    private static final Set<String> OWN = Set.of(
            "id", "code", "codice", "name", "nome", "title", "titolo", "key", "chiave", "number", "nr", "numero");

    private static final Set<String> JUST_NAME = Set.of("name", "naam");
    private static final Set<Field> IDENTITIES = EnumSet.of(Field.CUSTOMER_NUMBER, Field.CARD, Field.TAX_CODE);

    /** Places of any kind: countries only if they hold some. */
    private static final Set<String> PERHAPS_COUNTRIES = Set.of(
            "location", "officelocation", "headquarters", "headquarter", "hq", "hqlocation", "sede", "sedelegale");

    private static final int WORTH_MATCHING = 30;
    private static final int WORTH_A_LOOK = 60;

    private record Candidate(int column, Field field, int fit) {}

    /** The best for the file among all kinds. */
    static Matching best(String fileName, List<Column> columns) {
        return java.util.Arrays.stream(ImportKind.values())
                .map(kind -> of(kind, fileName, columns))
                .max(Comparator.comparingInt(Matching::score))
                .orElseThrow();
    }

    static Matching of(ImportKind kind, String fileName, List<Column> columns) {
        var candidates = new ArrayList<Candidate>();
        Place address = AddressColumns.best(columns);
        for (int column = 0; column < columns.size(); column++) {
            for (Field field : kind.fields()) {
                int fit = fit(kind, columns.get(column), field);
                boolean elsewhere = AddressColumns.FIELDS.contains(field)
                        && ColumnNames.meaning(columns.get(column).name(), field)
                                        .place()
                                != address;
                if (fit > WORTH_MATCHING && !(elsewhere && kind == ImportKind.CUSTOMERS)) {
                    candidates.add(new Candidate(column, field, fit));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::fit)
                .reversed()
                .thenComparingInt(Candidate::column)
                .thenComparing(Candidate::field));
        var fields = new ArrayList<@Nullable Field>(Collections.nCopies(columns.size(), null));
        var taken = EnumSet.noneOf(Field.class);
        int score = 0;
        for (Candidate candidate : candidates) {
            if (fields.get(candidate.column()) == null && taken.add(candidate.field())) {
                fields.set(candidate.column(), candidate.field());
                score += candidate.fit();
            }
        }
        if (kind == ImportKind.CUSTOMERS) {
            addFurther(columns, fields, Field.EMAIL, Field.OTHER_EMAIL);
            addFurther(columns, fields, Field.PHONE, Field.OTHER_PHONE);
        }
        dropNameTwice(columns, fields, taken);
        return new Matching(kind, fields, score + hints(kind, fileName, columns, taken));
    }

    /** By their names only: an address in a column of another name may be somebody else's. */
    private static void addFurther(List<Column> columns, List<@Nullable Field> fields, Field first, Field further) {
        for (int column = 0; column < columns.size(); column++) {
            if (fields.get(column) == null
                    && fields.contains(first)
                    && ColumnNames.fit(columns.get(column).name(), first) > WORTH_MATCHING) {
                fields.set(column, further);
            }
        }
    }

    private static int fit(ImportKind kind, Column column, Field field) {
        int fit = ColumnNames.fit(column.name(), field);
        if (fit > 0 && OWN.contains(ColumnNames.plain(column.name())) && !isOwn(kind, field)) {
            return 0;
        }
        if (column.content() == Column.Content.EMAIL && field == Field.EMAIL) {
            return Math.max(fit, 60);
        }
        if (column.content() == Column.Content.EMPTY && field == Field.EMAIL) {
            return fit - 25; // another one, with addresses in it, is the first
        }
        if (field == Field.COUNTRY && PERHAPS_COUNTRIES.contains(ColumnNames.plain(column.name()))) {
            return CountryNames.are(column.examples()) ? WORTH_A_LOOK : 0;
        }
        if (field == Field.COMPANY_NAME
                && kind.hasAmounts()
                && ColumnNames.fit(column.name(), Field.PRODUCT_NAME) > 0) {
            return 0; // "denominazione" in a file of sales is what was sold
        }
        if (kind == ImportKind.CUSTOMERS && IDENTITIES.contains(field) && column.isAlwaysTheSame()) {
            return 0;
        }
        return fit - (contradicts(column, field) ? 60 : 0);
    }

    private static boolean isOwn(ImportKind kind, Field field) {
        return switch (kind) {
            case CUSTOMERS -> true;
            case PRODUCTS -> field == Field.PRODUCT_CODE || field == Field.PRODUCT_NAME;
            case INTERACTIONS -> field == Field.KEY || field == Field.SUMMARY;
            case PURCHASES, RETURNS -> false;
        };
    }

    private static boolean contradicts(Column column, Field field) {
        return switch (column.content()) {
            case EMPTY -> false;
            // a day or a year alone is no date
            case FLOATED, NUMBER ->
                field == Field.EMAIL
                        || field == Field.COMPANY_NAME
                        || (field.isDate() && column.examples().stream().allMatch(each -> each.length() < 6));
            case EMAIL -> field != Field.EMAIL;
            case DATE -> !field.isDate();
            case TEXT -> field.isDate() || field.isNumber();
        };
    }

    /** A full name beside its parts says nothing more; a name beside the family name alone is the given one. */
    private static void dropNameTwice(List<Column> columns, List<@Nullable Field> fields, Set<Field> taken) {
        if (taken.contains(Field.GIVEN_NAME) && taken.contains(Field.FAMILY_NAME) && taken.remove(Field.FULL_NAME)) {
            fields.set(fields.indexOf(Field.FULL_NAME), null);
        }
        int whole = fields.indexOf(Field.FULL_NAME);
        if (taken.contains(Field.FAMILY_NAME)
                && whole >= 0
                && JUST_NAME.contains(ColumnNames.plain(columns.get(whole).name()))) {
            fields.set(whole, Field.GIVEN_NAME);
        }
    }

    private static int hints(ImportKind kind, String fileName, List<Column> columns, Set<Field> taken) {
        int score = names(kind).stream().anyMatch(fileName.toLowerCase(Locale.ROOT)::contains) ? 250 : 0;
        for (Set<Field> oneOf : essentials(kind)) {
            score -= Collections.disjoint(oneOf, taken) ? 300 : 0;
        }
        if (kind == ImportKind.RETURNS) {
            boolean saysSo = columns.stream()
                    .map(column -> ColumnNames.plain(column.name()))
                    .anyMatch(name -> name.startsWith("return") || name.contains("reso"));
            score += saysSo ? 250 : -50;
        }
        return score;
    }

    /** What a file of the kind cannot be without; returns may lack customer and order, and then say so. */
    private static List<Set<Field>> essentials(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS ->
                List.of(EnumSet.of(Field.EMAIL, Field.CUSTOMER_NUMBER, Field.CARD, Field.TAX_CODE, Field.COMPANY_NAME));
            // two of the three: names alone are whoever's
            case PRODUCTS ->
                List.of(
                        EnumSet.of(Field.PRODUCT_CODE, Field.PRODUCT_NAME),
                        EnumSet.of(Field.PRODUCT_CODE, Field.PRICE),
                        EnumSet.of(Field.PRODUCT_NAME, Field.PRICE));
            case PURCHASES ->
                List.of(
                        EnumSet.of(Field.ORDER_NUMBER),
                        EnumSet.of(Field.DATE_TIME),
                        EnumSet.of(Field.PRODUCT_CODE, Field.UNIT_PRICE));
            case RETURNS ->
                List.of(EnumSet.of(Field.DATE_TIME), EnumSet.of(Field.PRODUCT_CODE, Field.UNIT_PRICE, Field.QUANTITY));
            case INTERACTIONS ->
                List.of(
                        EnumSet.of(Field.INTERACTION_KIND),
                        EnumSet.of(Field.DATE_TIME),
                        EnumSet.of(Field.EMAIL, Field.CUSTOMER_NUMBER));
        };
    }

    private static List<String> names(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> List.of("customer", "client", "contact", "contatti", "member", "anagrafic");
            case PRODUCTS -> List.of("product", "prodott", "articol", "catalog", "item");
            case PURCHASES -> List.of("sales", "order", "purchase", "vendit", "ordin", "acquist", "retail", "scontrin");
            case RETURNS -> List.of("return", "resi", "reso", "refund", "rimbors");
            case INTERACTIONS -> List.of("interaction", "interazion", "event", "activit", "attivit", "visit", "call");
        };
    }
}
