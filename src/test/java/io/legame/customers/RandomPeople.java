package io.legame.customers;

import io.legame.access.Actor;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.notebook.Attachments;
import io.legame.notebook.Notes;
import io.legame.notebook.TaskDraft;
import io.legame.notebook.Tasks;
import io.legame.platform.Refusal;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People with something of everything that the base can hold of somebody, the same for the same seed. */
@Component
@Lazy
class RandomPeople {
    private static final String[] SCHEMAS = {"notebook", "duplicates", "timeline", "customers", "access"};
    private static final Touchpoint SHOP = new Touchpoint("Shop Milano", Channel.SHOP);

    private final CustomerEdits edits;
    private final CustomerSettings settings;
    private final CustomFields fields;
    private final ChoiceLists choices;
    private final CustomerAddresses addresses;
    private final ContactPreferences preferences;
    private final CustomerUnits customerUnits;
    private final Units units;
    private final Relations relations;
    private final Timeline timeline;
    private final Notes notes;
    private final Tasks tasks;
    private final Attachments attachments;
    private final SignedIn signedIn;
    private final JdbcClient database;
    private final TestClock clock;

    private Random random = new Random();
    private List<CustomField> custom = List.of();
    private List<UnitId> shops = List.of();
    private Actor colleague = Actor.SYSTEM;
    private int number;

    RandomPeople(
            CustomerEdits edits,
            CustomerSettings settings,
            CustomFields fields,
            ChoiceLists choices,
            CustomerAddresses addresses,
            ContactPreferences preferences,
            CustomerUnits customerUnits,
            Units units,
            Relations relations,
            Timeline timeline,
            Notes notes,
            Tasks tasks,
            Attachments attachments,
            SignedIn signedIn,
            JdbcClient database,
            TestClock clock) {
        this.edits = edits;
        this.settings = settings;
        this.fields = fields;
        this.choices = choices;
        this.addresses = addresses;
        this.preferences = preferences;
        this.customerUnits = customerUnits;
        this.units = units;
        this.relations = relations;
        this.timeline = timeline;
        this.notes = notes;
        this.tasks = tasks;
        this.attachments = attachments;
        this.signedIn = signedIn;
        this.database = database;
        this.clock = clock;
    }

    /** Empties the base and fills it with as many. */
    List<CustomerId> begin(Random chance, int count) {
        random = chance;
        number = 0;
        TestDatabase.clear(database, SCHEMAS);
        settings.write(Identity.Kind.EMAIL);
        colleague = new Actor(Actor.Kind.ACCOUNT, signedIn.account("mila@legame.test", "Mila", "SHOP"), "Mila");
        shops = List.of(
                units.create(Unit.Kind.SHOP, "Milano", List.of(SHOP.name())).id(),
                units.create(Unit.Kind.TEAM, "Online", List.of()).id());
        custom = List.of(
                fields.create(CustomFieldDraft.text("Taglia")),
                fields.create(CustomFieldDraft.of("Punti", CustomFieldType.NUMBER)),
                fields.create(CustomFieldDraft.of("Iscrizione", CustomFieldType.DATE)),
                fields.create(new CustomFieldDraft(
                        "Tessera del club", null, CustomFieldType.TEXT, null, "", false, true, null, null)),
                fields.create(new CustomFieldDraft(
                        "Sport",
                        null,
                        CustomFieldType.CHOICES,
                        null,
                        "",
                        false,
                        false,
                        null,
                        choices.create("Sport", List.of("Nuoto", "Sci", "Tennis"))
                                .id())));
        var people = new ArrayList<CustomerId>();
        for (int i = 0; i < count; i++) {
            people.add(create());
        }
        people.forEach(this::furnish);
        for (int i = 0; i < 2 * count; i++) {
            relate(people);
        }
        return people;
    }

    private boolean sometimes() {
        return random.nextInt(3) > 0;
    }

    private String any(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private CustomerId create() {
        clock.advance(Duration.ofMinutes(1));
        number++;
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        if (sometimes()) {
            several.put(CustomerField.OTHER_PHONE, List.of("02 12345" + number, "06 98765" + random.nextInt(4)));
        }
        var draft = new CustomerDraft(
                texts(),
                several,
                sometimes() ? LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 5) : null,
                sometimes() ? BigDecimal.valueOf(10_000L + random.nextInt(50_000)) : null,
                sometimes() ? random.nextInt(4) : null,
                sometimes() ? random.nextBoolean() : null);
        return ((Edit.Saved) edits.create(draft.with(customValues()))).customer();
    }

    private Map<CustomerField, String> texts() {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        if (random.nextInt(5) == 0) {
            texts.put(CustomerField.COMPANY_NAME, "Sartoria " + number + " S.r.l.");
        } else {
            texts.put(CustomerField.GIVEN_NAME, any("ANNA", "Anna", "Bruno"));
            texts.put(CustomerField.FAMILY_NAME, any("Rossi", "DE ROSSI", "Verdi"));
        }
        if (sometimes()) {
            texts.put(CustomerField.EMAIL, "c" + number + any("@example.com", "@gmial.com"));
            texts.put(CustomerField.OTHER_EMAIL, "other" + number + "@example.com");
        }
        if (sometimes()) {
            texts.put(CustomerField.PHONE, "347 12345" + number);
        }
        if (sometimes()) {
            texts.put(CustomerField.STREET, "v.le Roma n. " + number);
            texts.put(CustomerField.TOWN, any("FORLI'", "Como"));
        }
        if (sometimes()) {
            texts.put(CustomerField.NOTE, "note " + number);
        }
        if (sometimes()) {
            texts.put(CustomerField.NUMBER, "n" + number);
            texts.put(CustomerField.OCCUPATION, "work " + number);
        }
        return texts;
    }

    List<CustomField> custom() {
        return custom;
    }

    private CustomDraft customValues() {
        var values = new HashMap<CustomFieldId, List<String>>();
        List<List<String>> possible = List.of(
                List.of(any("S", "M", "L")),
                List.of("" + random.nextInt(100)),
                List.of("2025-0" + (1 + random.nextInt(9)) + "-11"),
                List.of("club-" + number),
                List.of("Nuoto", any("Sci", "Tennis")));
        for (int i = 0; i < possible.size(); i++) {
            if (sometimes()) {
                values.put(custom.get(i).id(), possible.get(i));
            }
        }
        return new CustomDraft(values);
    }

    private void furnish(CustomerId id) {
        if (sometimes()) {
            addresses.add(
                    id,
                    random.nextBoolean() ? CustomerAddress.Kind.HOME : CustomerAddress.Kind.DELIVERY,
                    Map.of(CustomerField.STREET, "Via Po " + id.value(), CustomerField.TOWN, any("Torino", "Asti")));
        }
        if (sometimes()) {
            preferences.write(
                    id,
                    new ContactPreference(
                            any("email", "phone"),
                            List.of("it"),
                            List.of(1, 2),
                            null,
                            LocalTime.of(18, 0),
                            "c" + id.value()));
        }
        if (sometimes()) {
            customerUnits.assign(id, shops.get(random.nextInt(shops.size())));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            happen(id);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            write(id);
        }
    }

    /** A visit or a purchase of the customer. */
    void happen(CustomerId id) {
        String key = "f" + number++;
        if (random.nextBoolean()) {
            timeline.record(
                    "shop", List.of(new InteractionDraft(key, id, clock.instant(), "visit", SHOP, "", Map.of())));
        } else {
            timeline.recordPurchases(
                    "shop",
                    List.of(new PurchaseLineDraft(
                            key,
                            "1",
                            id,
                            clock.instant(),
                            SHOP,
                            null,
                            BigDecimal.ONE,
                            BigDecimal.valueOf(1 + random.nextInt(99)),
                            BigDecimal.ZERO,
                            null)));
        }
    }

    /** A note, a task or a file about the customer. */
    void write(CustomerId id) {
        int item = number++;
        colleague.does(() -> switch (random.nextInt(4)) {
            case 0 -> notes.add(id, "note " + item + " for @Mila");
            case 1 -> notes.pin(notes.add(id, "pinned " + item), true);
            case 2 -> attachments.add(id, "f" + item, new ByteArrayInputStream(new byte[] {1, 2, 3}));
            default -> tasks.add(new TaskDraft(id, "task " + item, null, null, tasks.today(), null, null, null));
        });
    }

    private void relate(List<CustomerId> people) {
        CustomerId one = people.get(random.nextInt(people.size()));
        CustomerId other = people.get(random.nextInt(people.size()));
        try {
            relations.add(new RelationDraft(one, other, any("partner", "child_of", "works_at"), null, null, null));
        } catch (Refusal twice) {
            // with oneself, or told already
        }
    }

    /** The numbers of notes, tasks and files of the customer. */
    List<Long> items(CustomerId id) {
        return database.sql("""
                        select id from notebook.note where customer_id = :id
                        union all select id from notebook.task where customer_id = :id
                        union all select id from notebook.attachment where customer_id = :id
                        """).param("id", id.value()).query(Long.class).list();
    }

    /** Removes what was written, as if it never had been. */
    void forget(Collection<Long> items) {
        for (String table : List.of("note", "task", "attachment")) {
            database.sql("delete from notebook." + table + " where id = any (?)")
                    .param(items.toArray(Long[]::new))
                    .update();
        }
    }
}
