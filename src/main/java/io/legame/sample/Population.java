package io.legame.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of the shop: always the same, on whatever day it is made. */
final class Population {
    static final int SIZE = 5_500;

    private static final double WOMEN = 0.62;
    private static final double GREW_UP_ABROAD = 0.10;
    private static final double COMPANIES = 0.03;
    /** Registered a second time, by an assistant who found no e-mail address. */
    private static final double TWINS = 0.015;

    private static final double PHONES = 0.86;
    private static final double CARDS = 0.64;

    /** The first year of an era and how many of the customers were born in it. */
    private static final Weighted<int[]> ERAS = new Weighted<>(
            List.of(
                    new int[] {1936, 19, 8},
                    new int[] {1955, 15, 22},
                    new int[] {1970, 15, 31},
                    new int[] {1985, 15, 30},
                    new int[] {2000, 8, 9}),
            era -> era[2]);

    private final Names names = new Names();
    private final Weighted<Town> towns = Town.all();
    private final Addresses addresses = new Addresses();

    static List<Person> everybody() {
        var population = new Population();
        List<Person> people = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            people.add(population.person(i, people));
        }
        return people;
    }

    private Person person(int index, List<Person> before) {
        var draw = new Draw("person", index);
        if (index > 0 && draw.chance(TWINS)) {
            Person first = before.get(draw.below(index));
            if (first.company() == null && !first.twin()) {
                return twin(index, first, draw);
            }
        }
        Town town = towns.draw(draw);
        String gender = draw.chance(WOMEN) ? "F" : "M";
        int[] era = ERAS.draw(draw);
        LocalDate birthDate = LocalDate.ofYearDay(era[0] + draw.below(era[1]), draw.between(1, 365));
        boolean foreign = !town.country().equals("IT") || draw.chance(GREW_UP_ABROAD);
        Names.Origin origin = names.origin(draw);
        String given = foreign
                ? draw.one(gender.equals("F") ? origin.women() : origin.men())
                : names.given(gender, birthDate.getYear(), draw);
        String family = foreign ? draw.one(origin.families()) : names.family(town.area(), draw);
        String company = !foreign && draw.chance(COMPANIES / (1 - GREW_UP_ABROAD)) ? company(family, town, draw) : null;
        return new Person(
                index,
                number(index),
                company,
                given,
                family,
                gender,
                birthDate,
                email(given, family, company, birthDate, draw),
                draw.chance(PHONES) ? phone(draw) : null,
                draw.chance(CARDS) ? card(index) : null,
                town,
                foreign && draw.chance(0.5) ? origin.language() : "it",
                false);
    }

    private static Person twin(int index, Person first, Draw draw) {
        return new Person(
                index,
                number(index),
                null,
                first.given(),
                first.family(),
                first.gender(),
                first.birthDate(),
                null,
                first.phone(),
                draw.chance(CARDS) ? card(index) : null,
                first.town(),
                first.language(),
                true);
    }

    private static String number(int index) {
        return String.format(Locale.ROOT, "BS%05d", index + 1);
    }

    private static String card(int index) {
        return String.format(Locale.ROOT, "2900%06d%02d", 104_000 + index * 7, index % 97);
    }

    /** Mobile numbers of ranges that no operator has, so that nobody real is ever called. */
    private static String phone(Draw draw) {
        return draw.one(List.of("394", "395", "396", "398", "399"))
                + String.format(Locale.ROOT, "%07d", draw.between(1_100_000, 9_899_999));
    }

    private @Nullable String email(
            String given, String family, @Nullable String company, LocalDate birthDate, Draw draw) {
        if (company != null) {
            return addresses.ofCompany(company, draw);
        }
        double without = birthDate.getYear() < 1955 ? 0.34 : birthDate.getYear() < 1970 ? 0.14 : 0.05;
        return draw.chance(without) ? null : addresses.ofPerson(given, family, birthDate.getYear(), draw);
    }

    private static String company(String family, Town town, Draw draw) {
        return switch (draw.below(12)) {
            case 0 -> "Studio Dentistico " + family + " S.r.l.";
            case 1 ->
                "Hotel " + draw.one(List.of("Aurora", "Bellavista", "Miramonti", "Regina", "Centrale")) + " S.r.l.";
            case 2 -> "Caffè " + family + " di " + family + " & C. S.n.c.";
            case 3 -> "Ristorante Da " + family + " S.a.s.";
            case 4 -> "Studio Legale " + family + " e Associati";
            case 5 ->
                "B&B " + draw.one(List.of("Il Glicine", "La Corte", "Le Rondini", "Casa Mia")) + " " + town.name();
            case 6 -> "Architetti " + family + " S.r.l.";
            case 7 -> "Immobiliare " + family + " S.r.l.";
            case 8 -> family + " Eventi S.r.l.";
            case 9 -> "Agriturismo " + draw.one(List.of("Podere Lungo", "La Quercia", "Il Casale")) + " S.s.";
            case 10 -> "Fratelli " + family + " S.p.A.";
            default -> "Farmacia " + family + " S.n.c.";
        };
    }

    /** E-mail addresses under a name that belongs to nobody (RFC 2606), each given once. */
    private static final class Addresses {
        private static final Weighted<String> HOSTS = new Weighted<>(
                List.of("posta.example", "libera.example", "mail.example", "casella.example"),
                host -> host.equals("posta.example") ? 2 : 1);

        private final Set<String> taken = new HashSet<>();

        String ofPerson(String given, String family, int birthYear, Draw draw) {
            String first = plain(given);
            String last = plain(family);
            String two = String.format(Locale.ROOT, "%02d", birthYear % 100);
            String local = switch (draw.below(6)) {
                case 0, 1 -> first + "." + last;
                case 2 -> first + "." + last + two;
                case 3 -> first.charAt(0) + "." + last + two;
                case 4 -> last + first;
                default -> first + "_" + last;
            };
            return free(local, HOSTS.draw(draw), draw);
        }

        String ofCompany(String company, Draw draw) {
            String domain = plain(company.replaceAll(" (S\\.|di ).*", "").replace(" e Associati", ""))
                    + (draw.chance(0.5) ? "" : "-italia") + ".example";
            return free(draw.one(List.of("info", "acquisti", "amministrazione")), domain, draw);
        }

        private String free(String local, String host, Draw draw) {
            String address = local + "@" + host;
            while (!taken.add(address)) {
                address = local + draw.between(2, 999) + "@" + host;
            }
            return address;
        }

        private static String plain(String name) {
            return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z]", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
