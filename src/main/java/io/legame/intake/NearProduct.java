package io.legame.intake;

/**
 * A product that a file names and the catalogue does not have, but for one that is probably meant.
 *
 * @param written in the file
 * @param rows that say so
 * @param code by which the catalogue finds the one that is probably meant
 * @param name of that one
 */
public record NearProduct(String written, long rows, String code, String name) {
    /** The name, with the code where that is another word. */
    public String shown() {
        return code.equals(name) ? name : name + " (" + code + ")";
    }
}
