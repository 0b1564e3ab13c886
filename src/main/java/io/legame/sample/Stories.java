package io.legame.sample;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.Catalogue;
import io.legame.catalogue.ProductDraft;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Upsert;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.PurchaseLineDraft;
import io.legame.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the shop through the doors, some people with their whole story at a time. */
final class Stories {
    static final String SOURCE = "sample";

    /** Sales of the till to people it did not recognise: told after everybody else. */
    private static final int STRANGERS = 240;

    /** The people, and one more position: the strangers. */
    static final int COUNT = Population.SIZE + 1;

    private static final int AT_ONCE = 5_000;

    private final ChangeSetId by;
    private final Customers customers;
    private final Timeline timeline;
    private final Years years;
    private final Untidy untidy;
    private final List<Person> people = Population.everybody();
    private final List<Campaign> campaigns;
    private final Phrases phrases = new Phrases();
    private final List<ProductDraft> products;
    private final Assortment assortment;

    /** What a step wrote. */
    record Written(int customers, int products, int purchases, int interactions) {
        static final Written NOTHING = new Written(0, 0, 0, 0);
    }

    Stories(ChangeSetId by, Customers customers, Catalogue catalogue, Timeline timeline, Years years, boolean italian) {
        this.by = by;
        this.customers = customers;
        this.timeline = timeline;
        this.years = years;
        this.untidy = new Untidy(italian);
        this.campaigns = Campaign.between(years.first(), years.until());
        this.products =
                Model.all().stream().flatMap(model -> model.products().stream()).toList();
        catalogue.upsert(SOURCE, products);
        this.assortment = new Assortment(
                catalogue.find(SOURCE, products.stream().map(ProductDraft::code).toList()));
    }

    /** Tells of the people from one position to the other, in the caller's transaction. */
    Written write(int from, int to) {
        List<Person> some = people.subList(Math.min(from, people.size()), Math.min(to, people.size()));
        List<Upsert> stored =
                customers.upsert(by, SOURCE, some.stream().map(untidy::write).toList());
        List<InteractionDraft> interactions = new ArrayList<>();
        List<PurchaseLineDraft> lines = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Person person = some.get(i);
            var diary = new Diary(person.number(), id(person, stored.get(i)), years);
            new Life(person, years, campaigns, assortment, phrases, diary).live();
            interactions.addAll(diary.interactions());
            lines.addAll(diary.lines());
        }
        if (to == COUNT) {
            lines.addAll(strangers());
        }
        inBatches(lines, batch -> timeline.recordPurchases(SOURCE, batch));
        inBatches(interactions, batch -> timeline.record(SOURCE, batch));
        int purchases = (int) lines.stream()
                .map(line -> line.order() + line.isReturn())
                .distinct()
                .count();
        return new Written(some.size(), from == 0 ? products.size() : 0, purchases, interactions.size());
    }

    private static CustomerId id(Person person, Upsert stored) {
        return switch (stored) {
            case Upsert.Created created -> created.customer();
            case Upsert.Updated updated -> updated.customer();
            case Upsert.Unchanged unchanged -> unchanged.customer();
            case Upsert.Rejected rejected ->
                throw new IllegalStateException(person.number() + " was rejected: " + rejected);
        };
    }

    private List<PurchaseLineDraft> strangers() {
        List<PurchaseLineDraft> lines = new ArrayList<>();
        for (int i = 0; i < STRANGERS; i++) {
            var draw = new Draw("stranger", i);
            Person likeness = draw.one(people);
            LocalDate day = years.at(draw.share());
            @Nullable CustomerId nobody = null;
            var diary = new Diary("", nobody, years);
            var shopping = new Shopping(
                    likeness.unknownAs(String.format(java.util.Locale.ROOT, "A%03d", i)),
                    Habits.of(likeness),
                    years,
                    assortment,
                    phrases,
                    diary,
                    draw);
            shopping.buy(day, false, null, 0);
            lines.addAll(diary.lines());
        }
        return lines;
    }

    private static <T> void inBatches(List<T> all, Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            write.accept(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
    }
}
