package io.legame.sample;

import io.legame.sample.Assortment.Article;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two years of one customer, day by day: what reaches them makes them eager, and the eager buy. */
final class Life {
    private static final double DAYS_A_YEAR = 365;
    private static final int BIRTHDAY_GIFT = 15;
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ITALIAN);

    private final Person person;
    private final Habits habits;
    private final Years years;
    private final List<Campaign> campaigns;
    private final Phrases phrases;
    private final Diary diary;
    private final Draw draw;
    private final Shopping shopping;

    private boolean active;
    private double eager = 1;
    private LocalDate eagerUntil;
    private LocalDate voucherUntil;
    private @Nullable LocalDate lastPurchase;
    private @Nullable Plan plan;
    private int nextCampaign;

    /** A purchase that somebody has in mind. */
    private record Plan(LocalDate day, boolean online, Article article) {}

    Life(Person person, Years years, List<Campaign> campaigns, Assortment assortment, Phrases phrases, Diary diary) {
        this.person = person;
        this.habits = Habits.of(person);
        this.years = years;
        this.campaigns = campaigns;
        this.phrases = phrases;
        this.diary = diary;
        this.draw = new Draw("life", person.index());
        this.shopping = new Shopping(person, habits, years, assortment, phrases, diary, draw);
        this.active = habits.rate() > 0 && !habits.lapsed();
        this.eagerUntil = years.first();
        this.voucherUntil = years.first().minusDays(1);
    }

    void live() {
        boolean isNew = habits.joined() >= 0;
        LocalDate begin = isNew ? years.at(habits.joined()) : years.first();
        if (isNew) {
            join(begin);
        }
        while (nextCampaign < campaigns.size()
                && campaigns.get(nextCampaign).day().isBefore(begin)) {
            nextCampaign++;
        }
        for (LocalDate day = begin; day.isBefore(years.until()); day = day.plusDays(1)) {
            read(day);
            celebrate(day);
            look(day);
            buy(day);
        }
    }

    /** Most become customers by buying, the others by asking for the newsletter. */
    private void join(LocalDate day) {
        if (active) {
            boolean online = draw.chance(online(day)) || years.season(day).shops() == 0;
            buyNow(day, online && person.email() != null, null);
        }
        if (habits.reads() > 0) {
            diary.touch(
                    "message",
                    Hours.sent(day.plusDays(1), 10, draw),
                    Places.NEWSLETTER,
                    (person.woman() ? "Benvenuta" : "Benvenuto") + " in Bottega Serena: 10% sul prossimo acquisto");
        }
    }

    private void read(LocalDate day) {
        while (nextCampaign < campaigns.size()
                && campaigns.get(nextCampaign).day().equals(day)) {
            Campaign campaign = campaigns.get(nextCampaign++);
            if (habits.reads() == 0 || draw.chance(0.42)) {
                continue;
            }
            double attention = habits.reads() * campaign.appeal() * (active ? 1 : 0.45);
            boolean opened = draw.chance(attention * 0.8);
            boolean clicked = opened && draw.chance(0.2 * campaign.appeal());
            diary.touch(
                    "message",
                    Hours.sent(day, 9, draw),
                    Places.NEWSLETTER,
                    campaign.text(),
                    "esito",
                    clicked ? "cliccata" : opened ? "aperta" : "non aperta");
            if (clicked) {
                Article seen = shopping.choose(day);
                diary.touch(
                        "visit",
                        Hours.online(day, draw),
                        Places.E_SHOP,
                        phrases.say(
                                "look", draw, seen.name(), shopping.choose(day).name(), campaign.category()),
                        "da",
                        "newsletter");
                excite(day, 3, 5);
            } else if (opened) {
                excite(day, 1.4, 3);
            }
        }
    }

    private void excite(LocalDate day, double much, int days) {
        eager = much;
        eagerUntil = day.plusDays(days);
    }

    private void celebrate(LocalDate day) {
        if (habits.texted()
                && person.company() == null
                && day.getMonth() == person.birthDate().getMonth()
                && day.getDayOfMonth() == person.birthDate().getDayOfMonth()) {
            voucherUntil = day.plusDays(15);
            diary.touch(
                    "message",
                    Hours.sent(day, 10, draw),
                    Places.SMS,
                    "Buon compleanno " + person.given() + "! Per te il " + BIRTHDAY_GIFT + "% fino al "
                            + voucherUntil.format(DAY_AND_MONTH));
            excite(day, 2.6, 15);
        }
        if (lastPurchase != null && habits.reads() > 0 && day.equals(lastPurchase.plusDays(210))) {
            diary.touch(
                    "message",
                    Hours.sent(day, 18, draw),
                    Places.NEWSLETTER,
                    "È un po' che non ci vediamo: torna a trovarci, il 15% è per te",
                    "esito",
                    draw.chance(habits.reads() * 0.5) ? "aperta" : "non aperta");
            active |= draw.chance(0.15);
            voucherUntil = day.plusDays(20);
            excite(day, 2, 20);
        }
    }

    /** Looks without buying; some come back for what they saw. */
    private void look(LocalDate day) {
        if (!active) {
            return;
        }
        double interest = (0.5 + habits.rate() / 12) / DAYS_A_YEAR;
        if (draw.chance(interest * online(day) * 1.6)) {
            leaveBasket(day);
        } else if (draw.chance(interest * (1 - online(day)) * years.season(day).shops())) {
            Article seen = shopping.choose(day);
            Outlet outlet = Places.outlet(person, draw);
            diary.touch(
                    "visit",
                    Hours.shop(day, draw),
                    outlet.touchpoint(),
                    phrases.say(seen.model().worn() ? "tryOn" : "showroom", draw, seen.name()));
            if (draw.chance(0.4)) {
                plan = new Plan(day.plusDays(draw.between(1, 7)), false, seen);
            }
        }
    }

    private void leaveBasket(LocalDate day) {
        Article seen = shopping.choose(day);
        diary.touch("visit", Hours.online(day, draw), Places.E_SHOP, phrases.say("basket", draw, seen.name()));
        if (habits.reads() > 0) {
            boolean comesBack = draw.chance(0.3);
            diary.touch(
                    "message",
                    Hours.sent(day.plusDays(1), 11, draw),
                    Places.SERVICE_MAIL,
                    "Hai dimenticato qualcosa nel carrello: " + seen.name(),
                    "esito",
                    comesBack ? "cliccata" : draw.chance(0.4) ? "aperta" : "non aperta");
            if (comesBack) {
                plan = new Plan(day.plusDays(draw.between(1, 2)), true, seen);
            }
        }
    }

    private void buy(LocalDate day) {
        var season = years.season(day);
        if (plan != null && !day.isBefore(plan.day()) && (plan.online() || season.shops() > 0)) {
            Plan now = plan;
            plan = null;
            buyNow(day, now.online(), now.article());
            return;
        }
        if (!active || day.equals(lastPurchase)) {
            return;
        }
        double today = habits.rate() / DAYS_A_YEAR * (day.isAfter(eagerUntil) ? 1 : eager);
        double shops = today * (1 - online(day)) * season.shops();
        double luck = draw.share();
        if (luck < shops) {
            buyNow(day, false, null);
        } else if (luck < shops + today * online(day) * season.online()) {
            buyNow(day, true, null);
        }
    }

    private void buyNow(LocalDate day, boolean online, @Nullable Article wanted) {
        int voucher = day.isAfter(voucherUntil) ? 0 : BIRTHDAY_GIFT;
        shopping.buy(day, online, wanted, voucher);
        if (voucher > 0) {
            voucherUntil = day.minusDays(1);
        }
        lastPurchase = day;
        eagerUntil = day.minusDays(1);
        active = active && !draw.chance(habits.leaving());
    }

    /** The share of on-line purchases grows over the two years. */
    private double online(LocalDate day) {
        return Math.min(0.97, habits.online() * (0.7 + 0.6 * years.progress(day)));
    }
}
