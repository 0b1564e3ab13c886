package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.KNOWLEDGE;

import io.legame.matching.Knowledge;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the last scan learned. */
@Component
class KnowledgeTable {
    private final DSLContext database;
    private final JsonMapper json;

    KnowledgeTable(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void write(Knowledge knowledge) {
        JSONB value = JSONB.valueOf(json.writeValueAsString(knowledge));
        database.insertInto(KNOWLEDGE)
                .set(KNOWLEDGE.KNOWLEDGE_, value)
                .onDuplicateKeyUpdate()
                .set(KNOWLEDGE.KNOWLEDGE_, value)
                .execute();
    }

    Optional<Knowledge> read() {
        return database.select(KNOWLEDGE.KNOWLEDGE_)
                .from(KNOWLEDGE)
                .fetchOptional(row -> json.readValue(row.value1().data(), Knowledge.class));
    }
}
