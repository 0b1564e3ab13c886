package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ItalianAreaTests {
    @Test
    void everyRegionIsInOneArea() {
        var regions = Arrays.stream(ItalianArea.values())
                .flatMap(area -> area.regions().stream())
                .toList();
        assertThat(regions)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .allSatisfy(region -> assertThat(ItalianPlaces.region(region)).isEqualTo(region));
    }

    @Test
    void everyProvinceIsInOneArea() {
        var provinces = Arrays.stream(ItalianArea.values())
                .flatMap(area -> area.provinces().stream())
                .toList();
        assertThat(provinces).hasSize(107).doesNotHaveDuplicates();
        assertThat(ItalianArea.NORTH_WEST.provinces()).contains("MI", "TO", "AO", "GE");
        assertThat(ItalianArea.ISLANDS.provinces()).contains("PA", "CA");
    }
}
