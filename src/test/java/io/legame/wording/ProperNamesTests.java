package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProperNamesTests {
    @ParameterizedTest
    @CsvSource({
        "DE LUCA,De Luca",
        "DI MAIO,Di Maio",
        "D'ANGELO,D'Angelo",
        "d’angelo,D’Angelo",
        "DELL'ORTO,Dell'Orto",
        "DALLA CHIESA,Dalla Chiesa",
        "LO CASCIO,Lo Cascio",
        "DEGL'INNOCENTI,Degl'Innocenti",
        "VAN DER BERG,van der Berg",
        "van den broek,van den Broek",
        "VON TRAPP,von Trapp",
        "VON UND ZU LIECHTENSTEIN,von und zu Liechtenstein",
        "TEN HAG,ten Hag",
        "VAN GOGH,van Gogh",
        "VAN,Van",
        "DOS SANTOS,dos Santos",
        "DE LA CRUZ,de la Cruz",
        "DE LOS RÍOS,de los Ríos",
        "ORTEGA Y GASSET,Ortega y Gasset",
        "MCDONALD,McDonald",
        "mccarthy,McCarthy",
        "MACARTHUR,MacArthur",
        "MACDONALD,MacDonald",
        "MACCHI,Macchi",
        "MACALUSO,Macaluso",
        "MACINA,Macina",
        "MACKAY,MacKay",
        "MACK,Mack",
        "O'BRIEN,O'Brien",
        "ANNE-MARIE,Anne-Marie",
        "JEAN-LUC,Jean-Luc",
        "CARLO III,Carlo III",
        "ii,Ii",
        "VI,Vi",
        "XI JINPING,Xi Jinping",
        "NICOLO',Nicolò",
        "Nicolo',Nicolò",
        "nicolo’,Nicolò",
        "GIOSUE',Giosuè",
        "ROSSI',Rossi'",
        "O' BRIEN,O'Brien",
        "MC CARTHY,McCarthy",
        "CALABRO',Calabrò",
        "JOSE',José",
        "ANDRE',André",
        "FRA' GALDINO,Fra' Galdino",
        "DE' MEDICI,De' Medici",
        "MARIA TERESA,Maria Teresa",
        "J. R.,J. R.",
        "DeVito,DeVito",
        "van der Berg,van der Berg",
        "ŁUKASZ,Łukasz",
        "'',''"
    })
    void aPersonsNameIsWrittenAsItsBearerWould(String written, String stored) {
        assertThat(ProperNames.ofPerson(written)).isEqualTo(stored);
        assertThat(ProperNames.ofPerson(stored)).as("twice").isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "REGGIO NELL'EMILIA,Reggio nell'Emilia",
        "SAN DONATO DI PIAVE,San Donato di Piave",
        "la spezia,La Spezia",
        "L'AQUILA,L'Aquila",
        "FORLI',Forlì",
        "FORLI' DEL SANNIO,Forlì del Sannio",
        "CANTU',Cantù",
        "CA' TIEPOLO,Ca' Tiepolo",
        "STRATFORD-UPON-AVON,Stratford-upon-Avon",
        "BOULEVARD DE LA LIBERTÉ,Boulevard de la Liberté",
        "CORSO VITTORIO EMANUELE II,Corso Vittorio Emanuele II",
        "VIA XX SETTEMBRE,Via XX Settembre",
        "VIA GIOVANNI XXIII,Via Giovanni XXIII",
        "5TH AVENUE,5th Avenue",
        "12B BAKER STREET,12B Baker Street"
    })
    void aPlaceKeepsItsSmallWordsSmall(String written, String stored) {
        assertThat(ProperNames.ofPlace(written)).isEqualTo(stored);
    }

    /** The rest have articles that only their own people write so, as in Torre Le Nocelle; {@link ItalianPlaces} knows. */
    @Test
    void allButNineteenOf7904ComuniComeBackFromCapitals() {
        var changed = SharedData.rows("italy/comuni.csv").stream()
                .map(row -> row.getField("nome"))
                .filter(name ->
                        !ProperNames.ofPlace(name.toUpperCase(Locale.ROOT)).equals(name))
                .toList();
        assertThat(changed).hasSize(19).contains("Torre Le Nocelle");
    }
}
