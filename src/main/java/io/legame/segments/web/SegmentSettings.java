package io.legame.segments.web;

import io.legame.segments.Alert;
import java.util.List;

/**
 * What whoever looks at a segment may say about it.
 *
 * @param mayChange what it asks for, or who is on its list
 * @param mayArrange where it is kept and for whom
 * @param folders those that there are
 * @param alerts the own ones
 * @param mayWatch whether there can be alerts: programs have none
 */
public record SegmentSettings(
        boolean mayChange, boolean mayArrange, List<String> folders, List<Alert> alerts, boolean mayWatch) {}
