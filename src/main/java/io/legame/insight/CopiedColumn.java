package io.legame.insight;

/** How a value of PostgreSQL's binary COPY goes into a column of DuckDB. */
enum CopiedColumn {
    BIGINT,
    INTEGER,
    BOOLEAN,
    TEXT,
    DATE,
    TIMESTAMP,
    /** The company's day of a timestamp. */
    DAY,
    /** numeric into decimal(…, n), exactly. */
    DECIMAL_2,
    DECIMAL_3,
    DECIMAL_4
}
