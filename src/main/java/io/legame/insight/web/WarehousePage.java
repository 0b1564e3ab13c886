package io.legame.insight.web;

import io.legame.platform.View;

public record WarehousePage(WarehouseState state) implements View {}
