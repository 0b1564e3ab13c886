package io.legame.segments;

import io.legame.catalogue.ProductId;
import io.legame.customers.CustomField;
import io.legame.customers.CustomerId;
import io.legame.insight.Projection;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small shop of random customers and facts, in memory and in the database. */
record Shop(
        List<Person> people,
        List<Line> lines,
        List<Contact> contacts,
        Map<Long, String> categories,
        Map<Long, String> brands,
        List<CustomField> fields) {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /** Of a piece; what costs more than its price is sold at no discount. */
    private static final List<BigDecimal> DISCOUNTS = List.of(
            BigDecimal.ZERO, BigDecimal.valueOf(5), BigDecimal.ZERO, BigDecimal.valueOf(20), BigDecimal.valueOf(-2));

    /** @param custom by the field's code what the field's type reads */
    record Person(
            long id,
            LocalDate added,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String gender,
            @Nullable LocalDate birthDate,
            @Nullable String town,
            @Nullable Integer children,
            @Nullable BigDecimal income,
            @Nullable Boolean homeOwner,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String street,
            Place place,
            boolean keyed,
            Map<String, Object> custom) {}

    record Place(
            @Nullable String region,
            @Nullable String province,
            @Nullable String country) {}

    record Line(
            @Nullable Long customer,
            String order,
            LocalDate day,
            Instant at,
            Touchpoint touchpoint,
            long product,
            BigDecimal quantity,
            BigDecimal amount,
            BigDecimal discount,
            @Nullable BigDecimal cost) {
        boolean isReturn() {
            return quantity.signum() < 0;
        }
    }

    record Contact(
            long customer,
            LocalDate day,
            Instant at,
            String kind,
            Touchpoint touchpoint,
            Map<String, String> details) {}

    static Shop open(Random random, JdbcClient database, ShopFields fields, Timeline timeline, Projection projection) {
        var shop = new Shop(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                fields.create());
        for (int i = 0; i < 150; i++) {
            shop.people.add(shop.person(random, database, fields));
        }
        for (int i = 0; i < RandomFilters.PRODUCTS; i++) {
            String category = i == 0 ? null : RandomFilters.CATEGORIES.get(i % RandomFilters.CATEGORIES.size());
            String brand = i % 4 == 3 ? null : RandomFilters.BRANDS.get(i % 4 % RandomFilters.BRANDS.size());
            long id = database.sql("""
                            insert into catalogue.product (name, category, brand, source, created_at, updated_at)
                            values (?, ?, ?, 'test', now(), now()) returning id
                            """)
                    .param("Product " + i)
                    .param(category)
                    .param(brand)
                    .query(Long.class)
                    .single();
            shop.categories.put(id, category == null ? "" : category);
            shop.brands.put(id, brand == null ? "" : brand);
        }
        shop.sell(random, timeline);
        shop.meet(random, timeline);
        projection.catchUp();
        return shop;
    }

    /** Now and then around the day that most years do not have. */
    private static LocalDate birthDate(Random random) {
        return random.nextInt(8) == 0
                ? LocalDate.of(1960 + 4 * random.nextInt(14), 2, 28).plusDays(random.nextInt(3))
                : LocalDate.of(1960, 1, 1).plusDays(random.nextInt(21_800));
    }

    private Person person(Random random, JdbcClient database, ShopFields custom) {
        var person = new Person(
                0,
                day(random),
                maybe(random, "Ada"),
                random.nextInt(3) == 0 ? null : "Rossi",
                maybe(random, List.of("F", "M", "X").get(random.nextInt(3))),
                maybe(random, birthDate(random)),
                maybe(random, RandomFilters.TOWNS.get(random.nextInt(RandomFilters.TOWNS.size()))),
                maybe(random, random.nextInt(4)),
                maybe(random, BigDecimal.valueOf(random.nextInt(6) * 20_000L)),
                maybe(random, random.nextBoolean()),
                maybe(random, "somebody" + random.nextInt(1_000_000) + "@example.com"),
                maybe(random, "+39021234567"),
                maybe(random, "Via Roma 1"),
                RandomFilters.PLACES.get(people.size() % RandomFilters.PLACES.size()),
                random.nextBoolean(),
                Map.of());
        long id = database.sql("""
                        insert into customers.customer (given_name, family_name, gender, birth_date, town, children, annual_income,
                            home_owner, email, phone, street, region, province, country, keyed, custom, sort_name, source, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'test', ?, now()) returning id
                        """)
                .param(person.givenName)
                .param(person.familyName)
                .param(person.gender)
                .param(person.birthDate)
                .param(person.town)
                .param(person.children)
                .param(person.income)
                .param(person.homeOwner)
                .param(person.email)
                .param(person.phone)
                .param(person.street)
                .param(person.place.region)
                .param(person.place.province)
                .param(person.place.country)
                .param(person.keyed)
                .param(ShopFields.values(fields, random))
                .param("rossi" + random.nextInt(50))
                .param(at(person.added).atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Person(
                id,
                person.added,
                person.givenName,
                person.familyName,
                person.gender,
                person.birthDate,
                person.town,
                person.children,
                person.income,
                person.homeOwner,
                person.email,
                person.phone,
                person.street,
                person.place,
                person.keyed,
                custom.read(id));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private void sell(Random random, Timeline timeline) {
        var drafts = new ArrayList<PurchaseLineDraft>();
        for (int order = 0; order < 300; order++) {
            Long customer = random.nextInt(12) == 0 ? null : people.get(random.nextInt(100)).id;
            LocalDate day = day(random);
            Touchpoint touchpoint = touchpoint(random);
            int sign = random.nextInt(6) == 0 ? -1 : 1;
            for (int line = 0; line <= random.nextInt(3); line++) {
                long product = 1L + random.nextInt(RandomFilters.PRODUCTS);
                BigDecimal quantity = BigDecimal.valueOf(sign * (1L + random.nextInt(3)));
                BigDecimal price = BigDecimal.valueOf(random.nextInt(60));
                BigDecimal unitCost = product % 4 == 0 ? null : price.multiply(new BigDecimal("0.4"));
                BigDecimal discount = quantity.multiply(price.min(DISCOUNTS.get((order * 7 + line) % 5)));
                lines.add(new Line(
                        customer,
                        "o" + order,
                        day,
                        at(day, order),
                        touchpoint,
                        product,
                        quantity,
                        quantity.multiply(price).subtract(discount),
                        discount,
                        unitCost == null ? null : quantity.multiply(unitCost)));
                drafts.add(new PurchaseLineDraft(
                        "o" + order,
                        Integer.toString(line),
                        customer == null ? null : new CustomerId(customer),
                        at(day, order),
                        touchpoint,
                        new ProductId(product),
                        quantity,
                        price,
                        discount,
                        unitCost));
            }
        }
        timeline.recordPurchases("test", drafts);
    }

    private void meet(Random random, Timeline timeline) {
        var drafts = new ArrayList<InteractionDraft>();
        for (int i = 0; i < 300; i++) {
            long customer = people.get(random.nextInt(100)).id;
            LocalDate day = day(random);
            // many on the day of a purchase: before it, at the same moment, after it
            Line line = lines.get(i);
            if (i % 2 == 0 && line.customer != null) {
                customer = line.customer;
                day = line.day;
            }
            var contact = new Contact(
                    customer,
                    day,
                    at(day, i),
                    List.of("visit", "call", "note").get(random.nextInt(3)),
                    touchpoint(random),
                    RandomFilters.details(i));
            contacts.add(contact);
            drafts.add(new InteractionDraft(
                    "i" + i,
                    new CustomerId(contact.customer),
                    contact.at,
                    contact.kind,
                    contact.touchpoint,
                    null,
                    contact.details));
        }
        timeline.record("test", drafts);
    }

    private static LocalDate day(Random random) {
        return RandomFilters.BEGIN.plusDays(random.nextInt(RandomFilters.DAYS));
    }

    /** One of three times of the day. */
    private static Instant at(LocalDate day, int turn) {
        return at(day).plusSeconds(turn % 3 * 21_600L);
    }

    /** Half an hour after midnight in Rome: the day before in UTC. */
    private static Instant at(LocalDate day) {
        return day.atTime(0, 30).atZone(ROME).toInstant();
    }

    private static Touchpoint touchpoint(Random random) {
        int one = random.nextInt(RandomFilters.TOUCHPOINTS.size());
        return new Touchpoint(RandomFilters.TOUCHPOINTS.get(one), Channel.of(RandomFilters.CHANNELS.get(one)));
    }
}
