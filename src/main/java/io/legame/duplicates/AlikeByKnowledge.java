package io.legame.duplicates;

import io.legame.customers.AlikeCustomers;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSubject;
import io.legame.customers.CustomerSubjects;
import io.legame.customers.Customers;
import io.legame.customers.LikelyCustomers;
import io.legame.matching.Knowledge;
import io.legame.matching.Likeness;
import io.legame.matching.Model;
import io.legame.matching.Subject;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who is there already while somebody is being written down, by what the last scan learned. */
@Component
class AlikeByKnowledge implements AlikeCustomers {
    private final KnowledgeTable knowledge;
    private final LikelyCustomers likely;
    private final CustomerSubjects subjects;
    private final Customers customers;

    AlikeByKnowledge(KnowledgeTable knowledge, LikelyCustomers likely, CustomerSubjects subjects, Customers customers) {
        this.knowledge = knowledge;
        this.likely = likely;
        this.subjects = subjects;
        this.customers = customers;
    }

    @Override
    public List<CustomerId> of(CustomerSubject written, int limit) {
        Set<CustomerId> candidates = likely.of(written);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Knowledge learned = knowledge
                .read()
                .orElseGet(() -> Knowledge.usual(customers.count().all()));
        List<Subject> others =
                subjects.of(candidates).stream().map(Subjects::of).toList();
        long own = written.id().value();
        return Likeness.of(learned, Subjects.of(written), others, Model.DEFAULT_PROBABILITY).stream()
                .limit(limit)
                .map(pair -> new CustomerId(pair.first() == own ? pair.second() : pair.first()))
                .toList();
    }
}
