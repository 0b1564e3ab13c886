package io.legame.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Customers as careless hands write them: slips, impossible values, all capitals, things left out. */
public final class DirtyCustomers {
    private static final Map<CustomerField, List<String>> TEXTS = new EnumMap<>(Map.ofEntries(
            Map.entry(CustomerField.GIVEN_NAME, List.of("MARIA", "anna", "Luca", "GIUSEPPE", "Zoë")),
            Map.entry(CustomerField.FAMILY_NAME, List.of("ROSSI", "de luca", "D'ANGELO", "Bianchi", "VON TRAPP")),
            Map.entry(CustomerField.PHONE, List.of("347 1234567", "02/86461234", "12", "telefono", "+39 348 7654321")),
            Map.entry(CustomerField.GENDER, List.of("F", "maschio", "?", "m")),
            Map.entry(CustomerField.TAX_CODE, List.of("RSSMRA85T10A562S", "rss mra 84e57 f205 t", "XXXXXX00X00X000X")),
            Map.entry(CustomerField.COMPANY_NAME, List.of("ROSSI & FIGLI SRL", "Acme S.p.A.")),
            Map.entry(CustomerField.VAT_NUMBER, List.of("00905811006", "12345678901", "IT 0090 5811 006")),
            Map.entry(CustomerField.STREET, List.of("VIA ROMA 1", "c.so garibaldi 3", "Via Dante 12")),
            Map.entry(CustomerField.POSTCODE, List.of("20121", " 00187 ", "10100")),
            Map.entry(CustomerField.TOWN, List.of("MILANO", "Monza", "roma", "Paperopoli", "Torino")),
            Map.entry(CustomerField.PROVINCE, List.of("MI", "mi", "RM", "Torino", "QQ")),
            Map.entry(CustomerField.COUNTRY, List.of("Italia", "IT", "Atlantide")),
            Map.entry(CustomerField.LANGUAGE, List.of("Italiano", "it", "en-GB"))));

    private static final List<String> DOMAINS = List.of(
            "example.com",
            "gmial.com",
            "gmail.com",
            "hotmial.it",
            "mailinator.com",
            "Example.COM",
            "no at all",
            "libero.it");

    private final Random random;

    public DirtyCustomers(long seed) {
        random = new Random(seed);
    }

    public List<CustomerDraft> drafts(int count) {
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 1; i <= count; i++) {
            drafts.add(draft("n" + i, i));
        }
        return drafts;
    }

    private CustomerDraft draft(String number, int mailbox) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(CustomerField.NUMBER, number);
        TEXTS.forEach((field, values) -> {
            // a tax code or a VAT number is of one customer only
            boolean unique = field == CustomerField.TAX_CODE || field == CustomerField.VAT_NUMBER;
            if (random.nextInt(unique ? 40 : 2) == 0) {
                texts.put(field, values.get(random.nextInt(values.size())));
            }
        });
        if (random.nextInt(3) > 0) {
            texts.put(CustomerField.EMAIL, "c" + mailbox + "@" + DOMAINS.get(random.nextInt(DOMAINS.size())));
        }
        return new CustomerDraft(
                texts,
                random.nextInt(5) == 0 ? Map.of(CustomerField.OTHER_PHONE, List.of("349 1112223", "x")) : Map.of(),
                random.nextInt(4) == 0 ? LocalDate.of(1700 + random.nextInt(320), 1, 1) : null,
                null,
                null,
                null);
    }
}
