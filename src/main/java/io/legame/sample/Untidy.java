package io.legame.sample;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A person as tills, forms and assistants wrote them down: each in its own way. */
final class Untidy {
    private final boolean italian;

    /** @param italian whether a phone number without prefix is read as an Italian one */
    Untidy(boolean italian) {
        this.italian = italian;
    }

    CustomerDraft write(Person person) {
        var draw = new Draw("writing", person.index());
        Map<CustomerField, String> texts = new EnumMap<>(CustomerField.class);
        texts.put(CustomerField.NUMBER, person.number());
        if (person.company() == null) {
            name(person, texts, draw);
            texts.put(CustomerField.GENDER, gender(person, draw));
        } else {
            texts.put(CustomerField.COMPANY_NAME, blanks(person.company(), draw));
        }
        if (person.email() != null) {
            texts.put(CustomerField.EMAIL, email(person.email(), draw));
        }
        if (person.phone() != null) {
            texts.put(CustomerField.PHONE, phone(person.phone(), draw));
        }
        if (person.card() != null) {
            texts.put(CustomerField.CARD, person.card());
        }
        texts.put(CustomerField.TOWN, letters(person.town().name(), draw));
        texts.put(CustomerField.PROVINCE, letters(person.town().province(), draw));
        texts.put(CustomerField.REGION, person.town().region());
        texts.put(CustomerField.COUNTRY, country(person.town().country(), draw));
        texts.put(CustomerField.LANGUAGE, person.language());
        boolean dated = person.company() == null && draw.chance(0.88);
        return new CustomerDraft(texts, Map.of(), dated ? person.birthDate() : null, null, null, null);
    }

    private static void name(Person person, Map<CustomerField, String> texts, Draw draw) {
        String given = letters(blanks(person.given(), draw), draw);
        String family = letters(blanks(person.family(), draw), draw);
        if (draw.chance(0.1)) {
            texts.put(CustomerField.FULL_NAME, family + ", " + given);
        } else {
            texts.put(CustomerField.GIVEN_NAME, given);
            texts.put(CustomerField.FAMILY_NAME, family);
        }
        if (draw.chance(0.05)) {
            texts.put(CustomerField.TITLE, person.woman() ? draw.one(List.of("sig.ra", "DOTT.SSA", "Avv.")) : "Dott");
        }
    }

    /** Tills write capitals, some forms small letters. */
    private static String letters(String text, Draw draw) {
        double habit = draw.share();
        return habit < 0.16 ? text.toUpperCase(Locale.ROOT) : habit < 0.22 ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String blanks(String text, Draw draw) {
        double habit = draw.share();
        return habit < 0.04 ? " " + text.replace(" ", "  ") : habit < 0.08 ? text.replace(" ", "  ") + " " : text;
    }

    private static String gender(Person person, Draw draw) {
        List<String> words = person.woman()
                ? List.of("F", "F", "F", "f", "Donna", "femmina", "FEMALE")
                : List.of("M", "M", "M", "m", "Uomo", "maschio", "MALE");
        return draw.chance(0.03) ? "n.d." : draw.one(words);
    }

    private static String email(String address, Draw draw) {
        double habit = draw.share();
        return habit < 0.06
                ? address.toUpperCase(Locale.ROOT)
                : habit < 0.10
                        ? address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1)
                        : habit < 0.12 ? " " + address + " " : address;
    }

    private String phone(String number, Draw draw) {
        String prefix = number.substring(0, 3);
        String rest = number.substring(3);
        return switch (italian ? draw.below(6) : 5) {
            case 0 -> number;
            case 1 -> prefix + "-" + rest;
            case 2 -> prefix + "/" + rest;
            case 3 -> "0039 " + prefix + " " + rest.substring(0, 3) + " " + rest.substring(3);
            case 4 -> prefix + " " + rest.substring(0, 2) + " " + rest.substring(2, 4) + " " + rest.substring(4);
            default -> "+39 " + prefix + " " + rest;
        };
    }

    private static String country(String code, Draw draw) {
        return code.equals("IT") && draw.chance(0.3) ? draw.one(List.of("Italia", "ITALIA", "it", "Italy")) : code;
    }
}
