package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MR. JON YANG|Mr.|Jon|Yang|-",
                "Anna De Luca|-|Anna|De Luca|-",
                "Rossi, Maria|-|Maria|Rossi|-",
                "Dott.ssa Anna Rossi|Dott.ssa|Anna|Rossi|-",
                "DOTT. SSA ANNA ROSSI|Dott.|Ssa Anna|Rossi|-",
                "Herr Dr. Max Müller|Herr Dr.|Max|Müller|-",
                "Prof. Ing. Mario Bianchi|Prof. Ing.|Mario|Bianchi|-",
                "Prof.Ing. Mario Bianchi|Prof. Ing.|Mario|Bianchi|-",
                "Egr. Sig. Luca Verdi|Sig.|Luca|Verdi|-",
                "Gent.ma Sig.ra LUCIA VERDI|Sig.ra|Lucia|Verdi|-",
                "Frau Dr.-Ing. Eva Klein|Frau Dr.-Ing.|Eva|Klein|-",
                "Mme Claire Petit|Mme|Claire|Petit|-",
                "Sra. Carmen de la Cruz|Sra.|Carmen|de la Cruz|-",
                "SR. JUAN PÉREZ|Sr.|Juan|Pérez|-",
                "Rossi, Dott. Mario|Dott.|Mario|Rossi|-",
                "Dott. Rossi, Mario|Dott.|Mario|Rossi|-",
                "Martin Luther King Jr.|-|Martin Luther|King|Jr.",
                "King, Martin Luther, Jr.|-|Martin Luther|King|Jr.",
                "JOHN SMITH III|-|John|Smith|III",
                "Max Müller, PhD|-|Max|Müller|PhD",
                "Dr. Jane Doe, M.D., Ph.D.|Dr.|Jane|Doe|MD PhD",
                "JAN VAN DER BERG|-|Jan|van der Berg|-",
                "Maria von Trapp|-|Maria|von Trapp|-",
                "CARLO ALBERTO DALLA CHIESA|-|Carlo Alberto|Dalla Chiesa|-",
                "Naomi Ii|-|Naomi|Ii|-",
                "On Lee|-|On|Lee|-",
                "On. Aldo Moro|On.|Aldo|Moro|-",
                "M. Night Shyamalan|-|M. Night|Shyamalan|-",
                "De Luca|-|-|De Luca|-",
                "Sig. DE LUCA|Sig.|-|De Luca|-",
                "O' BRIEN|-|-|O'Brien|-",
                "MARIA D' ANGELO|-|Maria|D'Angelo|-",
                "PAUL MC CARTNEY|-|Paul|McCartney|-",
                "LI CAUSI|-|Li|Causi|-",
                "Madonna|-|Madonna|-|-",
                "Dr.|-|Dr.|-|-",
                "Miss Saigon|Miss|Saigon|-|-",
                "''|-|-|-|-",
                "Rossi,|-|Rossi|-|-"
            })
    void aNameIsReadInItsParts(
            String written,
            @Nullable String title,
            @Nullable String given,
            @Nullable String family,
            @Nullable String suffix) {
        assertThat(PersonName.parse(written)).isEqualTo(new PersonName(title, given, family, suffix));
    }

    @ParameterizedTest
    @CsvSource({
        "MR.,Mr.",
        "sig.ra,Sig.ra",
        "Sig. ra,Sig.ra",
        "DOTT.SSA,Dott.ssa",
        "dottoressa,Dott.ssa",
        "prof. ing.,Prof. Ing.",
        "HERR DR.,Herr Dr.",
        "Monsieur,M.",
        "señora,Sra.",
        "SENORITA,Srta.",
        "Captain,Captain",
        "SUOR,Suor"
    })
    void aTitleIsWrittenInOneWay(String written, String title) {
        assertThat(PersonName.title(written)).isEqualTo(title);
    }
}
