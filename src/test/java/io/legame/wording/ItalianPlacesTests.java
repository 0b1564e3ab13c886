package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItalianPlacesTests {
    private static @Nullable String town(String text, @Nullable String province) {
        var town = ItalianPlaces.town(text, province);
        return town == null ? null : town.name() + " " + town.province();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MILANO|-|Milano MI",
                "FORLI'|-|Forlì FC",
                "forli|-|Forlì FC",
                "S. Giovanni in Persiceto|-|San Giovanni in Persiceto BO",
                "S.GIOVANNI IN PERSICETO|-|San Giovanni in Persiceto BO",
                "SAN GIOVANNI PERSICETO|-|San Giovanni in Persiceto BO",
                "Reggio Emilia|-|Reggio nell'Emilia RE",
                "REGGIO NELL’EMILIA|-|Reggio nell'Emilia RE",
                "Reggio Calabria|-|Reggio di Calabria RC",
                "Bolzano/Bozen|-|Bolzano BZ",
                "Bozen - Bolzano|-|Bolzano BZ",
                "Bozen|-|Bolzano BZ",
                "Spezia|-|La Spezia SP",
                "L'Aquila|-|L'Aquila AQ",
                "L AQUILA|-|L'Aquila AQ",
                "Sant Angelo Lodigiano|-|Sant'Angelo Lodigiano LO",
                "S.Angelo Lodigiano|-|Sant'Angelo Lodigiano LO",
                "San Severo (FG)|-|San Severo FG",
                "Castro|-|-",
                "Castro|LE|Castro LE",
                "Castro (BG)|-|Castro BG",
                "Castro|prov. di Bergamo|Castro BG",
                "Castro|MI|-",
                "Calliano (TN)|AT|Calliano TN",
                "Paternò|-|Paternò CT",
                "PATERNO'|-|Paternò CT",
                "Paterno|-|-",
                "Paterno|PZ|Paterno PZ",
                "Tre Ville|-|Tre Ville TN",
                "Treville|-|Treville AL",
                "Milano|RM|Milano MI",
                "Milano MI|-|Milano MI",
                "20121 Milano|-|Milano MI",
                "Castro (LE)|BG|Castro LE",
                "ST. VINCENT|-|Saint-Vincent AO",
                "Porretta Terme|-|-",
                "Londra|-|-",
                "Napoli (NA)|-|Napoli NA",
                "''|-|-",
                "/|-|-"
            })
    void aTownIsFoundByAnyWriting(String written, @Nullable String province, @Nullable String found) {
        assertThat(town(written, province)).isEqualTo(found);
    }

    /** Every comune of ISTAT's list, in capitals without accents as tills print them, with its province. */
    @Test
    void everyTownIsFoundInCapitals() {
        var rows = SharedData.rows("italy/comuni.csv");
        assertThat(rows).hasSize(7904).allSatisfy(row -> {
            String capitals = Folding.fold(row.getField("nome")).toUpperCase(Locale.ROOT);
            var town = ItalianPlaces.town(capitals, row.getField("sigla_provincia"));
            assertThat(town)
                    .isEqualTo(new ItalianPlaces.Town(
                            row.getField("nome"), row.getField("sigla_provincia"), row.getField("codice_catastale")));
            assertThat(ItalianPlaces.townByCadastralCode(row.getField("codice_catastale")))
                    .isEqualTo(town);
        });
    }

    @Test
    void withoutAProvinceOnlySevenNamesAreNotEnough() {
        var unknown = SharedData.rows("italy/comuni.csv").stream()
                .map(row -> row.getField("nome"))
                .filter(name -> ItalianPlaces.town(name) == null)
                .distinct();
        assertThat(unknown)
                .containsExactlyInAnyOrder("Calliano", "Castro", "Livo", "Paterno", "Peglio", "Samone", "San Teodoro");
    }

    @Test
    void everyProvinceHasItsNameAndRegion() {
        assertThat(SharedData.rows("italy/province.csv")).hasSize(107).allSatisfy(row -> {
            String code = row.getField("sigla");
            assertThat(ItalianPlaces.provinceCode(code.toLowerCase(Locale.ROOT)))
                    .isEqualTo(code);
            assertThat(ItalianPlaces.provinceCode(row.getField("provincia"))).isEqualTo(code);
            assertThat(ItalianPlaces.regionOfProvince(code)).isEqualTo(italian(row));
            assertThat(ItalianPlaces.region(row.getField("regione"))).isEqualTo(italian(row));
            assertThat(ItalianPlaces.provinceName(code))
                    .isEqualTo(row.getField("provincia").split("/", -1)[0]);
        });
    }

    private static String italian(NamedCsvRecord row) {
        return row.getField("regione").split("/", -1)[0];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Milano|MI",
                "MI|MI",
                "(mi)|MI",
                "prov. di Milano|MI",
                "Provincia di Reggio Emilia|RE",
                "Città metropolitana di Napoli|NA",
                "NA|NA",
                "Napoli|NA",
                "Roma|RM",
                "RM|RM",
                "FORLI'-CESENA|FC",
                "Forlì|FC",
                "FO|FC",
                "PS|PU",
                "Monza Brianza|MB",
                "Bolzano - Bozen|BZ",
                "Olbia-Tempio|OT",
                "OT|OT",
                "Barletta Andria Trani|BT",
                "Roma (RM)|RM",
                "provincia autonoma di Bolzano|BZ",
                "VCO|VB",
                "Reggio|-",
                "XX|-",
                "Kent|-",
                "''|-"
            })
    void aProvinceIsGivenByItsCodeOrName(String written, @Nullable String code) {
        assertThat(ItalianPlaces.provinceCode(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Emilia Romagna|Emilia-Romagna",
                "EMILIA-ROMAGNA|Emilia-Romagna",
                "Friuli V.G.|Friuli-Venezia Giulia",
                "friuli venezia giulia|Friuli-Venezia Giulia",
                "FVG|Friuli-Venezia Giulia",
                "Trentino-Alto Adige/Südtirol|Trentino-Alto Adige",
                "Trentino A.A.|Trentino-Alto Adige",
                "Trentino Alto Adige|Trentino-Alto Adige",
                "Val d'Aosta|Valle d'Aosta",
                "Vallée d'Aoste|Valle d'Aosta",
                "Regione Lombardia|Lombardia",
                "Lombardy|Lombardia",
                "Bavaria|-",
                "''|-"
            })
    void aRegionHasOneName(String written, @Nullable String region) {
        assertThat(ItalianPlaces.region(written)).isEqualTo(region);
    }

    @Test
    void theFormerProvincesOfSardiniaAreKnown() {
        assertThat(ItalianPlaces.regionOfProvince("OG")).isEqualTo("Sardegna");
        assertThat(ItalianPlaces.regionOfProvince("XX")).isNull();
    }
}
