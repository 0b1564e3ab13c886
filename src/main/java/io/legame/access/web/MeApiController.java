package io.legame.access.web;

import io.legame.access.Actor;
import io.legame.platform.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class MeApiController {
    /**
     * Who calls.
     *
     * @param id of the token
     * @param scopes what it may do
     */
    record Caller(@Nullable Long id, String name, List<String> scopes) {}

    @GetMapping("/api/v1/me")
    @Operation(summary = "Whose token this is and what it may do")
    Caller show() {
        Actor actor = Actor.current();
        return new Caller(
                actor.id(),
                actor.name(),
                Viewer.current().permissions().stream().sorted().toList());
    }
}
