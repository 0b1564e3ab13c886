package io.legame.platform;

/**
 * What a page or a part of a page shows: a record, drawn by the template of the same name in its module's folder. A
 * handler that returns {@code io.legame.customers.web.CustomerList} is answered with
 * {@code src/main/jte/customers/CustomerList.jte}, which gets the record as {@code view} and the {@link Shell} as
 * {@code shell}.
 */
public interface View {
    default String template() {
        String[] packages = getClass().getPackageName().split("\\.", -1);
        return packages[2] + "/" + getClass().getSimpleName() + ".jte";
    }
}
