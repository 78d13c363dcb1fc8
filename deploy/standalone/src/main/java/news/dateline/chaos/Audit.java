package news.dateline.chaos;

import static news.dateline.chaos.Findings.Kind.DOUBLED;
import static news.dateline.chaos.Findings.Kind.KILL_NOT_HONOURED;
import static news.dateline.chaos.Findings.Kind.LOST;
import static news.dateline.chaos.Findings.Kind.WRONG_VERSION;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares the sender's books with what the line holds, one article at a time. For one thread. */
final class Audit {
    private final Observed observed;
    private final Findings findings;

    Audit(Observed observed, Findings findings) {
        this.observed = observed;
        this.findings = findings;
    }

    /** Checks every article of which anything was accepted. */
    void check(Script script, Ledger ledger) {
        for (int article = 0; article < ledger.articles(); article++) {
            Expected expected = ledger.expected(article);
            if (expected.version() > 0) {
                check(article, script.id(article), expected, ledger.isKeyed(article));
            }
        }
    }

    /**
     * Checks one article.
     *
     * @param once whether its requests had an Idempotency-Key, so that each stands on the raw topic exactly once
     */
    void check(int article, String id, Expected expected, boolean once) {
        String name = "article " + article + " (" + id + ")";
        raw(name, observed.raw().getOrDefault(id, Map.of()), expected, once);
        enriched(name, observed.enriched().getOrDefault(id, List.of()), expected);
        stored(name, id, expected);
        told(name, observed.told().getOrDefault(id, List.of()), expected);
    }

    private void raw(String name, Map<Integer, Integer> found, Expected expected, boolean once) {
        expected.sent().forEach((text, times) -> {
            int seen = found.getOrDefault(text, 0);
            if (seen == 0 || once && seen < times) {
                findings.add(LOST, name + " text " + text + " was accepted " + times + " times, raw has " + seen);
            } else if (once && seen > times) {
                findings.add(DOUBLED, name + " text " + text + " was accepted " + times + " times, raw has " + seen);
            }
        });
        if (!expected.sent().keySet().containsAll(found.keySet())) {
            findings.add(WRONG_VERSION, name + " raw has texts " + found.keySet() + ", sent " + expected.sent());
        }
    }

    private void enriched(String name, List<Version> found, Expected expected) {
        if (found.equals(versions(expected))) {
            return;
        }
        String what = name + " enriched has " + found + ", expected texts " + expected.history();
        if (repeats(found)) {
            findings.add(DOUBLED, what);
        } else if (found.size() < expected.version()) {
            findings.add(LOST, what);
        } else {
            findings.add(expected.isKilled() ? KILL_NOT_HONOURED : WRONG_VERSION, what);
        }
    }

    private void stored(String name, String id, Expected expected) {
        Version stored = observed.stored().get(id);
        Set<Integer> versions = observed.storedVersions().getOrDefault(id, Set.of());
        int kill = observed.kills().getOrDefault(id, 0);
        if (kill != expected.lastKill()) {
            findings.add(
                    expected.lastKill() > kill ? KILL_NOT_HONOURED : WRONG_VERSION,
                    name + " database has kill " + kill + ", expected " + expected.lastKill());
        }
        if (versions.stream().anyMatch(version -> version <= expected.lastKill())) {
            findings.add(KILL_NOT_HONOURED, name + " database keeps killed versions " + versions);
        }
        if (expected.isKilled()) {
            if (stored != null) {
                findings.add(KILL_NOT_HONOURED, name + " database has " + stored);
            }
            return;
        }
        if (stored == null) {
            findings.add(LOST, name + " database has nothing, expected version " + expected.version());
        } else if (!stored.equals(new Version(expected.version(), expected.text()))) {
            findings.add(WRONG_VERSION, name + " database has " + stored + ", expected " + expected.history());
        }
        Set<Integer> wanted = IntStream.rangeClosed(expected.lastKill() + 1, expected.version())
                .boxed()
                .collect(Collectors.toSet());
        if (!versions.containsAll(wanted)) {
            findings.add(LOST, name + " database has versions " + versions + ", expected " + wanted);
        } else if (!wanted.containsAll(versions)) {
            findings.add(WRONG_VERSION, name + " database has versions " + versions + ", expected " + wanted);
        }
    }

    /** Of an article that was killed while its reader was away only the kill is told, so that earlier ones may lack. */
    private void told(String name, List<Version> found, Expected expected) {
        List<Version> all = versions(expected);
        String what = name + " the stream told " + found + ", expected texts " + expected.history();
        if (repeats(found)) {
            findings.add(DOUBLED, what);
        } else if (!all.containsAll(found) || !inOrder(found)) {
            findings.add(WRONG_VERSION, what);
        } else if (expected.lastKill() > 0 && !found.contains(new Version(expected.lastKill(), Deed.KILLED))) {
            findings.add(KILL_NOT_HONOURED, what);
        } else if (!found.containsAll(all.subList(expected.lastKill(), all.size()))) {
            findings.add(LOST, what);
        }
    }

    private static List<Version> versions(Expected expected) {
        return IntStream.range(0, expected.version())
                .mapToObj(i -> new Version(i + 1, expected.history().get(i)))
                .toList();
    }

    private static boolean repeats(List<Version> versions) {
        Set<Integer> numbers = new HashSet<>();
        return versions.stream().anyMatch(version -> !numbers.add(version.number()));
    }

    private static boolean inOrder(List<Version> versions) {
        return IntStream.range(1, versions.size())
                .allMatch(i -> versions.get(i - 1).number() < versions.get(i).number());
    }
}
