package io.legame.segments;

import static org.jooq.impl.DSL.falseCondition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is a member of another segment, as it is defined now.
 *
 * @param filter of that segment; null when it was deleted since, or asks for this one: then nobody is a member
 */
record SegmentCondition(
        SegmentId segment, String name, @Nullable Filter filter) implements Condition {
    static final String PROPERTY = "segment";

    @Override
    public Map<String, Object> json() {
        return Comparison.object(PROPERTY, segment.value());
    }

    @Override
    public boolean comparesCustomers() {
        return filter != null && Filters.comparesCustomers(filter);
    }

    @Override
    public AskedFields fields() {
        return filter == null ? AskedFields.NONE : Filters.fields(filter);
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(words, "segment", words.quoted(name));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return filter == null ? falseCondition() : Filters.members(filter, asOf);
    }

    private boolean asksForItself() {
        return filter == null || within(filter).contains(segment.value());
    }

    /** The segments that the filter asks for, and those that these ask for. */
    static Set<Long> within(Filter filter) {
        Set<Long> within = new TreeSet<>();
        Filters.conditions(filter).forEach(condition -> {
            if (condition instanceof SegmentCondition other) {
                within.add(other.segment.value());
                if (other.filter != null) {
                    within.addAll(within(other.filter));
                }
            }
        });
        return within;
    }

    /** How many conditions there are when those of other segments are counted in the place of each. */
    private static long size(Filter filter) {
        return Filters.conditions(filter)
                .mapToLong(condition ->
                        condition instanceof SegmentCondition other && other.filter != null ? size(other.filter) : 1)
                .sum();
    }

    @Component
    static class Kind implements ConditionKind {
        private final SavedFilters saved;

        Kind(SavedFilters saved) {
            this.saved = saved;
        }

        @Override
        public String property() {
            return PROPERTY;
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of(PROPERTY));
            JsonPlace number = place.get(PROPERTY);
            var id = new SegmentId(number.id());
            var found = saved.find(id).orElse(null);
            if (!place.kept()) {
                if (found == null || !saved.isVisible(id)) {
                    throw number.wrong("segments.json.noSegment", String.valueOf(id.value()));
                }
                if (found.asksForItself() || size(found) > Filters.MOST_CONDITIONS) {
                    throw number.wrong("segments.json.largeSegment", found.name(), Filters.MOST_CONDITIONS);
                }
            }
            return found == null ? new SegmentCondition(id, "#" + id.value(), null) : found;
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of(PROPERTY, Map.of("type", "integer", "minimum", 1)), PROPERTY);
        }

        @Override
        public void wordings(Wordings wordings) {
            Map<Long, String> names = saved.names();
            wordings.phrase(
                    PROPERTY,
                    Map.of(),
                    Names.numbered(
                                    wordings.words(),
                                    name -> called(names, name),
                                    each -> names.getOrDefault(each, "#" + each),
                                    names.values())
                            .as(PROPERTY));
        }

        private static List<Long> called(Map<Long, String> names, String name) {
            return names.entrySet().stream()
                    .filter(each -> each.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("standing", "offer.segment", Fields.NONE));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var options = saved.names().entrySet().stream()
                    .map(each -> Slot.Option.of(each.getKey().toString(), each.getValue()))
                    .collect(Collectors.toList());
            String chosen = fields.one("segment", "");
            if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
                options.addFirst(Slot.Option.of(chosen, words.text("builder.chooseSegment")));
            }
            return List.of(
                    new Slot.Told(words.text("builder.segment")),
                    new Slot.Choice("segment", words.text("offer.segment"), options, chosen));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            String chosen = fields.one("segment");
            if (chosen != null) {
                json.put(PROPERTY, Fields.number(chosen));
            }
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("segment", String.valueOf(json.get(PROPERTY)));
        }
    }
}
