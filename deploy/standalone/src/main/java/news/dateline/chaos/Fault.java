package news.dateline.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something bad that happens.
 *
 * @param kind what happens
 * @param target to which part or link
 * @param length how long it lasts, or how long a killed part stays away
 * @param overlapping whether the next comes before all is well again
 */
record Fault(Kind kind, String target, Duration length, boolean overlapping) {
    /** What happens. */
    enum Kind {
        KILL,
        PAUSE,
        RESTART,
        FULL_DISK,
        CUT,
        SILENCE
    }

    /** Every fault that there is, once, in an order and for times that the random numbers tell. */
    static List<Fault> round(Line line, Random random) {
        List<Fault> round = new ArrayList<>();
        for (String part : line.partNames()) {
            round.add(fault(Kind.KILL, part, 4, random));
            round.add(fault(Kind.PAUSE, part, 20, random));
            round.add(fault(Kind.RESTART, part, 3, random));
        }
        for (String writer : List.of("kafka", "enrich", "postgres")) {
            round.add(fault(Kind.FULL_DISK, writer, 5, random));
        }
        for (String link : line.linkNames()) {
            round.add(fault(Kind.CUT, link, 10, random));
            round.add(fault(Kind.SILENCE, link, 15, random));
        }
        Collections.shuffle(round, random);
        return round;
    }

    private static Fault fault(Kind kind, String target, int mostSeconds, Random random) {
        return new Fault(
                kind, target, Duration.ofMillis(200 + random.nextInt(mostSeconds * 1000)), random.nextInt(3) == 0);
    }

    @Override
    public String toString() {
        return kind + " " + target + " " + length.toMillis() + " ms";
    }
}
