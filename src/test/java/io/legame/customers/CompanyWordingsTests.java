package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The same company is written the same way, and slips are proposed for correction. */
@LegameTest
class CompanyWordingsTests {
    @Autowired
    private Customers customers;

    @Autowired
    private Corrections corrections;

    @Autowired
    private CompanyProposals proposals;

    @Autowired
    private CorrectionRun run;

    @Autowired
    private CustomerSettings settings;

    @Autowired
    private DSLContext jooq;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    private int number;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        TestDatabase.skipIds(database, "customers.correction");
    }

    @AfterEach
    void rulesOn() {
        settings.write(Set.of());
    }

    private CustomerDraft draft(String company) {
        number++;
        return CustomerDraft.of(Map.of(CustomerField.NUMBER, "n" + number, CustomerField.COMPANY_NAME, company));
    }

    private Customer bring(String company) {
        Upsert upsert = customers.upsert("shop", List.of(draft(company))).getFirst();
        return customers.find(((Upsert.Created) upsert).customer()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme Italia S.r.l. | ACME ITALIA SRL | Acme Italia S.r.l.",
                "Acme Italia S.r.l. | Acme Italia | Acme Italia S.r.l.",
                "Acme Italia | Acme Italia S.r.l. | Acme Italia S.r.l.",
                "Acme Italia S.r.l. | Acme Italia S.p.A. | Acme Italia S.p.A.",
                "YouTube Inc. | YOUTUBE | YouTube Inc.",
                "Fratelli Rossi S.n.c. | F.lli Rossi snc | Fratelli Rossi S.n.c.",
                "Caffè Nero | caffe nero | Caffè Nero",
                "Tre Elle | Tre Erre | Tre Erre"
            })
    void whoIsHereLongestSaysHowTheCompanyIsWritten(String first, String then, String written) {
        bring(first);
        assertThat(bring(then).companyName()).isEqualTo(written);
        // in one file as well as in two
        TestDatabase.clear(database, "timeline", "customers");
        customers.upsert("shop", List.of(draft(first), draft(then)));
        assertThat(database.sql("select company_name from customers.customer order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(written);
    }

    @Test
    void howItWasWrittenStaysKnown() {
        bring("Acme Italia S.r.l.");
        bring("ACME ITALIA");
        assertThat(database.sql("select written ->> 'company_name' from customers.customer order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ACME ITALIA");
    }

    @Test
    void theWordingOfTwoKindsOfCompanyIsNobodysGuess() {
        bring("Acme Italia S.r.l.");
        bring("Acme Italia S.p.A.");
        assertThat(bring("ACME Italia").companyName()).isEqualTo("ACME Italia");
    }

    @ParameterizedTest
    @CsvSource({
        "Massive Dynamic,Masive Dynamic,true",
        "Massive Dynamic,Massive Dynamics Inc,false",
        "Massive Dynamic Inc.,MASIVE DYNAMIC INC,true",
        "Studio 54,Studio 55,false",
        "Rossi S.r.l.,Russo S.r.l.,false",
        "Rossi,Rossa,true",
        "Microsoft Italia,Mircosoft Italia,false",
        "Bosch Italia,Bosch Itaila,true",
        "Elsa,Elisa,false"
    })
    void aSlipOfAKnownCompanyIsProposedForCorrection(String known, String slip, boolean proposed) {
        bring(known);
        Customer customer = bring(slip);
        if (proposed) {
            ValueFlag flag = customer.flags().get("company_name");
            assertThat(flag).isEqualTo(new ValueFlag(ValueFlag.Kind.TYPO, slip, known));
        } else {
            assertThat(customer.flags()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Masive Dynamic, Massive Dynamic S.r.l.",
        "Masive Dynamic S.r.l., Massive Dynamic S.r.l.",
        "Masive Dynamic S.p.A., Massive Dynamic S.p.A."
    })
    void ofSeveralWordingsTheOneOfTheSameLegalFormIsProposedElseTheMostFrequent(String slip, String proposed) {
        List.of("S.p.A.", "S.r.l.", "S.r.l.").forEach(form -> bring("Massive Dynamic " + form));
        var flag = new ValueFlag(ValueFlag.Kind.TYPO, slip, proposed);
        assertThat(bring(slip).flags()).containsEntry("company_name", flag);
        // beside one that is written right, too
        assertThat(customers
                        .upsert("shop", List.of(draft("Massive Dynamic"), draft(slip)))
                        .getLast()
                        .flags())
                .containsEntry(CustomerField.COMPANY_NAME, flag);
    }

    @Test
    void theCompanyWithMoreCustomersIsTheRightOne() {
        bring("Masive Dynamic");
        for (int i = 0; i < 5; i++) {
            bring("Massive Dynamic");
        }
        assertThat(bring("Massive Dynamic").flags()).isEmpty();
        assertThat(bring("Masive Dynamic").flags()).containsKey("company_name");
    }

    @Test
    void broughtInAgainNothingChanges() {
        var drafts = new ArrayList<CustomerDraft>();
        for (String name : List.of("Masive Dynamic", "Massive Dynamic", "MASSIVE DYNAMIC", "Massive Dinamic", "Acme")) {
            drafts.add(draft(name));
            drafts.add(draft(name + " srl"));
        }
        customers.upsert("shop", drafts);
        for (int time = 0; time < 2; time++) {
            assertThat(customers.upsert("shop", drafts)).hasOnlyElementsOfType(Upsert.Unchanged.class);
        }
    }

    @Test
    void whoCameLaterChangesNothingOfWhatIsBroughtInAgain() {
        for (List<String> names : List.of(
                List.of("Acme S.r.l.", "Acme", "Acme S.p.A."),
                List.of("Acme Due", "Acme-Due", "Acme Due S.r.l."),
                List.of("ACME TRE", "Acme Tre S.n.c.", "acme tre"))) {
            List<CustomerDraft> drafts = names.stream().map(this::draft).toList();
            customers.upsert("shop", drafts);
            assertThat(customers.upsert("shop", drafts))
                    .as(names.toString())
                    .hasOnlyElementsOfType(Upsert.Unchanged.class);
        }
        List<CustomerDraft> nameless = List.of(
                CustomerDraft.of(CustomerField.COMPANY_NAME, "Beta S.r.l."),
                CustomerDraft.of(Map.of(CustomerField.COMPANY_NAME, "Beta", CustomerField.TOWN, "Milano")),
                CustomerDraft.of(CustomerField.COMPANY_NAME, "Beta S.p.A."));
        customers.upsert("shop", nameless);
        assertThat(customers.upsert("shop", nameless)).hasOnlyElementsOfType(Upsert.Unchanged.class);
    }

    @Test
    void theTrialTellsTheSame() {
        bring("Massive Dynamic");
        bring("Acme S.r.l.");
        var files = new ArrayList<List<CustomerDraft>>();
        for (int file = 0; file < 3; file++) {
            files.add(List.of(
                    draft("MASSIVE DYNAMIC"),
                    draft("Masive Dynamic"),
                    draft("Initech"),
                    draft("acme"),
                    draft("Initec")));
        }
        var tried = new ArrayList<Map<CustomerField, ValueFlag>>();
        transaction.executeWithoutResult(status -> {
            Rehearsal rehearsal = customers.rehearse(jooq);
            files.forEach(file -> rehearsal.upsert("shop", file).forEach(upsert -> tried.add(flags(upsert))));
            status.setRollbackOnly();
        });
        var done = new ArrayList<Map<CustomerField, ValueFlag>>();
        files.forEach(file -> customers.upsert("shop", file).forEach(upsert -> done.add(flags(upsert))));
        assertThat(tried).isEqualTo(done);
        assertThat(done.stream().filter(flags -> !flags.isEmpty())).hasSizeGreaterThanOrEqualTo(6);
    }

    private static Map<CustomerField, ValueFlag> flags(Upsert upsert) {
        return ((Upsert.Created) upsert).flags();
    }

    @Test
    void oneClickCorrectsThemAllAndCanBeTakenBack() {
        bring("Massive Dynamic");
        bring("Massive Dynamic");
        Customer first = bring("Masive Dynamic");
        Customer second = bring("MASIVE DYNAMIC");
        var proposal = new CorrectionTarget.Proposals(CustomerField.COMPANY_NAME, "Masive Dynamic", "Massive Dynamic");
        assertThat(corrections.proposals())
                .singleElement()
                .satisfies(field -> assertThat(field.largest()).containsExactly(new Corrections.Proposed(proposal, 2)));
        Correction what = corrections.create(proposal);
        run.run(what.id());
        assertThat(name(first)).isEqualTo("Massive Dynamic").isEqualTo(name(second));
        // the same file again brings no slip back
        number = 2;
        assertThat(customers.upsert("shop", List.of(draft("Masive Dynamic"))))
                .hasOnlyElementsOfType(Upsert.Unchanged.class);
        corrections.beginUndo(what.id());
        run.run(what.id());
        assertThat(name(first)).isEqualTo("Masive Dynamic");
        assertThat(database.sql("select count(*) from customers.customer where company_key = 'masivedynamic'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private String name(Customer customer) {
        return String.valueOf(customers.find(customer.id()).orElseThrow().companyName());
    }

    @Test
    void switchedOffNamesStayAsTheyCome() {
        settings.write(Set.of(UniformityRule.COMPANY_NAMES));
        bring("Acme Italia S.r.l.");
        assertThat(bring("ACME ITALIA").companyName()).isEqualTo("ACME ITALIA");
        assertThat(bring("Acme Itala").flags()).isEmpty();
    }

    @Test
    void namesAreProposedWhileTyping() {
        for (int i = 0; i < 3; i++) {
            bring("Massive Dynamic");
        }
        bring("Massimo Rossi S.n.c.");
        bring("Masive Dynamic");
        assertThat(proposals.of("massi", 5))
                .containsExactly(
                        new CompanyProposals.Near("Massive Dynamic", 3),
                        new CompanyProposals.Near("Massimo Rossi S.n.c.", 1));
        assertThat(proposals.of("Massive Dinamic", 5))
                .extracting(CompanyProposals.Near::name)
                .containsExactly("Massive Dynamic", "Masive Dynamic");
        assertThat(proposals.of("m", 5)).isEmpty();
        assertThat(proposals.of("\uD83D\uDE00\uD840\uDC0B\uD840\uDC0C\uD840\uDC0D", 5))
                .isEmpty();
    }
}
