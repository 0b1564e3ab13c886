package io.legame.duplicates;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Upsert;
import io.legame.matching.SimulatedPeople;
import io.legame.matching.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People of whom it is known who is the same, written through the door that everybody uses. */
public final class TestPeople {
    private static final Path FAKE = Path.of("../shared/data/dedupe/fake_1000.csv");

    private TestPeople() {}

    /** The real data beside the project; by customer the person whom it is. */
    public static Map<CustomerId, String> british(Customers customers) {
        List<NamedCsvRecord> rows = rows();
        List<Upsert> written =
                customers.upsert("crm", rows.stream().map(TestPeople::draft).toList());
        var persons = new HashMap<CustomerId, String>();
        for (int i = 0; i < rows.size(); i++) {
            CustomerId id = id(written.get(i));
            if (id != null) {
                persons.putIfAbsent(id, rows.get(i).getField("cluster"));
            }
        }
        return persons;
    }

    /** Invented ones, some of them twice with slips. */
    public static void italian(Customers customers, int count, int copiesPercent) {
        var drafts = new ArrayList<CustomerDraft>();
        new SimulatedPeople(7).generate(count, copiesPercent, (subject, person) -> drafts.add(draft(subject)));
        customers.upsert("shop", drafts);
    }

    private static CustomerDraft draft(Subject subject) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(CustomerField.NUMBER, Long.toString(subject.id()));
        put(texts, CustomerField.GIVEN_NAME, subject.givenName());
        put(texts, CustomerField.FAMILY_NAME, subject.familyName());
        put(texts, CustomerField.STREET, subject.street());
        put(texts, CustomerField.POSTCODE, subject.postcode());
        put(texts, CustomerField.TOWN, subject.town());
        put(texts, CustomerField.PROVINCE, subject.province());
        put(texts, CustomerField.TAX_CODE, subject.taxCode());
        subject.emails().stream().findFirst().ifPresent(email -> texts.put(CustomerField.EMAIL, email));
        subject.phones().stream().findFirst().ifPresent(phone -> texts.put(CustomerField.PHONE, phone));
        return draft(texts, subject.birthDate());
    }

    private static void put(Map<CustomerField, String> texts, CustomerField field, @Nullable String value) {
        if (value != null) {
            texts.put(field, value);
        }
    }

    private static List<NamedCsvRecord> rows() {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(FAKE)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CustomerDraft draft(NamedCsvRecord row) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        Map.of(
                        CustomerField.NUMBER, "unique_id",
                        CustomerField.GIVEN_NAME, "first_name",
                        CustomerField.FAMILY_NAME, "surname",
                        CustomerField.TOWN, "city",
                        CustomerField.EMAIL, "email")
                .forEach((field, column) -> {
                    if (!row.getField(column).isBlank()) {
                        texts.put(field, row.getField(column));
                    }
                });
        String born = row.getField("dob");
        return draft(texts, born.isBlank() ? null : LocalDate.parse(born));
    }

    static CustomerDraft draft(Map<CustomerField, String> texts, @Nullable LocalDate born) {
        return new CustomerDraft(texts, Map.of(), born, null, null, null);
    }

    static @Nullable CustomerId id(Upsert upsert) {
        return switch (upsert) {
            case Upsert.Created created -> created.customer();
            case Upsert.Updated updated -> updated.customer();
            case Upsert.Unchanged unchanged -> unchanged.customer();
            case Upsert.Rejected rejected -> null;
        };
    }
}
