package io.legame.platform;

import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.jdbc.support.SQLErrorCodesFactory;

/**
 * Has the libraries that take longest to load loaded by a second processor, while the first reads the configuration. It
 * changes nothing but the time of a start.
 */
final class EarlyClasses implements BackgroundPreinitializer {
    @Override
    public void preinitialize() {
        DSL.using(SQLDialect.POSTGRES).selectOne().getSQL();
        SQLErrorCodesFactory.getInstance();
        Flyway.configure(getClass().getClassLoader()).load();
    }
}
