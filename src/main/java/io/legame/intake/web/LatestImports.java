package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.platform.View;
import java.util.List;

/** The panel of the home page. */
public record LatestImports(List<Import> imports) implements View {}
