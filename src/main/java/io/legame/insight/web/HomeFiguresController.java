package io.legame.insight.web;

import io.legame.insight.CompanyFigures;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page's panels on how the company stands. */
@Controller
@PreAuthorize("hasAuthority('insight:view')")
class HomeFiguresController {
    private final CompanyFigures figures;

    HomeFiguresController(CompanyFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/insight/home/figures")
    FiguresPanel show() {
        return new FiguresPanel(figures.headline());
    }

    @GetMapping("/insight/home/revenue")
    RevenuePanel index() {
        return new RevenuePanel(figures.months());
    }
}
