package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.InboxAttention;
import io.legame.intake.SavedMapping;
import io.legame.platform.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All imports, newest first.
 *
 * @param fromInbox those that came by themselves, through the inbox
 * @param faults why files of the last upload were not taken
 * @param mappings what is remembered of files, on the first page
 * @param older the last of the page, when there are older ones; its id continues the list
 * @param uploadLimit the largest file, in bytes
 */
public record ImportList(
        List<Import> imports,
        Set<ImportId> fromInbox,
        InboxAttention attention,
        List<String> faults,
        List<SavedMapping> mappings,
        @Nullable Long older,
        long uploadLimit)
        implements View {}
