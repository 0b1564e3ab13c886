package io.legame.customers.web;

import io.legame.customers.CompanyProposals;
import io.legame.platform.View;
import java.util.List;

/** Names of companies to choose from while one is typed. */
public record CompanyNames(List<CompanyProposals.Near> companies) implements View {}
