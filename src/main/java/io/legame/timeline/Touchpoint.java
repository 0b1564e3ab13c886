package io.legame.timeline;

/** A place where customers are met, made when its first fact comes: "Shop Milano", "e-shop", "newsletter". */
public record Touchpoint(String name, Channel channel) {}
