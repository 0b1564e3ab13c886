package io.legame.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Starts the whole application on a fresh database of a real PostgreSQL, on a random port, with a {@link TestClock}.
 * Tests with the same set-up share one application; call {@link TestDatabase#clear} to begin from nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Initializer.class, classes = TestBeans.class)
@TestExecutionListeners(listeners = NeutralCompany.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface LegameTest {}
