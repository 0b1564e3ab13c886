package io.legame.access;

/** What a person does in the company. An administrator may do everything. */
public enum Role {
    ADMINISTRATOR,
    MARKETING,
    SHOP,
    SALES,
    SUPPORT,
    ANALYST;

    /** The key of the text that names it. */
    public String textKey() {
        return "access.role." + name();
    }
}
