package io.legame.access.web;

import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.View;
import io.legame.platform.ViewRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What happens to a form that was sent: it is taken and leads on, or it is shown again with what was wrong, instead of
 * an error page that loses what was typed.
 */
@Component
class Forms {
    private final ViewRenderer renderer;
    private final Sentences sentences;

    Forms(ViewRenderer renderer, Sentences sentences) {
        this.renderer = renderer;
        this.sentences = sentences;
    }

    /** @param again the form with the sentence that says why it was not taken */
    void take(
            HttpServletRequest request, HttpServletResponse response, Supplier<Done> act, Function<String, View> again)
            throws IOException {
        Done done;
        try {
            done = act.get();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            renderer.write(again.apply(sentences.of(refusal.key(), refusal.arguments())), request, response);
            return;
        }
        if (done.toast() != null) {
            var flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put(Shells.TOAST, done.toast());
            flash.put(Shells.TOAST_UNDO, done.undo());
            RequestContextUtils.saveOutputFlashMap(done.path(), request, response);
        }
        response.sendRedirect(done.path());
    }
}
