package news.dateline.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Lets faults happen to a line, one after the other, some before all is well again. Runs in its caller's thread. */
final class Storm {
    private final Line line;
    private final Duration calm;
    private final Random random;
    private final Findings findings;
    private final Consumer<String> log;
    private final Map<Fault.Kind, Integer> happened = new EnumMap<>(Fault.Kind.class);
    private final List<String> revived = new ArrayList<>();

    Storm(Line line, ChaosSettings settings, Findings findings, Consumer<String> log) {
        this.line = line;
        this.calm = settings.calm();
        this.random = new Random(settings.seed());
        this.findings = findings;
        this.log = log;
    }

    /** Goes on as long as it is told to; at its end everything is started and connected. */
    void rage(BooleanSupplier goOn) throws IOException, InterruptedException {
        while (goOn.getAsBoolean()) {
            for (Fault fault : Fault.round(line, random)) {
                if (!goOn.getAsBoolean()) {
                    break;
                }
                Thread.sleep((long) (random.nextDouble() * calm.toMillis()));
                log.accept(fault.toString());
                happen(fault);
                happened.merge(fault.kind(), 1, Integer::sum);
                if (!fault.overlapping()) {
                    recover(fault.toString());
                }
            }
        }
        recover("the last fault");
    }

    Map<Fault.Kind, Integer> happened() {
        return new EnumMap<>(happened);
    }

    /** Parts that ended by themselves and were started again. */
    List<String> revived() {
        return List.copyOf(revived);
    }

    private void happen(Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case CUT -> {
                line.link(fault.target()).cut();
                Thread.sleep(fault.length().toMillis());
                line.link(fault.target()).mend();
            }
            case SILENCE -> {
                line.link(fault.target()).silence();
                Thread.sleep(fault.length().toMillis());
                line.link(fault.target()).mend();
            }
            default -> {
                Part part = line.part(fault.target());
                if (!part.isAlive()) {
                    line.revive(revived);
                }
                happen(fault, part);
            }
        }
    }

    private void happen(Fault fault, Part part) throws IOException, InterruptedException {
        long millis = fault.length().toMillis();
        switch (fault.kind()) {
            case KILL -> {
                part.kill();
                Thread.sleep(millis);
                part.start();
            }
            case PAUSE -> {
                part.pause();
                Thread.sleep(millis);
                part.resume();
            }
            case FULL_DISK -> {
                part.fillDisk();
                Thread.sleep(millis);
                part.freeDisk();
            }
            case RESTART -> {
                if (!part.stop()) {
                    findings.add(Findings.Kind.NOT_RECOVERED, part.name() + " does not end upon SIGTERM");
                    part.kill();
                }
                Thread.sleep(millis);
                part.start();
            }
            default -> throw new IllegalStateException("no fault of a part: " + fault);
        }
    }

    /** What does not come back by itself is a finding, and is killed so that the rest can be tested. */
    private void recover(String after) throws IOException, InterruptedException {
        if (line.awaitReady(revived)) {
            return;
        }
        for (String stuck : line.notReady()) {
            findings.add(Findings.Kind.NOT_RECOVERED, stuck + " after " + after);
            line.part(stuck).kill();
        }
        line.awaitReady(revived);
    }
}
