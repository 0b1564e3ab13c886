package io.legame.access.web;

import io.legame.access.MeetingPlaces;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping(UnitController.PATH)
@PreAuthorize("hasAuthority('access:manage')")
class UnitController {
    static final String PATH = "/access/units";

    private final Units units;
    private final List<MeetingPlaces> places;
    private final Forms forms;
    private final Sentences sentences;

    UnitController(Units units, List<MeetingPlaces> places, Forms forms, Sentences sentences) {
        this.units = units;
        this.places = places;
        this.forms = forms;
        this.sentences = sentences;
    }

    @GetMapping
    UnitList index() {
        return new UnitList(units.all());
    }

    @GetMapping("/new")
    EditUnit new_() {
        return page(null, UnitForm.EMPTY, null);
    }

    @PostMapping
    void create(@ModelAttribute UnitForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        forms.take(
                request,
                response,
                () -> {
                    Unit unit = units.create(form.kindOrShop(), form.nameOrEmpty(), form.touchpoints());
                    return Done.to(PATH).saying(sentences.of("access.units.saved", unit.name()));
                },
                problem -> page(null, form, problem));
    }

    @GetMapping("/{id}")
    EditUnit edit(@PathVariable int id) {
        Unit unit = find(id);
        return page(unit, UnitForm.of(unit), null);
    }

    @PostMapping("/{id}")
    void update(
            @PathVariable int id,
            @ModelAttribute UnitForm form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Unit unit = find(id);
        forms.take(
                request,
                response,
                () -> {
                    units.edit(unit.id(), form.kindOrShop(), form.nameOrEmpty(), form.touchpoints());
                    return Done.to(PATH).saying(sentences.of("access.units.saved", form.nameOrEmpty()));
                },
                problem -> page(unit, form, problem));
    }

    @PostMapping("/{id}/remove")
    void destroy(@PathVariable int id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Unit unit = find(id);
        forms.take(
                request,
                response,
                () -> {
                    units.remove(unit.id());
                    return Done.to(PATH).saying(sentences.of("access.units.removed", unit.name()));
                },
                problem -> page(unit, UnitForm.of(unit), problem));
    }

    private Unit find(int id) {
        return units.find(new UnitId(id)).orElseThrow(Refusal::notFound);
    }

    private EditUnit page(@Nullable Unit unit, UnitForm form, @Nullable String problem) {
        List<String> touchpoints = Stream.concat(
                        form.touchpoints().stream(), places.stream().flatMap(each -> each.names().stream()))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        return new EditUnit(unit, form, touchpoints, problem);
    }
}
