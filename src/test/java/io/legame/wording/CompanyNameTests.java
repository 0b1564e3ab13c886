package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNameTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROSSI SRL|IT|Rossi S.r.l.",
                "rossi s.r.l|IT|Rossi S.r.l.",
                "Rossi S. R. L.|IT|Rossi S.r.l.",
                "Rossi S.R.L.|IT|Rossi S.r.l.",
                "ROSSI S R L|IT|Rossi S.r.l.",
                "Rossi, S.r.l.|IT|Rossi S.r.l.",
                "Rossi Società a responsabilità limitata|IT|Rossi S.r.l.",
                "ROSSI SRLS|IT|Rossi S.r.l.s.",
                "Rossi s.r.l.s.|IT|Rossi S.r.l.s.",
                "Saturnia Spa|IT|Saturnia S.p.A.",
                "SATURNIA S.P.A.|IT|Saturnia S.p.A.",
                "Day Spa|GB|Day Spa",
                "F.LLI BIANCHI SNC|IT|F.lli Bianchi S.n.c.",
                "Bianchi Luigi & C. s.n.c.|IT|Bianchi Luigi & C. S.n.c.",
                "VERDI SAS|IT|Verdi S.a.s.",
                "VERDI SAS|FR|Verdi SAS",
                "Verdi & C. S.A.S.|IT|Verdi & C. S.a.s.",
                "Tenuta Alta S.S.|IT|Tenuta Alta S.s.",
                "HOLDING ROSSA SAPA|IT|Holding Rossa S.a.p.a.",
                "LA RINASCITA SOC. COOP.|IT|La Rinascita Soc. Coop.",
                "La Rinascita Società Cooperativa|IT|La Rinascita Soc. Coop.",
                "CONSORZIO NORD SCARL|IT|Consorzio Nord Soc. Coop. a r.l.",
                "ROSSI SRL UNIPERSONALE|IT|Rossi S.r.l. unipersonale",
                "Rossi S.r.l. in liquidazione|IT|Rossi S.r.l. in liquidazione",
                "OSTERIA DELL'ORSO SRL|IT|Osteria dell'Orso S.r.l.",
                "BAR CENTRALE DI ROSSI MARIO|IT|Bar Centrale di Rossi Mario",
                "KPMG SPA|IT|KPMG S.p.A.",
                "IBM ITALIA SPA|IT|IBM Italia S.p.A.",
                "ENI SPA|IT|ENI S.p.A.",
                "BMW ITALIA SPA|IT|BMW Italia S.p.A.",
                "bmw italia spa|IT|BMW Italia S.p.A.",
                "A2A SPA|IT|A2A S.p.A.",
                "S.I.A.E.|IT|S.I.A.E.",
                "BAR ROMA SRL|IT|Bar Roma S.r.l.",
                "LEVI'S ITALIA SRL|IT|Levi's Italia S.r.l.",
                "eBay Italia S.R.L.|IT|eBay Italia S.r.l.",
                "MÜLLER GMBH|DE|Müller GmbH",
                "Müller G.m.b.H.|AT|Müller GmbH",
                "Müller GmbH & Co KG|DE|Müller GmbH & Co. KG",
                "MÜLLER GMBH UND CO. KG|DE|Müller GmbH & Co. KG",
                "Siemens Aktiengesellschaft|DE|Siemens AG",
                "SIEMENS AG|DE|Siemens AG",
                "Schmidt ohg|DE|Schmidt OHG",
                "Werkstatt UG (haftungsbeschränkt)|DE|Werkstatt UG (haftungsbeschränkt)",
                "Werkstatt UG|DE|Werkstatt UG (haftungsbeschränkt)",
                "Hans Meier e. K.|DE|Hans Meier e.K.",
                "BOULANGERIE DUPONT SARL|FR|Boulangerie Dupont SARL",
                "Dupont s.a.r.l.|FR|Dupont SARL",
                "Dupont S.A.R.L.|CH|Dupont Sàrl",
                "DUPONT SASU|FR|Dupont SASU",
                "Dupont E.U.R.L.|FR|Dupont EURL",
                "Dupont S.A.|FR|Dupont SA",
                "DUPONT SA|BE|Dupont SA",
                "Construcciones Pérez S.L|ES|Construcciones Pérez S.L.",
                "CONSTRUCCIONES PÉREZ SA|ES|Construcciones Pérez S.A.",
                "Silva & Filhos Lda|PT|Silva & Filhos Lda.",
                "Comércio Silva LTDA|BR|Comércio Silva Ltda.",
                "smith & sons limited|GB|Smith & Sons Ltd",
                "Smith & Sons LTD.|GB|Smith & Sons Ltd",
                "Barclays Plc|GB|Barclays PLC",
                "SMITH AND PARTNERS L.L.P.|GB|Smith and Partners LLP",
                "Acme, Inc|US|Acme Inc.",
                "ACME CORPORATION|US|Acme Corp.",
                "Acme L.L.C.|US|Acme LLC",
                "Gekko & Co|US|Gekko & Co.",
                "Genco Pura Olive Oil Company|US|Genco Pura Olive Oil Company",
                "Jansen BV|NL|Jansen B.V.",
                "JANSEN B.V|NL|Jansen B.V.",
                "Philips N. V.|NL|Philips N.V.",
                "VOLVO AB|SE|Volvo AB",
                "Novo Nordisk a/s|DK|Novo Nordisk A/S",
                "Jensen APS|DK|Jensen ApS",
                "Telenor As|NO|Telenor AS",
                "NOKIA OYJ|FI|Nokia Oyj",
                "Virtanen OY|FI|Virtanen Oy",
                "KOWALSKI SP. Z O.O.|PL|Kowalski sp. z o.o.",
                "Kowalski Sp. z o. o.|PL|Kowalski sp. z o.o.",
                "Kowalski sp z oo|PL|Kowalski sp. z o.o.",
                "NOVÁK S.R.O.|CZ|Novák s.r.o.",
                "Novák spol. s r.o.|CZ|Novák s.r.o.",
                "Škoda Auto a. s.|CZ|Škoda Auto a.s.",
                "ŠKODA AUTO AS|CZ|Škoda Auto a.s.",
                "Nagy KFT|HU|Nagy Kft.",
                "Horvat D.O.O.|HR|Horvat d.o.o.",
                "IVANOV EOOD|BG|Ivanov EOOD",
                "Popescu SRL|RO|Popescu S.R.L.",
                "MERCATO S.A.S. DI ROSSI MARIO & C.|IT|Mercato S.a.s. di Rossi Mario & C.",
                "AC MILAN SPA|IT|AC Milan S.p.A.",
                "ASD POLISPORTIVA ROMA|IT|ASD Polisportiva Roma",
                "H&M HENNES & MAURITZ SRL|IT|H&M Hennes & Mauritz S.r.l.",
                "HOTEL LA PACE|IT|Hotel La Pace",
                "CASA DE LA LUZ SL|ES|Casa de la Luz S.L.",
                "LIDL ITALIA S.R.L. A SOCIO UNICO|IT|Lidl Italia S.r.l. a socio unico",
                "CENTRO MEDICO SRL SB|IT|Centro Medico S.r.l. società benefit",
                "3M ITALIA SRL|IT|3M Italia S.r.l.",
                "...|IT|...",
                "Casa Sa|IT|Casa Sa",
                "SRL|IT|SRL",
                "Rossi|IT|Rossi",
                "LA CASA DEL GELATO|IT|La Casa del Gelato"
            })
    void aCompanyIsWrittenInOneWay(String written, String country, String uniform) {
        assertThat(CompanyName.uniform(written, country)).isEqualTo(uniform);
        assertThat(CompanyName.uniform(uniform, country)).as("twice").isEqualTo(uniform);
        assertThat(CompanyName.key(uniform, country)).as("key").isEqualTo(CompanyName.key(written, country));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROSSI SRL|Rossi S.p.A.",
                "Rossi|rossi s.r.l. unipersonale",
                "Rossi & Bianchi S.r.l.|ROSSI E BIANCHI SRL",
                "Rossi and Bianchi|Rossi + Bianchi",
                "F.lli Rossi S.n.c.|FRATELLI ROSSI",
                "Bianchi Luigi & C. S.n.c.|BIANCHI LUIGI SNC",
                "A.B.C. Trading S.r.l.|ABC TRADING",
                "L'Angolo|L ANGOLO SRL",
                "Green-Plus|Green Plus Ltd",
                "The New York Inquirer|New York Inquirer Inc.",
                "Caffè Nero|CAFFE NERO",
                "Mercato S.a.s. di Rossi Mario & C.|MERCATO DI ROSSI MARIO SAS",
                "Gekko & Co|Gekko Company",
                "Straßer GmbH|STRASSER GMBH"
            })
    void theSameCompanyHasTheSameKey(String one, String other) {
        assertThat(CompanyName.key(one, "IT")).isEqualTo(CompanyName.key(other, "IT"));
    }

    @ParameterizedTest
    @CsvSource({"Rossi S.r.l.,Russo S.r.l.", "Conecom,Condax", "Rossi & Bianchi,Rossi", "SRL,Ditta"})
    void anotherCompanyHasAnotherKey(String one, String other) {
        assertThat(CompanyName.key(one, "IT"))
                .isNotEqualTo(CompanyName.key(other, "IT"))
                .isNotEmpty();
    }

    @Test
    void everyAccountHasItsOwnKey() {
        var names = SharedData.rows("maven_crm/accounts.csv").stream()
                .map(row -> row.getField("account"))
                .toList();
        assertThat(names.stream().map(name -> CompanyName.key(name, "US")).collect(Collectors.toSet()))
                .hasSameSizeAs(names)
                .hasSize(85)
                .doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.", ", ", "a & ", "S. ", "( ", "sas di "})
    void aHostileTextIsReadInNoTime(String part) {
        String text = "Rossi " + part.repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CompanyName.uniform(text, "IT"));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CompanyName.key(text, "IT"));
    }
}
