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
        try {
            return view.get();
        } catch (Refusal refusal) {
            if (!isLate(refusal)) {
                throw refusal;
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
    }

    /**
     * The answer, or what is shown in its place when it is refused.
     *
     * @throws Refusal when whoever asked has asked again already
     */
    public static <V> V answer(Supplier<V> answer, Function<Refusal, V> refused) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            if (isLate(refusal)) {
                throw refusal;
            }
            return refused.apply(refusal);
        }
    }

    private static boolean isLate(Refusal refusal) {
        return refusal.status() == HttpStatus.CONFLICT;
    }
}
