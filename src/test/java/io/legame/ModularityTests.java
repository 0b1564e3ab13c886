package io.legame;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands: every module keeps to its declared neighbours and to their doors. */
class ModularityTests {
    @Test
    void everyModuleUsesOnlyTheDoorsItDeclares() {
        ApplicationModules.of(Legame.class).verify();
    }
}
