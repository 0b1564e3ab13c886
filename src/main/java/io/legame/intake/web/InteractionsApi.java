package io.legame.intake.web;

import io.legame.intake.InteractionBatch;
import io.legame.intake.InteractionBatch.Fact;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts from programs, up to ten thousand at a time. */
@RestController
@PreAuthorize("hasAuthority('timeline:record')")
class InteractionsApi {
    /** Ten thousand facts of three kilobytes. */
    private static final int MOST_BYTES = 32 << 20;

    private final InteractionBatch batch;
    private final JsonMapper json;
    private final Texts texts;

    InteractionsApi(InteractionBatch batch, JsonMapper json, Texts texts) {
        this.batch = batch;
        this.json = json;
        this.texts = texts;
    }

    /** @param results in the order of the facts sent */
    record Answer(long created, long unchanged, long conflicts, long rejected, List<Item> results) {}

    /**
     * @param field which one is at fault
     * @param reason a code
     * @param message for people
     */
    record Item(
            int index,
            @Nullable String key,
            String result,
            @Nullable String field,
            @Nullable String reason,
            @Nullable String message) {}

    @PostMapping(path = "/api/v1/interactions", consumes = "application/json")
    Answer create(HttpServletRequest request, @RequestParam(defaultValue = "api") String source, Locale language)
            throws IOException {
        List<Item> items = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        JsonNode array = array(request);
        for (int index = 0; index < array.size(); index++) {
            try {
                Fact fact = json.treeToValue(array.get(index), Fact.class);
                if (fact == null) {
                    items.add(shapeless(index, null, language));
                } else {
                    facts.add(fact);
                    positions.add(index);
                }
            } catch (JacksonException e) {
                items.add(shapeless(index, path(e), language));
            }
        }
        for (InteractionBatch.Result result : batch.record(source, facts)) {
            items.add(item(positions.get(result.index()), result, language));
        }
        items.sort(java.util.Comparator.comparingInt(Item::index));
        return new Answer(
                count(items, "created"),
                count(items, "unchanged"),
                count(items, "conflict"),
                count(items, "rejected"),
                items);
    }

    private Item shapeless(int index, @Nullable String field, Locale language) {
        return new Item(index, null, "rejected", field, "intake.api.shape", texts.get(language, "intake.api.shape"));
    }

    private JsonNode array(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.tooLarge(MOST_BYTES);
        }
        JsonNode array;
        try {
            array = json.readTree(body);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "intake.api.json",
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    e.getOriginalMessage());
        }
        if (!array.isArray() || array.isEmpty()) {
            throw Refusal.of("intake.api.array", InteractionBatch.LIMIT);
        }
        if (array.size() > InteractionBatch.LIMIT) {
            throw Refusal.of("intake.api.tooMany", array.size(), InteractionBatch.LIMIT);
        }
        return array;
    }

    private static String path(JacksonException error) {
        var path = new StringBuilder();
        for (var step : error.getPath()) {
            path.append(
                    step.getPropertyName() == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + step.getPropertyName());
        }
        return path.toString();
    }

    private Item item(int index, InteractionBatch.Result result, Locale language) {
        InteractionBatch.Fault fault = result.fault();
        return fault == null
                ? new Item(index, result.key(), result.result(), null, null, null)
                : new Item(
                        index,
                        result.key(),
                        result.result(),
                        fault.field(),
                        fault.reason(),
                        texts.get(language, fault.reason(), fault.value()));
    }

    private static long count(List<Item> items, String result) {
        return items.stream().filter(item -> item.result().equals(result)).count();
    }
}
