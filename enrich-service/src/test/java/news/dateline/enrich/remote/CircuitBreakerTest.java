package news.dateline.enrich.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private long now = Long.MAX_VALUE - 5; // the clock of System.nanoTime may overflow
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofNanos(10), () -> now);

    @Test
    void failuresInARowOpenIt() {
        breaker.failed();
        assertThat(breaker.admits()).isTrue();
        breaker.failed();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void aSuccessBetweenFailuresKeepsItClosed() {
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void afterThePauseOneCallTriesAndItsSuccessClosesIt() {
        breaker.failed();
        breaker.failed();
        now += 10;
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.succeeded();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aTryThatFailsBeginsThePauseAnew() {
        breaker.failed();
        breaker.failed();
        now += 10;
        assertThat(breaker.admits()).isTrue();
        breaker.failed();
        now += 9;
        assertThat(breaker.admits()).isFalse();
    }
}
