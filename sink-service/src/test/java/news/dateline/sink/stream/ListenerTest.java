package news.dateline.sink.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class ListenerTest {
    private final List<String> got = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private Subscription demand;

    private final Subscriber<byte[]> connection = new Subscriber<>() {
        @Override
        public void onSubscribe(Subscription subscription) {
            demand = subscription;
        }

        @Override
        public void onNext(byte[] frame) {
            got.add(new String(frame, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow());
        }

        @Override
        public void onError(Throwable error) {
            ended.add(error.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            ended.add("complete");
        }
    };

    private static WireEvent event(int offset) {
        return new WireEvent(
                new EventId("t", new long[] {offset + 1}),
                0,
                offset,
                WireEvent.Kind.KILL,
                "a",
                1,
                null,
                () -> null,
                () -> "{}");
    }

    @Test
    void eventsWaitForTheConnectionAndAClientThatIsTooFarBehindIsDropped() {
        List<String> closed = new ArrayList<>();
        Listener listener = new Listener(article -> true, 3, () -> closed.add("closed"));
        listener.subscribe(connection);
        demand.request(1);

        for (int offset = 0; offset < 4; offset++) {
            listener.hear(event(offset));
        }
        assertThat(got).containsExactly("id: t:1");
        assertThat(ended).isEmpty();
        listener.hear(event(4));

        assertThat(ended).containsExactly("SlowClientException");
        assertThat(closed).isNotEmpty();
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void liveEventsAreHeldBackUntilThePastIsTold() throws InterruptedException {
        Listener listener = new Listener(article -> true, 10, () -> {});
        listener.subscribe(connection);
        demand.request(10);
        listener.hold();

        listener.hear(event(7));
        listener.tell(event(5), 10);
        listener.tell(event(6), 10);
        listener.release();

        assertThat(got).containsExactly("id: t:6", "id: t:7", "id: t:8");
    }

    @Test
    void aPlaceIsReadAsItWasWrittenAndNothingElseIs() {
        EventId place = new EventId("Ab_-9", new long[] {3, 0, 12});

        assertThat(EventId.read(place.toString())).contains(place);
        assertThat(place.after(1, 4)).hasToString("Ab_-9:3,5,12");
        assertThat(place.after(1, 4).reaches(place)).isTrue();
        assertThat(place.reaches(place.after(1, 4))).isFalse();
        assertThat(EventId.read("Ab:")).isEmpty();
        assertThat(EventId.read("Ab:1,2;3")).isEmpty();
    }
}
