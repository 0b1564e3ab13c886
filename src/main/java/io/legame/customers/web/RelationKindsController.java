package io.legame.customers.web;

import io.legame.customers.RelationKinds;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's own ways in which customers can be related. */
@Controller
@PreAuthorize("hasAuthority('customers:rules')")
class RelationKindsController {
    private final RelationKinds kinds;
    private final Texts texts;

    RelationKindsController(RelationKinds kinds, Texts texts) {
        this.kinds = kinds;
        this.texts = texts;
    }

    @GetMapping("/customers/relation-kinds")
    RelationKindsPage index() {
        return new RelationKindsPage(kinds.all(), Map.of(), null);
    }

    @PostMapping("/customers/relation-kinds")
    Object create(
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale language) {
        try {
            kinds.add(names(form, "forth"), names(form, "back"), form.containsKey("household"));
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return new RelationKindsPage(kinds.all(), form, texts.get(language, refusal.key(), refusal.arguments()));
        }
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.relation.kinds.added"));
        return "redirect:/customers/relation-kinds";
    }

    private static Map<String, String> names(Map<String, String> form, String side) {
        return Texts.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .collect(Collectors.toMap(code -> code, code -> form.getOrDefault(side + "." + code, "")));
    }

    @PostMapping("/customers/relation-kinds/{code}/remove")
    String remove(@PathVariable String code, RedirectAttributes flash, Locale language) {
        kinds.remove(code);
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "customers.relation.kinds.removed"));
        return "redirect:/customers/relation-kinds";
    }
}
