package news.dateline.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;

/** Whatever the order of arrival, what a publisher numbers or dates ends the same. */
class ReorderedArrivalsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** How a publisher tells the order of its versions. */
    enum Telling {
        NUMBER,
        TIME,
        BOTH
    }

    /**
     * What an article has gone through.
     *
     * @param bodies text of each step, null for a kill
     * @param telling how the steps are told apart
     */
    record History(List<String> bodies, Telling telling) {
        /** From the first kill on, an article says in so many words that it is usable, if it is to come back at all. */
        List<RawArticle> events(boolean revives) {
            List<RawArticle> events = new ArrayList<>();
            boolean killed = false;
            for (int i = 0; i < bodies.size(); i++) {
                killed |= bodies.get(i) == null;
                events.add(event(i, bodies.get(i), killed && revives));
            }
            return events;
        }

        private RawArticle event(int step, String body, boolean usable) {
            Instant at = START.plusSeconds(60L * step);
            return RawArticle.newBuilder()
                    .setId("a")
                    .setSource(new Source("s", "S"))
                    .setStatus(body == null ? PubStatus.canceled : usable ? PubStatus.usable : null)
                    .setHeadline(body)
                    .setPublisherVersion(telling == Telling.TIME ? null : Integer.toString(step + 1))
                    .setUpdatedAt(telling == Telling.NUMBER ? null : at.toString())
                    .setReceivedAt(at)
                    .build();
        }

        boolean hasKill() {
            return bodies.stream().anyMatch(Objects::isNull);
        }
    }

    @Property
    void correctionsEndTheSame(@ForAll("corrections") History history, @ForAll Random random) {
        assertThat(end(shuffled(history.events(false), random))).isEqualTo(end(history.events(false)));
    }

    @Property
    void killsAndRevivalsEndTheSame(@ForAll("lives") History history, @ForAll Random random) {
        assertThat(end(shuffled(history.events(true), random))).isEqualTo(end(history.events(true)));
    }

    @Property
    void whatNeverSaysUsableStaysKilledInEveryOrder(@ForAll("lives") History history, @ForAll Random random) {
        String end = end(shuffled(history.events(false), random));
        assertThat(end).isEqualTo(history.hasKill() ? "killed" : end(history.events(false)));
    }

    @Property
    void arrivalsThatTellNoOrderCountAsTheyCome(@ForAll("corrections") History history) {
        List<RawArticle> events = history.events(false);
        events.forEach(event -> {
            event.setPublisherVersion(null);
            event.setUpdatedAt(null);
        });
        assertThat(end(events)).isEqualTo(events.get(events.size() - 1).getHeadline());
    }

    @Property
    void repeatsChangeNothing(@ForAll("lives") History history, @ForAll Random random) {
        List<RawArticle> twice = new ArrayList<>(history.events(true));
        twice.addAll(history.events(true));
        assertThat(end(shuffled(twice, random))).isEqualTo(end(history.events(true)));
    }

    @Provide
    Arbitrary<History> corrections() {
        return histories(Arbitraries.of("one", "two", "three"));
    }

    @Provide
    Arbitrary<History> lives() {
        return histories(Arbitraries.of("one", "two", "three").injectNull(0.3));
    }

    private static Arbitrary<History> histories(Arbitrary<String> bodies) {
        return bodies.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .flatMap(list -> Arbitraries.of(Telling.class).map(telling -> new History(list, telling)));
    }

    private static List<RawArticle> shuffled(List<RawArticle> events, Random random) {
        List<RawArticle> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The headline that stands in the end, or that the article is killed. */
    private static String end(List<RawArticle> arrivals) {
        ArticleState state = null;
        String end = null;
        for (RawArticle article : arrivals) {
            Arrival arrival = Versioning.arrive(state, article);
            state = arrival.state();
            if (arrival.isNews()) {
                NewVersion version = Versioning.publish(state, article);
                state = version.state();
                end = state.getKilledAt() == null ? article.getHeadline() : "killed";
            }
        }
        return end;
    }
}
