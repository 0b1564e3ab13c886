package io.legame.platform;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages with every shared part on them, for the tests only. */
@TestComponent
@Controller
class Specimen {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(?<name>[\\w-]+)(?::(?<argument>[\\w-]+))?}}");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Specimen.class.getClassLoader(), "io.legame");
    private final Shells shells;

    Specimen(Shells shells) {
        this.shells = shells;
    }

    @GetMapping(path = "/specimen", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String show(HttpServletRequest request, HttpServletResponse response) {
        Shell shell = shells.of(request, response);
        var page = new StringOutput();
        Content content = output -> output.writeContent(parts(shell));
        Content actions = output -> output.writeContent("<a class=\"btn btn-primary\" href=\"#\">"
                + draw("platform/Icon.jte", Map.of("shell", shell, "name", "plus"))
                + (shell.locale().getLanguage().equals("it") ? "Nuovo" : "New") + "</a>");
        String title = shell.locale().getLanguage().equals("it") ? "Le parti di una pagina" : "The parts of a page";
        engine.render(
                "platform/Frame.jte",
                Map.of("shell", shell, "title", title, "content", content, "actions", actions),
                page);
        return page.toString();
    }

    @GetMapping(path = "/specimen/first-steps", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String firstSteps(HttpServletRequest request, HttpServletResponse response) {
        return draw(
                "platform/Home.jte", Map.of("shell", shells.of(request, response), "view", new Home(List.of(), true)));
    }

    @PostMapping("/specimen/done")
    String create(RedirectAttributes flash) {
        flash.addFlashAttribute(Shells.TOAST, "Fatto: 3 clienti uniti.");
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/specimen/undone");
        return "redirect:/specimen";
    }

    @PostMapping("/specimen/undone")
    String destroy(RedirectAttributes flash) {
        flash.addFlashAttribute(Shells.TOAST, "Annullato.");
        return "redirect:/specimen";
    }

    @GetMapping("/specimen/refused")
    Home refused() {
        throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "platform.error.badRequest");
    }

    private String parts(Shell shell) {
        return PLACEHOLDER.matcher(html()).replaceAll(match -> {
            String part = part(shell, match.group("name"), match.group("argument"));
            return java.util.regex.Matcher.quoteReplacement(part);
        });
    }

    private String part(Shell shell, String name, @org.jspecify.annotations.Nullable String argument) {
        return switch (name) {
            case "icon" -> draw("platform/Icon.jte", Map.of("shell", shell, "name", argument == null ? "x" : argument));
            case "bars" -> draw("platform/BarChart.jte", Map.of("shell", shell, "view", bars(shell, 24, 0)));
            case "losses" -> draw("platform/BarChart.jte", Map.of("shell", shell, "view", bars(shell, 7, -4000)));
            case "shares" -> draw("platform/ShareBars.jte", Map.of("shell", shell, "view", shares(shell)));
            case "meter" ->
                draw("platform/Meter.jte", Map.of("shell", shell, "share", 0.327, "label", shell.percent(0.327)));
            case "empty" -> {
                var values = new LinkedHashMap<String, Object>();
                values.put("shell", shell);
                values.put("icon", "segments");
                values.put("title", "Nessun cluster, ancora");
                values.put("text", "Un cluster raccoglie i clienti che hanno qualcosa in comune.");
                values.put("actionPath", "#");
                values.put("actionText", "Crea il primo");
                yield draw("platform/EmptyState.jte", values);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static BarChart bars(Shell shell, int count, double from) {
        return new BarChart(
                "Ricavi per mese",
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            double value = from + 9000 + 6500 * Math.sin(i / 3.0) + i * 210;
                            var month = java.time.YearMonth.of(2024, 4).plusMonths(i);
                            return new BarChart.Bar(
                                    shell.month(month), value, shell.wholeMoney(java.math.BigDecimal.valueOf(value)));
                        })
                        .toList());
    }

    private static ShareBars shares(Shell shell) {
        return new ShareBars(
                "Peso dei cluster",
                "dei clienti",
                "dei ricavi",
                List.of(
                        row(shell, "Platinum", 0.042, 0.381),
                        row(shell, "Gold", 0.146, 0.337),
                        row(shell, "Ragazze 18–25 on-line", 0.087, 0.061)));
    }

    private static ShareBars.Row row(Shell shell, String label, double first, double second) {
        return new ShareBars.Row(label, "#", first, second, shell.percent(first), shell.percent(second));
    }

    private String draw(String template, Map<String, Object> values) {
        var output = new StringOutput();
        engine.render(template, values, output);
        return output.toString();
    }

    private static String html() {
        try {
            return new ClassPathResource("platform/specimen.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
