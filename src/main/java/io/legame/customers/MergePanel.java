package io.legame.customers;

/**
 * What a module asks when a merge is taken back: whose is what happened since? Contributed as a bean and loaded by its
 * address; its fields are called {@code since.<name>}, see {@link CustomerFacts#moveBack}, and belong to the form
 * {@code unmerge}.
 *
 * @param path with {@code {id}} in the place of the merge's id
 */
public record MergePanel(String path) {
    public String path(MergeId merge) {
        return path.replace("{id}", Long.toString(merge.value()));
    }
}
