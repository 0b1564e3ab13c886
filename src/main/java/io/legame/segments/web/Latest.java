package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.platform.View;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What screens show that ask again with every change. */
final class Latest {
    private Latest() {}

    /** Nothing, when whoever asked has asked again already. */
    static @Nullable View of(HttpServletResponse response, Supplier<View> view) {
        try {
            return view.get();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
    }
}
