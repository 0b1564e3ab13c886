package io.legame.customers.web;

import java.util.List;

/**
 * Custom fields under one heading.
 *
 * @param name empty for those without one
 */
public record CustomGroup(String name, List<CustomInput> inputs) {}
