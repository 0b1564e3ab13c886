package io.legame.segments;

import static io.legame.customers.CustomerField.BIRTH_DATE;
import static io.legame.customers.CustomerField.COMPANY_NAME;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GENDER;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.STREET;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomerField;
import io.legame.testing.LegameTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who must not see a field cannot ask for it. */
@LegameTest
class AskedFieldsTests {
    /** They tell where the record came from, not what is known about the customer. */
    private static final Set<Attribute> OF_THE_RECORD =
            Set.of(Attribute.KIND, Attribute.SOURCE, Attribute.ADDED, Attribute.CHANGED);

    @Autowired
    private Filters filters;

    @Test
    void everyAttributeIsOfAField() {
        for (Attribute attribute : Attribute.values()) {
            assertThat(attribute.fields().isEmpty()).as(attribute.word()).isEqualTo(OF_THE_RECORD.contains(attribute));
        }
        assertThat(Arrays.stream(Attribute.values())
                        .filter(attribute -> Arrays.stream(CustomerField.values())
                                .anyMatch(field -> field.name().equals(attribute.name())))
                        .allMatch(attribute ->
                                attribute.fields().equals(Set.of(CustomerField.valueOf(attribute.name())))))
                .isTrue();
    }

    @Test
    void aFilterAsksForAllThatItsConditionsAskFor() {
        assertThat(asked("{\"attribute\":\"age\",\"atLeast\":18}")).containsExactly(BIRTH_DATE);
        assertThat(asked("{\"attribute\":\"birthMonth\",\"isOneOf\":[5]}")).containsExactly(BIRTH_DATE);
        assertThat(asked("{\"attribute\":\"emailDomain\",\"isKnown\":true}")).containsExactly(EMAIL);
        assertThat(asked("{\"attribute\":\"name\",\"contains\":\"ros\"}"))
                .containsExactlyInAnyOrder(GIVEN_NAME, FAMILY_NAME, COMPANY_NAME);
        assertThat(asked("{\"attribute\":\"area\",\"isKnown\":true}"))
                .containsExactlyInAnyOrder(CustomerField.REGION, CustomerField.PROVINCE, CustomerField.COUNTRY);
        assertThat(asked("{\"reachable\":\"email\"}")).containsExactly(EMAIL);
        assertThat(asked("{\"reachable\":\"post\"}")).containsExactlyInAnyOrder(STREET, TOWN);
        assertThat(asked("{\"purchases\":\"orders\",\"atLeast\":1}")).isEmpty();
        assertThat(asked("{\"interactions\":\"number\",\"atLeast\":1}")).isEmpty();
        assertThat(asked("{\"keyed\":false}")).isEmpty();
        assertThat(
                        asked(
                                "{\"any\":[{\"not\":{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}},{\"all\":[{\"reachable\":\"phone\"}]}]}"))
                .containsExactlyInAnyOrder(GENDER, PHONE);
    }

    private Set<CustomerField> asked(String json) {
        return Filters.fields(filters.read(json)).fields();
    }

    @Test
    void customFieldsAreAskedForByTheirNumber() {
        var shoes = new CustomField(
                new CustomFieldId(7),
                "shoes",
                "Shoes",
                null,
                CustomFieldType.NUMBER,
                null,
                "",
                false,
                false,
                null,
                null,
                false);
        var condition = new CustomCondition(shoes, new Check.Known(true), "EUR");
        AskedFields asked = Filters.fields(new Filter.Any(List.of(new Filter.Not(condition), Filter.EVERYBODY)));
        assertThat(asked.customFields()).containsExactly(new CustomFieldId(7));
        assertThat(asked.fields()).isEmpty();
    }
}
