package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetNameTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Via Roma, 12/A|Via Roma 12/A",
                "via roma n. 12 a|Via Roma 12/A",
                "VIA ROMA N.12/A|Via Roma 12/A",
                "VIA ROMA 12A|Via Roma 12/A",
                "Via Roma n°12|Via Roma 12",
                "Via Roma, n. 12|Via Roma 12",
                "Via Roma nr 12|Via Roma 12",
                "Via Roma, civ. 12|Via Roma 12",
                "Via Roma 12 bis|Via Roma 12 bis",
                "Via Roma, 12/BIS|Via Roma 12 bis",
                "Via Roma 12-14|Via Roma 12-14",
                "Via Roma 12 / 14|Via Roma 12/14",
                "Via Roma|Via Roma",
                "V. ROMA 3|Via Roma 3",
                "V.ROMA 3|Via Roma 3",
                "V.le Monza, 8|Viale Monza 8",
                "V.LE MONZA 8|Viale Monza 8",
                "VLE MONZA 8|Viale Monza 8",
                "P.za Duomo 1|Piazza Duomo 1",
                "P.ZZA DUOMO, 1|Piazza Duomo 1",
                "pzza duomo 1|Piazza Duomo 1",
                "P.le Loreto 2|Piazzale Loreto 2",
                "C.so Vittorio Emanuele II, 5|Corso Vittorio Emanuele II 5",
                "C.SO VITTORIO EMANUELE II 5|Corso Vittorio Emanuele II 5",
                "L.go Augusto 3|Largo Augusto 3",
                "Vic. Stretto 7|Vicolo Stretto 7",
                "Str. Maggiore 10|Strada Maggiore 10",
                "Loc. Poggio 3|Località Poggio 3",
                "LOCALITA' POGGIO SNC|Località Poggio SNC",
                "Fraz. San Martino 44|Frazione San Martino 44",
                "C.DA SANT'ANNA 9|Contrada Sant'Anna 9",
                "Via Roma snc|Via Roma SNC",
                "VIA ROMA S.N.C.|Via Roma SNC",
                "Via Roma, s.n.|Via Roma SNC",
                "VIA XX SETTEMBRE, 5|Via XX Settembre 5",
                "Via 25 Aprile|Via 25 Aprile",
                "VIA 25 APRILE 12|Via 25 Aprile 12",
                "VIA IV NOVEMBRE|Via IV Novembre",
                "VIA DEI MILLE 3|Via dei Mille 3",
                "VIA DELL'INDIPENDENZA 1|Via dell'Indipendenza 1",
                "VIA GABRIELE D'ANNUNZIO 8|Via Gabriele d'Annunzio 8",
                "VIA GIOSUE' CARDUCCI 2|Via Giosuè Carducci 2",
                "VIALE DELLA LIBERTA', 2|Viale della Libertà 2",
                "Via Roma 12, int. 5|Via Roma 12, int. 5",
                "VIA ROMA 12 INT. 5|Via Roma 12, int. 5",
                "VIA ROMA 12/B SCALA C INT. 5|Via Roma 12/B, scala c int. 5",
                "S.P. 12|Strada Provinciale 12",
                "SS 16 KM 3|Strada Statale 16 km 3",
                "Lungarno Corsini, 8|Lungarno Corsini 8",
                "VIA F.LLI CERVI 12|Via F.lli Cervi 12",
                "VIA A. DE GASPERI 12|Via A. De Gasperi 12",
                "V. S. FRANCESCO 1|Via S. Francesco 1",
                "CANNAREGIO, 1234|Cannaregio 1234",
                "VIA ROMA 12345|Via Roma 12345",
                "VIALE EUROPA 1 PAL. B|Viale Europa 1, pal. b",
                "  Via   Roma ,12 |Via Roma 12",
                "Via Roma 12,|Via Roma 12"
            })
    void anItalianStreetIsWrittenInOneWay(String written, String uniform) {
        assertThat(StreetName.uniform(written, "IT")).isEqualTo(uniform);
        assertThat(StreetName.uniform(uniform, "IT")).as("twice").isEqualTo(uniform);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V. Veneto 3|V. Veneto 3",
                "V. Emanuele 10|V. Emanuele 10",
                "S.S. Annunziata 4|S.S. Annunziata 4",
                "Cascina Bella 3 a|Cascina Bella 3 a",
                "Cascina Bella 3|Cascina Bella 3",
                "Via Roma 12, 20121 Milano|Via Roma 12, 20121 Milano",
                "Via Roma 12 angolo Via Milano|Via Roma 12 angolo Via Milano",
                "P. Levi 3|P. Levi 3",
                "Vialetto dei Pini 3|Vialetto dei Pini 3",
                "V.le|V.le",
                "Fr.lli Rosselli 3|Fr.lli Rosselli 3",
                "Viareggio|Viareggio",
                "Via|Via",
                "12|12"
            })
    void whatIsNotSureIsLeft(String written, String uniform) {
        assertThat(StreetName.uniform(written, "IT")).isEqualTo(uniform);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "221B BAKER STREET|GB|221B Baker Street",
                "10  downing street|GB|10 Downing Street",
                "RUE DE LA PAIX, 12|FR|Rue de la Paix, 12",
                "Hauptstr. 5|DE|Hauptstr. 5",
                "HAUPTSTRASSE 5A|DE|Hauptstrasse 5A",
                "350 5TH AVENUE|US|350 5th Avenue",
                "v. d. Bergstraat 3|NL|v. d. Bergstraat 3",
                "Calle Mayor, 3|ES|Calle Mayor, 3"
            })
    void aForeignStreetOnlyGetsCapitals(String written, String country, String uniform) {
        assertThat(StreetName.uniform(written, country)).isEqualTo(uniform);
    }

    @ParameterizedTest
    @ValueSource(strings = {" int 1", " ,", "A 1 ", "1/", "n. ", "V. "})
    void aHostileTextIsReadInNoTime(String part) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> StreetName.uniform("Via Roma 12" + part.repeat(20_000) + "!", "IT"));
    }
}
