package io.legame.platform;

/**
 * A place in the sidebar and in the command palette. A module contributes its own as a bean.
 *
 * @param path where it leads
 * @param textKey its name
 * @param icon a symbol of {@code static/assets/icons.svg}
 * @param permission who sees it; empty for everybody who is signed in
 * @param position smaller is higher; a hundred and more go to the administration group
 */
public record MenuItem(String path, String textKey, String icon, String permission, int position) {
    static final int ADMINISTRATION = 100;

    public boolean administration() {
        return position >= ADMINISTRATION;
    }
}
