package io.legame.access.web;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
@PreAuthorize("hasAuthority('access:manage')")
@Tag(name = "Access")
class UnitsApi {
    private final Units units;

    UnitsApi(Units units) {
        this.units = units;
    }

    /**
     * A shop or a team, as it is written.
     *
     * @param kind SHOP or TEAM; a shop unless it is said
     * @param metAt names of touchpoints: whoever is met there is its customer
     */
    record Written(
            Unit.@Nullable Kind kind,
            @Nullable String name,
            @Nullable List<@Nullable String> metAt) {
        Unit.Kind kindOrShop() {
            return Objects.requireNonNullElse(kind, Unit.Kind.SHOP);
        }

        String nameOrEmpty() {
            return Objects.requireNonNullElse(name, "");
        }

        List<String> touchpoints() {
            return metAt == null
                    ? List.of()
                    : metAt.stream().filter(Objects::nonNull).toList();
        }
    }

    @GetMapping
    @Operation(summary = "List the shops and teams that have customers of their own")
    List<Unit> index() {
        return units.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a shop or a team")
    Unit create(@RequestBody Written written) {
        return units.create(written.kindOrShop(), written.nameOrEmpty(), written.touchpoints());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Describe a shop or a team anew")
    Unit update(@PathVariable int id, @RequestBody Written written) {
        var unit = new UnitId(id);
        units.edit(unit, written.kindOrShop(), written.nameOrEmpty(), written.touchpoints());
        return units.find(unit).orElseThrow(Refusal::notFound);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a shop or a team through which nobody sees customers")
    void destroy(@PathVariable int id) {
        units.remove(new UnitId(id));
    }
}
