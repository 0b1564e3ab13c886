package io.legame.platform;

import org.jspecify.annotations.Nullable;

/**
 * A place in the sidebar and in the command palette. A module contributes its own as a bean.
 *
 * @param path where it leads
 * @param textKey its name
 * @param icon a symbol of {@code static/assets/icons.svg}
 * @param permission who sees it; empty for everybody who is signed in
 * @param position smaller is higher; a hundred and more go to the administration group
 * @param badge answers now and then with what the place has to say by itself, such as a number for the element with
 *     {@code data-badge} of this or another place, swapped out of band; null when it says nothing
 */
public record MenuItem(
        String path,
        String textKey,
        String icon,
        String permission,
        int position,
        @Nullable String badge) {
    static final int ADMINISTRATION = 100;

    public MenuItem(String path, String textKey, String icon, String permission, int position) {
        this(path, textKey, icon, permission, position, null);
    }

    public boolean administration() {
        return position >= ADMINISTRATION;
    }
}
