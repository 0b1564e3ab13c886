package io.legame.testing;

import io.legame.Legame;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The application as it is, with a clock that tests can set. No component, so that processes started by tests keep the
 * real clock.
 */
@Import(Legame.class)
class TestBeans {
    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
