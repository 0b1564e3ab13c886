package io.legame.sample;

import io.legame.sample.Assortment.Article;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One person buys: what led to it, the purchase itself, and what came of it. */
final class Shopping {
    private static final int MOST_LINES = 10;
    private static final double RETURNED_IN_SHOPS = 0.04;
    private static final double RETURNED_ONLINE = 0.12;
    private static final DateTimeFormatter YEAR_MONTH_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Person person;
    private final Habits habits;
    private final Years years;
    private final Assortment assortment;
    private final Phrases phrases;
    private final Diary diary;
    private final Draw draw;

    Shopping(
            Person person, Habits habits, Years years, Assortment assortment, Phrases phrases, Diary diary, Draw draw) {
        this.person = person;
        this.habits = habits;
        this.years = years;
        this.assortment = assortment;
        this.phrases = phrases;
        this.diary = diary;
        this.draw = draw;
    }

    private record Line(Article article, int quantity, BigDecimal discount) {}

    private record Order(String number, LocalDate day, boolean online, Touchpoint where, List<Line> lines) {
        Article first() {
            return lines.getFirst().article();
        }
    }

    Article choose(LocalDate day) {
        return assortment.choose(person, habits, years.season(day), draw);
    }

    /**
     * Buys, mostly several things.
     *
     * @param wanted what it must contain, because it was looked at before; null for anything
     * @param voucher per hundred off everything
     */
    void buy(LocalDate day, boolean online, @Nullable Article wanted, int voucher) {
        Outlet outlet = Places.outlet(person, draw);
        LocalDateTime at = online ? Hours.online(day, draw) : Hours.shop(day, draw);
        var order = new Order(
                (online ? "WEB" : outlet.name()) + "-" + day.format(YEAR_MONTH_DAY) + "-"
                        + person.number().replace("BS", ""),
                day,
                online,
                online ? Places.E_SHOP : outlet.touchpoint(),
                lines(day, online, wanted, voucher));
        if (online) {
            lookBefore(at, order);
        }
        askBefore(order);
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            diary.line(order.number(), i + 1, at, order.where(), line.article(), line.quantity(), line.discount());
        }
        giveBack(order);
        new Aftermath(person, phrases, diary, draw)
                .follow(
                        order.number(),
                        order.day(),
                        online,
                        outlet,
                        order.first().model());
    }

    private List<Line> lines(LocalDate day, boolean online, @Nullable Article wanted, int voucher) {
        var season = years.season(day);
        double more = habits.large() / (1 + habits.large());
        List<Line> lines = new ArrayList<>();
        do {
            Article article = lines.isEmpty() && wanted != null ? wanted : choose(day);
            int quantity = person.company() != null
                    ? draw.between(1, 6)
                    : draw.chance(0.05) && article.model().cheap() ? 2 : 1;
            int percent = Math.max(voucher, season.discount(article.model(), online));
            BigDecimal discount = article.model()
                    .price()
                    .multiply(new BigDecimal(quantity * percent))
                    .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
            lines.add(new Line(article, quantity, discount));
        } while (lines.size() < MOST_LINES && draw.chance(more));
        return lines;
    }

    private void lookBefore(LocalDateTime at, Order order) {
        for (int visits = draw.below(3); visits > 0; visits--) {
            LocalDate earlier = order.day().minusDays(draw.between(1, 5));
            diary.touch(
                    "visit",
                    Hours.online(earlier, draw),
                    Places.E_SHOP,
                    phrases.say(
                            "look",
                            draw,
                            order.first().name(),
                            choose(earlier).name(),
                            order.first().model().category()));
        }
        diary.touch(
                "visit",
                at.minusMinutes(draw.between(6, 25)),
                Places.E_SHOP,
                phrases.say("checkout", draw, order.first().name()));
    }

    private void askBefore(Order order) {
        double way = draw.share();
        LocalDate earlier = order.day().minusDays(draw.between(1, 4));
        String article = order.first().name();
        if (way < 0.05) {
            diary.touch(
                    "request",
                    Hours.office(earlier, draw),
                    Places.written(person, draw),
                    phrases.say("question", draw, article));
        } else if (way < 0.08) {
            diary.touch("call", Hours.office(earlier, draw), Places.CALL_CENTRE, phrases.say("call", draw, article));
        } else if (way < 0.18 && !order.online()) {
            diary.touch(
                    "visit",
                    Hours.shop(earlier, draw),
                    order.where(),
                    phrases.say(order.first().model().worn() ? "tryOn" : "showroom", draw, article));
        }
    }

    private void giveBack(Order order) {
        LocalDate day = order.day().plusDays(draw.between(order.online() ? 5 : 2, 19));
        Outlet outlet = Places.outlet(person, draw);
        boolean inShop = !order.online() || (person.town().outlet() != null && draw.chance(0.35));
        Touchpoint where = !order.online() ? order.where() : inShop ? outlet.touchpoint() : Places.E_SHOP;
        LocalDateTime at = inShop ? Hours.shop(day, draw) : Hours.office(day, draw);
        boolean any = false;
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            if (draw.chance(order.online() ? RETURNED_ONLINE : RETURNED_IN_SHOPS)) {
                diary.line(
                        order.number(),
                        i + 1,
                        at,
                        where,
                        line.article(),
                        -line.quantity(),
                        line.discount().negate());
                if (!any && order.online() && draw.chance(0.5)) {
                    Model model = line.article().model();
                    String why = model.sized() ? "size" : model.worn() ? "defect" : "damage";
                    diary.touch(
                            "assistance",
                            Hours.office(day.minusDays(3), draw),
                            Places.CALL_CENTRE,
                            phrases.say(why, draw, model.name()));
                }
                any = true;
            }
        }
    }
}
