package io.legame.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** Every error as a sentence: a page for people, problem details (RFC 9457) under {@code /api}. Never a stack trace. */
@ControllerAdvice
public class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final ViewRenderer renderer;
    private final Texts texts;
    private final LocaleResolver languages;
    private final JsonMapper json;
    private final LegameProperties properties;

    Errors(
            ViewRenderer renderer,
            Texts texts,
            LocaleResolver localeResolver,
            JsonMapper json,
            LegameProperties properties) {
        this.renderer = renderer;
        this.texts = texts;
        this.languages = localeResolver;
        this.json = json;
        this.properties = properties;
    }

    @ExceptionHandler
    void any(Exception error, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return; // who asked went away: nobody is there to be told
        }
        switch (error) {
            // Spring Security answers these two itself: a way to sign in, or a refusal
            case AccessDeniedException e -> throw e;
            case AuthenticationException e -> throw e;
            case Refusal refusal -> answer(request, response, refusal);
            case MaxUploadSizeExceededException e -> answer(request, response, HttpStatus.CONTENT_TOO_LARGE);
            case MultipartException e -> answer(request, response, HttpStatus.BAD_REQUEST, "platform.error.badRequest");
            case HttpMessageNotReadableException e ->
                answer(request, response, HttpStatus.BAD_REQUEST, "platform.error.unreadable", cause(e));
            case MethodArgumentTypeMismatchException e ->
                answer(request, response, HttpStatus.NOT_FOUND, "platform.error.notFound");
            case ErrorResponse known -> {
                answer(
                        request,
                        response,
                        HttpStatus.valueOf(known.getStatusCode().value()));
            }
            default -> unexpected(error, request, response);
        }
    }

    private void unexpected(Exception error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (DatabaseTrouble.of(error)) {
            case DISK_FULL -> {
                LOG.error("The disk of the database is full", error);
                answer(request, response, HttpStatus.INSUFFICIENT_STORAGE, "platform.error.diskFull");
            }
            case AWAY -> answer(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            case UNSTORABLE -> answer(request, response, HttpStatus.BAD_REQUEST, "platform.error.character");
            case null -> {
                String reference = ErrorReference.next();
                LOG.error("Error {} at {} {}", reference, request.getMethod(), request.getRequestURI(), error);
                answer(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "platform.error.unexpected", reference);
            }
        }
    }

    /** What there is to say of a status alone. */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            answer(request, response, Refusal.tooLarge(properties.uploadLimit().toBytes()));
        } else {
            answer(request, response, status, keyOf(status));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        answer(request, response, refusal.status(), refusal.key(), refusal.arguments());
    }

    /** Writes the error in the form that who asked can read. */
    public void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            Object... arguments)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        Locale language = languages.resolveLocale(request);
        String detail = texts.get(language, key, arguments);
        if (asked(request).startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
            problem.setProperty("code", key);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getOutputStream(), problem);
        } else if (request.getHeader("HX-Request") != null) {
            renderer.write(new ErrorNote(detail), request, response);
        } else {
            renderer.write(new ErrorPage(status.value(), detail), request, response);
        }
    }

    /** The path that was asked for, also where the server passes an error on. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    private static String keyOf(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "platform.error.notFound";
            case METHOD_NOT_ALLOWED -> "platform.error.methodNotAllowed";
            case UNSUPPORTED_MEDIA_TYPE -> "platform.error.mediaType";
            case FORBIDDEN -> "platform.error.forbidden";
            case SERVICE_UNAVAILABLE -> "platform.error.databaseAway";
            case INTERNAL_SERVER_ERROR -> "platform.error.failed";
            default -> "platform.error.badRequest";
        };
    }

    private static String cause(HttpMessageNotReadableException error) {
        String message = error.getMostSpecificCause().getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
