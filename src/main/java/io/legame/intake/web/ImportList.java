package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.SavedMapping;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All imports, newest first.
 *
 * @param faults why files of the last upload were not taken
 * @param mappings what is remembered of files, on the first page
 * @param older the last of the page, when there are older ones; its id continues the list
 * @param uploadLimit the largest file, in bytes
 */
public record ImportList(
        List<Import> imports,
        List<String> faults,
        List<SavedMapping> mappings,
        @Nullable Long older,
        long uploadLimit) implements View {}
