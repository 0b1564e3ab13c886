package io.legame.segments;

import io.legame.segments.Shop.Contact;
import io.legame.segments.Shop.Line;
import io.legame.segments.Shop.Person;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a filter of one customer after the other, as slowly and plainly as can be. */
record NaiveAnswers(Shop shop, ComputedFigures figures, LocalDate asOf) {
    /** Who lacks the unique key counts only where the filter asks for it. */
    boolean isMember(Person person, Filter filter) {
        return belongs(person, filter)
                && (person.keyed() || Filters.conditions(filter).anyMatch(KeyedCondition.class::isInstance));
    }

    boolean belongs(Person person, Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.parts().stream().allMatch(part -> belongs(person, part));
            case Filter.Any any -> any.parts().stream().anyMatch(part -> belongs(person, part));
            case Filter.Not not -> !belongs(person, not.part());
            case Condition condition -> holds(person, condition);
        };
    }

    private boolean holds(Person person, Condition condition) {
        return switch (condition) {
            case AttributeCondition attribute -> attribute(person, attribute.attribute(), attribute.check());
            case CustomCondition custom ->
                custom(person.custom().get(custom.field().code()), custom);
            case PurchaseCondition purchase -> purchases(person, purchase);
            case InteractionCondition interaction -> interactions(person, interaction);
            case ReachableCondition reachable ->
                switch (reachable.way()) {
                    case EMAIL -> person.email() != null;
                    case PHONE -> person.phone() != null;
                    case POST -> person.street() != null && person.town() != null;
                };
            case KeyedCondition keyed ->
                switch (keyed.keyed()) {
                    case TRUE -> person.keyed();
                    case FALSE -> !person.keyed();
                    case EITHER -> true;
                };
            case TierCondition tier -> isIn(person, tier.tiers(), tier.on());
            case MovedCondition moved ->
                isIn(person, moved.from(), moved.since()) && isIn(person, moved.to(), moved.until());
            case StageCondition stage -> {
                LocalDate day = stage.on() == null ? asOf : stage.on();
                yield !day.isAfter(asOf)
                        && figures.spans(person.id()).stream()
                                .filter(span -> !span.from().isAfter(day) && day.isBefore(span.until()))
                                .anyMatch(span -> stage.stages().words().contains(span.stage()));
            }
            case EnteredCondition entered ->
                figures.spans(person.id()).stream()
                        .filter(span -> entered.stages().words().contains(span.stage()))
                        .anyMatch(span -> counts(span.from(), entered.during()));
            case AnniversaryCondition anniversary ->
                anniversary(
                        switch (anniversary.event()) {
                            case BIRTH_DATE -> person.birthDate();
                            case FIRST_PURCHASE -> figures.firstPurchase(person.id());
                        },
                        anniversary);
            case SegmentCondition other -> isMember(person, Objects.requireNonNull(other.filter()));
            case ComparedCondition compared -> compared(person, compared);
            case SequenceCondition sequence ->
                events(person, sequence.steps().getFirst())
                        .filter(event -> counts(event.day(), sequence.during()))
                        .anyMatch(event -> goesOn(person, event, sequence, 1));
            case SampleCondition sample -> Draws.holds(sample, person.id());
            case TopCondition top -> {
                List<Long> ranked = figures.ranked(top.by());
                long taken = top.unit() == TopCondition.Unit.CUSTOMERS
                        ? top.number()
                        : (long) Math.ceil(ranked.size() * top.number() / 100.0);
                yield ranked.indexOf(person.id()) >= 0 && ranked.indexOf(person.id()) < taken;
            }
            case MetricCondition metric -> metric(figures.metric(person.id(), metric.metric()), metric.check());
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    /** Whether it returns on one of the days, each looked at. */
    private boolean anniversary(@Nullable LocalDate event, AnniversaryCondition condition) {
        for (int ahead = condition.exactly() ? condition.days() : 0; ahead <= condition.days(); ahead++) {
            LocalDate day = asOf.plusDays(ahead);
            if (event != null && !event.isAfter(asOf) && event.isBefore(day)) {
                int years = day.getYear() - event.getYear();
                LocalDate returns = event.plusYears(years);
                // 29 February in a common year: Java says the 28th
                if (returns.getDayOfMonth() != event.getDayOfMonth()) {
                    returns = returns.plusDays(1);
                }
                if (years > 0 && returns.equals(day)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isIn(Person person, TierSet tiers, @Nullable LocalDate month) {
        return tiers.words().contains(figures.tier(person.id(), month, asOf));
    }

    private static boolean metric(@Nullable Object value, Check check) {
        return switch (check) {
            case Check.Numeric numeric -> value != null && numeric.comparison().holds(new BigDecimal(value.toString()));
            case Check.Known known -> (value != null) == known.known();
            case Check.NoneOf noneOf -> value == null || !noneOf.values().contains(value.toString());
            case Check.OneOf oneOf -> value != null && oneOf.values().contains(value.toString());
            case Check.Day day -> value != null && day.comparison().holds((LocalDate) value);
            case Check.BeginsWith begins ->
                value != null
                        && begins.beginnings().stream()
                                .anyMatch(beginning -> lower(value).startsWith(lower(beginning)));
            case Check.Contains contains -> value != null && lower(value).contains(lower(contains.part()));
            case Check.AllOf _, Check.Flag _ -> throw new IllegalArgumentException(check.toString());
        };
    }

    private boolean attribute(Person person, Attribute attribute, Check check) {
        Object value = value(person, attribute);
        return switch (check) {
            case Check.Known known -> (value != null) == known.known();
            case Check.NoneOf noneOf -> value == null || !noneOf.values().contains(value.toString());
            case Check.OneOf oneOf -> value != null && oneOf.values().contains(value.toString());
            case Check.AllOf allOf -> throw new IllegalArgumentException(allOf.toString());
            case Check.BeginsWith begins ->
                value != null
                        && begins.beginnings().stream()
                                .anyMatch(beginning -> lower(value).startsWith(lower(beginning)));
            case Check.Contains contains -> value != null && lower(value).contains(lower(contains.part()));
            case Check.Flag flag -> value != null && value.equals(flag.set());
            case Check.Numeric numeric ->
                value != null
                        && isBorn(person, attribute)
                        && numeric.comparison().holds(new BigDecimal(value.toString()));
            case Check.Day day -> value != null && day.comparison().holds((LocalDate) value);
        };
    }

    private static boolean custom(@Nullable Object value, CustomCondition condition) {
        return switch (condition.check()) {
            case Check.Known known -> (value != null) == known.known();
            case Check.NoneOf noneOf -> !has(value, noneOf.values(), condition);
            case Check.OneOf oneOf -> has(value, oneOf.values(), condition);
            case Check.AllOf allOf -> allOf.values().stream().allMatch(each -> has(value, List.of(each), condition));
            case Check.BeginsWith begins ->
                value != null
                        && begins.beginnings().stream()
                                .anyMatch(beginning -> lower(value).startsWith(lower(beginning)));
            case Check.Contains contains -> value != null && lower(value).contains(lower(contains.part()));
            case Check.Flag flag -> value != null && value.equals(flag.set());
            case Check.Numeric numeric ->
                value != null
                        && (value instanceof BigDecimal || lower(value).endsWith(" eur"))
                        && numeric.comparison()
                                .holds(new BigDecimal(value.toString().replaceFirst(" .*", "")));
            case Check.Day day -> value != null && day.comparison().holds((LocalDate) value);
        };
    }

    private static boolean has(@Nullable Object value, List<String> wanted, CustomCondition condition) {
        return switch (value) {
            case null -> false;
            case List<?> labels ->
                wanted.stream().anyMatch(each -> labels.contains(CustomCondition.label(condition.field(), each)));
            default -> wanted.contains(value.toString());
        };
    }

    private boolean isBorn(Person person, Attribute attribute) {
        LocalDate birth = person.birthDate();
        return attribute != Attribute.AGE || (birth != null && !birth.isAfter(asOf));
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private @Nullable Object value(Person person, Attribute attribute) {
        LocalDate birth = person.birthDate();
        return switch (attribute) {
            case GENDER -> person.gender();
            case AGE -> birth == null ? null : birth.until(asOf).getYears();
            case BIRTH_MONTH -> birth == null ? null : birth.getMonthValue();
            case BIRTH_DATE -> birth;
            case TOWN -> person.town();
            case AREA -> area(person.place());
            case CHILDREN -> person.children();
            case ANNUAL_INCOME -> person.income();
            case HOME_OWNER -> person.homeOwner();
            case EMAIL -> person.email();
            case PHONE -> person.phone();
            case NAME -> name(person);
            case ADDED -> person.added();
            default -> throw new IllegalArgumentException(attribute.toString());
        };
    }

    private static @Nullable String area(Shop.Place place) {
        if (place.region() == null && !"IT".equals(Objects.requireNonNullElse(place.country(), "IT"))) {
            return null;
        }
        return switch (place.region() == null ? place.province() : place.region()) {
            case "Lombardia", "TO" -> "north_west";
            case "Trentino-Alto Adige" -> "north_east";
            case "Lazio" -> "centre";
            case "Campania" -> "south";
            case "Sicilia", "CA" -> "islands";
            case null, default -> null;
        };
    }

    private static @Nullable String name(Person person) {
        String name = Stream.of(person.givenName(), person.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private List<Line> lines(Person person, Where where) {
        return shop.lines().stream()
                .filter(line -> Objects.equals(line.customer(), person.id()))
                .filter(line -> counts(line.touchpoint(), where))
                .filter(line -> where.products().isEmpty() || where.products().contains(line.product()))
                .filter(line -> where.categories().isEmpty()
                        || where.categories().contains(shop.categories().get(line.product())))
                .filter(line -> where.brands().isEmpty()
                        || where.brands().contains(shop.brands().get(line.product())))
                .filter(line -> where.discounted() == null || where.discounted().equals(isDiscounted(line)))
                .toList();
    }

    /** What comes back comes back at the price that it was sold for. */
    private static boolean isDiscounted(Line line) {
        return (line.isReturn() ? line.discount().negate() : line.discount()).signum() > 0;
    }

    private record Event(LocalDate day, Instant at) {}

    private Stream<Event> events(Person person, SequenceStep step) {
        if (step.purchase()) {
            return lines(person, step.where()).stream()
                    .filter(line -> !line.isReturn() && !line.day().isAfter(asOf))
                    .map(line -> new Event(line.day(), line.at()));
        }
        return contacts(person, step.kinds(), step.details(), step.where())
                .filter(contact -> !contact.day().isAfter(asOf))
                .map(contact -> new Event(contact.day(), contact.at()));
    }

    private boolean goesOn(Person person, Event event, SequenceCondition sequence, int place) {
        if (place == sequence.steps().size()) {
            return true;
        }
        SequenceStep step = sequence.steps().get(place);
        LocalDate last = Objects.requireNonNull(step.within()).last(event.day());
        List<Event> next = events(person, step)
                .filter(each -> each.at().isAfter(event.at()) && !each.day().isAfter(last))
                .toList();
        return step.happened()
                ? next.stream().anyMatch(each -> goesOn(person, each, sequence, place + 1))
                : next.isEmpty() && last.isBefore(asOf);
    }

    private boolean compared(Person person, ComparedCondition condition) {
        LocalDate middle = back(asOf, condition.during());
        LocalDate beginning = back(middle, condition.during());
        var lines = lines(person, condition.where());
        BigDecimal now = measured(lines, condition.measure(), middle, asOf);
        BigDecimal then = measured(lines, condition.measure(), beginning, middle);
        return then.signum() > 0
                && condition
                        .percent()
                        .holds(now.multiply(BigDecimal.valueOf(100)).divide(then, 30, RoundingMode.HALF_EVEN));
    }

    /** After one day, up to another. */
    private static BigDecimal measured(List<Line> lines, Measure measure, LocalDate after, LocalDate until) {
        var some = lines.stream()
                .filter(line -> line.day().isAfter(after) && !line.day().isAfter(until))
                .toList();
        return switch (measure) {
            case AMOUNT -> sum(some.stream().map(Line::amount).toList());
            case ITEMS -> sum(some.stream().map(Line::quantity).toList());
            default ->
                BigDecimal.valueOf(some.stream()
                        .filter(line -> !line.isReturn())
                        .map(Line::order)
                        .distinct()
                        .count());
        };
    }

    private boolean purchases(Person person, PurchaseCondition condition) {
        List<Line> lines = lines(person, condition.where()).stream()
                .filter(line -> counts(line.day(), condition.during()))
                .toList();
        List<Line> bought = lines.stream().filter(line -> !line.isReturn()).toList();
        BigDecimal amount = sum(lines.stream().map(Line::amount).toList());
        BigDecimal orders =
                BigDecimal.valueOf(bought.stream().map(Line::order).distinct().count());
        LocalDate last =
                bought.stream().map(Line::day).max(Comparator.naturalOrder()).orElse(null);
        LocalDate first =
                bought.stream().map(Line::day).min(Comparator.naturalOrder()).orElse(null);
        return switch (condition.measure()) {
            case AMOUNT -> number(condition.check(), amount);
            case ORDERS -> number(condition.check(), orders);
            case ITEMS ->
                number(condition.check(), sum(lines.stream().map(Line::quantity).toList()));
            case AVERAGE_ORDER ->
                orders.signum() > 0
                        && number(condition.check(), amount.divide(orders, 20, java.math.RoundingMode.HALF_UP));
            case LARGEST_ORDER ->
                ofOrders(bought)
                        .max(Comparator.naturalOrder())
                        .filter(most -> number(condition.check(), most))
                        .isPresent();
            case SMALLEST_ORDER ->
                ofOrders(bought)
                        .min(Comparator.naturalOrder())
                        .filter(least -> number(condition.check(), least))
                        .isPresent();
            case DISCOUNT ->
                number(condition.check(), sum(lines.stream().map(Line::discount).toList()));
            case PRODUCTS -> number(condition.check(), different(bought, line -> Long.toString(line.product())));
            case CATEGORIES ->
                number(
                        condition.check(),
                        different(bought, line -> shop.categories().get(line.product())));
            case BRANDS ->
                number(
                        condition.check(),
                        different(bought, line -> shop.brands().get(line.product())));
            case RETURNS ->
                number(
                        condition.check(),
                        different(lines.stream().filter(Line::isReturn).toList(), Line::order));
            case DAYS_SINCE_LAST -> last != null && number(condition.check(), days(last));
            case DAYS_SINCE_FIRST -> first != null && number(condition.check(), days(first));
            case LAST_DATE ->
                last != null && ((Check.Day) condition.check()).comparison().holds(last);
            case FIRST_DATE ->
                first != null && ((Check.Day) condition.check()).comparison().holds(first);
        };
    }

    private static Stream<BigDecimal> ofOrders(List<Line> lines) {
        return lines.stream()
                .map(Line::order)
                .distinct()
                .map(order -> sum(lines.stream()
                        .filter(line -> line.order().equals(order))
                        .map(Line::amount)
                        .toList()));
    }

    /** What has none, "", is nothing that can be counted. */
    private static BigDecimal different(List<Line> lines, Function<Line, @Nullable String> what) {
        return BigDecimal.valueOf(lines.stream()
                .map(what)
                .filter(each -> each != null && !each.isEmpty())
                .distinct()
                .count());
    }

    private BigDecimal days(LocalDate since) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(since, asOf));
    }

    private static boolean number(Check check, BigDecimal value) {
        return ((Check.Numeric) check).comparison().holds(value);
    }

    private boolean interactions(Person person, InteractionCondition condition) {
        var days = contacts(person, condition.kinds(), condition.details(), condition.where())
                .filter(contact -> counts(contact.day(), condition.during()))
                .map(Contact::day)
                .toList();
        LocalDate last = days.stream().max(Comparator.naturalOrder()).orElse(null);
        LocalDate first = days.stream().min(Comparator.naturalOrder()).orElse(null);
        return switch (condition.measure()) {
            case NUMBER -> number(condition.check(), BigDecimal.valueOf(days.size()));
            case DAYS ->
                number(
                        condition.check(),
                        BigDecimal.valueOf(days.stream().distinct().count()));
            case DAYS_SINCE_LAST -> last != null && number(condition.check(), days(last));
            case LAST_DATE ->
                last != null && ((Check.Day) condition.check()).comparison().holds(last);
            case FIRST_DATE ->
                first != null && ((Check.Day) condition.check()).comparison().holds(first);
        };
    }

    private static boolean has(Contact contact, Details details) {
        return details.wanted().entrySet().stream()
                .allMatch(each -> each.getValue().contains(contact.details().getOrDefault(each.getKey(), "")));
    }

    private Stream<Contact> contacts(Person person, List<String> kinds, Details details, Where where) {
        return shop.contacts().stream()
                .filter(contact -> contact.customer() == person.id())
                .filter(contact -> kinds.isEmpty() || kinds.contains(contact.kind()))
                .filter(contact -> has(contact, details))
                .filter(contact -> counts(contact.touchpoint(), where));
    }

    private boolean counts(LocalDate day, Window window) {
        if (day.isAfter(asOf)) {
            return false;
        }
        return switch (window) {
            case Window.Ever ever -> true;
            case Window.Last last -> day.isAfter(back(asOf, last));
            case Window.Between between -> !day.isBefore(between.from()) && !day.isAfter(between.to());
        };
    }

    private static LocalDate back(LocalDate day, Window.Last last) {
        return switch (last.unit()) {
            case DAYS -> day.minusDays(last.count());
            case WEEKS -> day.minusWeeks(last.count());
            case MONTHS -> day.minusMonths(last.count());
            case YEARS -> day.minusYears(last.count());
        };
    }

    private static boolean counts(Touchpoint touchpoint, Where where) {
        return (where.channels().isEmpty()
                        || where.channels().contains(touchpoint.channel().code()))
                && (where.touchpoints().isEmpty() || where.touchpoints().contains(touchpoint.name()));
    }

    Worth worth(List<Person> people) {
        var ids = people.stream().map(Person::id).collect(Collectors.toSet());
        return worth(shop.lines().stream().filter(line -> line.customer() != null && ids.contains(line.customer())));
    }

    /** Of everybody, sales to who is not known included. */
    Worth worth() {
        return worth(shop.lines().stream());
    }

    private Worth worth(Stream<Line> lines) {
        var then = lines.filter(line -> !line.day().isAfter(asOf)).toList();
        var costed = then.stream().filter(line -> line.cost() != null).toList();
        var uncosted = then.stream().filter(line -> line.cost() == null).toList();
        return new Worth(
                amount(then),
                costed.isEmpty() && !uncosted.isEmpty()
                        ? null
                        : amount(costed)
                                .subtract(sum(costed.stream().map(Line::cost).toList())),
                amount(uncosted));
    }

    private static BigDecimal amount(List<Line> lines) {
        return sum(lines.stream().map(Line::amount).toList());
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
