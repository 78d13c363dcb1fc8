package news.dateline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TokenBucket bucket = new TokenBucket(new Quota(3, Duration.ofMinutes(1)), nanos::get);

    @Test
    void asManyAsTheQuotaAreAllowedAndNoMore() {
        assertThat(bucket.take()).isEqualTo(new TokenBucket.Taken(true, 2, 0));
        assertThat(bucket.take()).isEqualTo(new TokenBucket.Taken(true, 1, 0));
        assertThat(bucket.take()).isEqualTo(new TokenBucket.Taken(true, 0, 20));
        assertThat(bucket.take()).isEqualTo(new TokenBucket.Taken(false, 0, 20));
    }

    @Test
    void itIsRefilledEvenlyAndNeverOverfull() {
        for (int i = 0; i < 3; i++) {
            bucket.take();
        }
        nanos.addAndGet(Duration.ofSeconds(21).toNanos());
        assertThat(bucket.take().allowed()).isTrue();
        assertThat(bucket.take().allowed()).isFalse();

        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(bucket.take().remaining()).isEqualTo(2);
    }
}
