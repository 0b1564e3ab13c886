package io.legame.platform;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Draws a {@link View}: the glue between Spring MVC and JTE, whose own starter does not know this Spring Boot. */
@Component
public class ViewRenderer implements HandlerMethodReturnValueHandler {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ViewRenderer.class.getClassLoader(), "io.legame");
    private final Shells shells;

    ViewRenderer(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return View.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @org.jspecify.annotations.Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest webRequest)
            throws IOException {
        container.setRequestHandled(true);
        if (value == null) {
            return;
        }
        var request = java.util.Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var response = java.util.Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
        write((View) value, request, response);
    }

    /** Writes the view as the whole answer. Rendered to memory first, so that an error in it can still become a page. */
    public void write(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var output = new StringOutput(16 * 1024);
        render(view, shells.of(request, response), output);
        byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        // the same address answers with a page or, to htmx, with a part of it
        response.addHeader("Vary", "HX-Request");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The view as content of another template: how a page shows parts that other modules contribute. */
    public Content content(View view, Shell shell) {
        return output -> render(view, shell, output);
    }

    private void render(View view, Shell shell, gg.jte.TemplateOutput output) {
        engine.render(view.template(), Map.of("shell", shell, "view", view), output);
    }
}
