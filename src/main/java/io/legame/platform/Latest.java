package io.legame.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What screens show that ask again with every change. */
public final class Latest {
    private Latest() {}

    /** Nothing, and the screen stays as it is, when whoever asked has asked again already. */
    public static @Nullable View of(HttpServletResponse response, Supplier<View> view) {
        return of(response, view, refusal -> {
            throw refusal;
        });
    }

    /** @param refused what is shown where the answer would be when it is refused for another reason */
    public static @Nullable View of(
            HttpServletResponse response, Supplier<View> view, Function<Refusal, View> refused) {
        try {
            return view.get();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.CONFLICT) {
                return refused.apply(refusal);
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
    }
}
