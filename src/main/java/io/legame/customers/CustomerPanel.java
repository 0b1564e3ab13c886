package io.legame.customers;

/**
 * A part of the customer card, contributed by a module as a bean and loaded by its address.
 *
 * @param path with {@code {id}} in the place of the customer's id; answers with the panel's HTML
 * @param permission who sees it
 * @param place where on the card
 * @param position smaller is higher
 */
public record CustomerPanel(String path, String permission, Place place, int position) {
    public enum Place {
        /** Above everything: what one must see at a glance. */
        TOP,
        MAIN,
        SIDE
    }

    public String path(CustomerId customer) {
        return path.replace("{id}", Long.toString(customer.value()));
    }
}
