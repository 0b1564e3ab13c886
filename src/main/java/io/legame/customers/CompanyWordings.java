package io.legame.customers;

import io.legame.wording.CompanyName;
import io.legame.wording.CompanyParts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The same wording for the same company: who writes it in another way gets the wording of who is here longest, companies
 * before the people who work for them; of a new name that is nearly a known one, that one is proposed.
 */
final class CompanyWordings {
    /** Shorter names are too easily another company's. */
    private static final int SHORTEST = 5;

    /** From here on two slips are likelier than another company. */
    private static final int LONG = 12;

    /** Slips are looked for among the names whose first and last consonants are the same. */
    private static final int FIRST = 4;

    private static final int LAST = 2;

    /** Of names that sound alike, as many are compared; more are "studio" and "impresa", and no slips. */
    private static final int COMPARED = 200;

    private static final String ANYWHERE = "IT";

    private final CustomerBase base;
    private final Map<String, Known> known = new HashMap<>();
    /** By their sound, the keys of all known companies. */
    private final Map<String, Set<String>> alike = new HashMap<>();

    /** A company: its wordings, the first one first and the most frequent one first, and how many customers carry it. */
    private static final class Known {
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> byFrequency = new LinkedHashSet<>();
        private long customers;
    }

    CompanyWordings(CustomerBase base) {
        this.base = base;
    }

    /** What is the same for all writings of the name: independent of case, legal form and accents. */
    static @Nullable String key(@Nullable String name, @Nullable String country) {
        return name == null ? null : CompanyName.key(name, country == null ? ANYWHERE : country);
    }

    /** The drafts with the names of companies that are known as these are written; in their order. */
    List<UniformDraft> apply(List<UniformDraft> drafts) {
        var keyOf = new IdentityHashMap<UniformDraft, String>();
        for (UniformDraft draft : drafts) {
            String key = key(
                    draft.draft().text(CustomerField.COMPANY_NAME),
                    draft.draft().text(CustomerField.COUNTRY));
            if (key != null) {
                keyOf.put(draft, key);
            }
        }
        Set<String> keys = new TreeSet<>(keyOf.values());
        if (keys.isEmpty()) {
            return drafts;
        }
        Set<String> sounds = keys.stream()
                .map(CompanyWordings::sound)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        base.companiesSounding(sounds).forEach(company -> learn(company.key(), company.names(), company.customers()));
        // the first wordings come first
        base.companies(keys).forEach((key, names) -> {
            Known company = known.computeIfAbsent(key, each -> new Known());
            company.names.clear();
            company.names.addAll(names);
        });
        return drafts.stream().map(draft -> apply(draft, keyOf.get(draft))).toList();
    }

    private void learn(String key, List<String> names, long customers) {
        Known company = known.computeIfAbsent(key, each -> new Known());
        company.names.addAll(names);
        company.byFrequency.addAll(names);
        company.customers += customers;
        String sound = sound(key);
        if (sound != null) {
            alike.computeIfAbsent(sound, each -> new LinkedHashSet<>()).add(key);
        }
    }

    /**
     * The first and the last consonants: vowels, double letters, what sounds like another letter and the middle are where
     * people slip. Null for a short name.
     */
    static @Nullable String sound(@Nullable String key) {
        if (key == null || key.length() < SHORTEST) {
            return null;
        }
        var sound = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char letter = sounding(key.charAt(i));
            if (letter != ' ' && (sound.isEmpty() || sound.charAt(sound.length() - 1) != letter)) {
                sound.append(letter);
            }
        }
        if (sound.length() < LAST) {
            return key.substring(0, LAST);
        }
        return sound.length() <= FIRST + LAST
                ? sound.toString()
                : sound.substring(0, FIRST) + sound.substring(sound.length() - LAST);
    }

    private static char sounding(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'h', '&' -> ' ';
            case 'k', 'q' -> 'c';
            case 'z' -> 's';
            case 'w' -> 'v';
            default -> letter;
        };
    }

    private UniformDraft apply(UniformDraft draft, @Nullable String key) {
        String name = draft.draft().text(CustomerField.COMPANY_NAME);
        if (name == null || key == null) {
            return draft;
        }
        Known company = known.get(key);
        String same = company == null ? name : same(company.names, name);
        Optional<String> nearest = nearest(key, same, company == null ? 0 : company.customers);
        learn(key, List.of(same), 1);
        UniformDraft worded =
                same.equals(name) ? draft : draft.with(CustomerField.COMPANY_NAME, same, written(draft, name));
        return nearest.map(near -> worded.with(
                        CustomerField.COMPANY_NAME, new ValueFlag(ValueFlag.Kind.TYPO, written(draft, name), near)))
                .orElse(worded);
    }

    private static String written(UniformDraft draft, String name) {
        return draft.written().getOrDefault(CustomerField.COMPANY_NAME, name);
    }

    /** A name without legal form is the one known; with one it is that of the same form, or one of its own. */
    private static String same(Set<String> wordings, String name) {
        String form = form(name);
        List<String> fitting = wordings.stream()
                .filter(wording -> form.isEmpty() || form.equals(form(wording)))
                .toList();
        boolean certain = fitting.stream().map(CompanyWordings::form).distinct().count() == 1;
        return certain ? fitting.getFirst() : name;
    }

    private static String form(String name) {
        return CompanyParts.of(name, ANYWHERE).form();
    }

    /** A company with more customers whose name is this one but for a slip. */
    private Optional<String> nearest(String key, String name, long customers) {
        String sound = sound(key);
        if (sound == null) {
            return Optional.empty();
        }
        DamerauLevenshteinDistance distance = slips(key);
        String form = form(name);
        String digits = digits(key);
        return alike.getOrDefault(sound, Set.of()).stream()
                .limit(COMPARED)
                .filter(other -> digits(other).equals(digits) && distance.apply(key, other) > 0)
                .map(known::get)
                .filter(other -> other.customers > customers)
                .sorted(Comparator.comparingLong((Known other) -> other.customers)
                        .reversed())
                .flatMap(other -> other.byFrequency.stream()
                        .filter(wording -> form.isEmpty() || form.equals(form(wording)))
                        .limit(1))
                .findFirst();
    }

    /** Measures how far another key is from this one; below zero when that is no slip. */
    static DamerauLevenshteinDistance slips(String key) {
        return new DamerauLevenshteinDistance(key.length() < LONG ? 1 : 2);
    }

    private static String digits(String key) {
        return key.replaceAll("\\D", "");
    }
}
