package io.legame.platform;

/** A whole page that says what went wrong and what to do. */
public record ErrorPage(int status, String message) implements View {
    String titleKey() {
        return switch (status) {
            case 403 -> "platform.error.title.forbidden";
            case 404 -> "platform.error.title.notFound";
            default -> "platform.error.title";
        };
    }

    String adviceKey() {
        if (status == 403 || status == 404) {
            return "platform.error.advice." + status;
        }
        return status >= 500 ? "platform.error.advice.ours" : "platform.error.advice.yours";
    }
}
