package io.legame.sample;

import java.time.LocalDate;

/** What comes of a purchase: parcels, alterations, complaints, and what the assistant learned. */
record Aftermath(Person person, Phrases phrases, Diary diary, Draw draw) {
    void follow(String order, LocalDate day, boolean online, Outlet outlet, Model first) {
        if (online) {
            shipping(order, day);
        } else {
            counter(day, outlet, first);
        }
        if (draw.chance(person.company() != null ? 0.4 : 0.01)) {
            diary.touch(
                    "request",
                    Hours.office(day.plusDays(1), draw),
                    Places.written(person, draw),
                    phrases.say("invoice", draw, order));
        }
    }

    private void shipping(String order, LocalDate day) {
        diary.touch(
                "message",
                Hours.sent(day.plusDays(1), 17, draw),
                Places.SERVICE_MAIL,
                "Il tuo ordine " + order + " è in viaggio");
        if (draw.chance(0.05)) {
            diary.touch(
                    "assistance",
                    Hours.office(day.plusDays(draw.between(5, 8)), draw),
                    Places.CALL_CENTRE,
                    phrases.say("late", draw, order),
                    "stato",
                    draw.chance(0.9) ? "risolto" : "aperto");
        }
    }

    private void counter(LocalDate day, Outlet outlet, Model first) {
        if (first.toBeFitted() && person.phone() != null && draw.chance(0.22)) {
            diary.touch(
                    "message",
                    Hours.sent(day.plusDays(draw.between(4, 8)), 16, draw),
                    draw.chance(0.6) ? Places.WHATSAPP : Places.SMS,
                    phrases.say("alteration", draw, first.name()));
        }
        if (draw.chance(0.05)) {
            String use = draw.chance(0.35)
                    ? "noteAny"
                    : first.audience().equals("H") ? "noteHome" : person.woman() ? "noteWoman" : "noteMan";
            diary.touch("note", Hours.shop(day, draw), outlet.touchpoint(), phrases.say(use, draw));
        }
        if (draw.chance(0.012)) {
            diary.touch(
                    "assistance",
                    Hours.shop(day.plusDays(draw.between(10, 40)), draw),
                    outlet.touchpoint(),
                    phrases.say(first.worn() ? "defect" : "damage", draw, first.name()),
                    "stato",
                    "risolto");
        }
    }
}
