package news.dateline.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * A careful sender of every n-th article: does an article's deeds in their order, each only when the one before it was
 * accepted, many articles side by side. Runs in a thread of its own.
 */
final class Lane implements Runnable {
    private static final int WINDOW = 300;
    private static final int MOST_ITEMS = 120;
    private static final int JUNK_EVERY = 8;
    private static final long LOOK_MILLIS = 100;

    /** Every so many articles are killed by a request of their own, the others by an item of a push. */
    private static final int KILLED_BY_REQUEST = 4;

    private final int number;
    private final Script script;
    private final Ledger ledger;
    private final Door door;
    private final Findings findings;
    private final Pace pace;
    private final IntConsumer begun;
    private final Random random;
    private final List<Article> active = new ArrayList<>();
    private int next;

    /** An article and its next deed. */
    private static final class Article {
        private final int number;
        private final List<Deed> deeds;
        private int done;

        Article(int number, List<Deed> deeds) {
            this.number = number;
            this.deeds = deeds;
        }

        Deed deed() {
            return deeds.get(done);
        }
    }

    /** How fast new articles may be begun. */
    interface Pace {
        /** Whether an article may be begun now. */
        boolean isDue(int article);

        /** Whether none may be begun any more. */
        boolean isOver();
    }

    /**
     * Sets it up.
     *
     * @param begun is told of each article that is begun
     */
    Lane(
            int number,
            long seed,
            Script script,
            Ledger ledger,
            Door door,
            Findings findings,
            Pace pace,
            IntConsumer begun) {
        this.number = number;
        this.script = script;
        this.ledger = ledger;
        this.door = door;
        this.findings = findings;
        this.pace = pace;
        this.begun = begun;
        this.random = new Random(seed * 131 + number);
        this.next = number;
    }

    @Override
    public void run() {
        try {
            while (fill()) {
                send();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Door.ClosedException e) {
            findings.add(Findings.Kind.NOT_RECOVERED, e.getMessage());
        }
    }

    /** Begins what is due; waits for it if there is nothing else to do. False if there never will be. */
    private boolean fill() throws InterruptedException {
        while (active.size() < WINDOW && next < ledger.articles() && !pace.isOver()) {
            if (pace.isDue(next)) {
                active.add(new Article(next, ledger.deeds(next)));
                begun.accept(next);
                next += ledger.lanes();
            } else if (active.isEmpty()) {
                Thread.sleep(LOOK_MILLIS);
            } else {
                return true;
            }
        }
        return !active.isEmpty();
    }

    private void send() throws InterruptedException {
        Map<Integer, Article> batch = new HashMap<>();
        List<ObjectNode> items = new ArrayList<>();
        int most = 1 + random.nextInt(MOST_ITEMS);
        for (Article article : pick(most)) {
            if (article.deed().kind() == Deed.Kind.KILL && article.number % KILLED_BY_REQUEST == 0) {
                JsonNode answer = door.kill(script.id(article.number), key());
                if (answer != null) {
                    accepted(article);
                }
            } else {
                batch.put(items.size(), article);
                items.add(script.item(article.number, article.deed()));
            }
        }
        int junk = random.nextInt(JUNK_EVERY) == 0 && !items.isEmpty() ? items.size() : -1;
        if (junk >= 0) {
            items.add(JsonNodeFactory.instance.objectNode().put("uri", "urn:chaos:junk"));
        }
        if (!items.isEmpty()) {
            receive(door.push(items, key()), batch, junk);
        }
        active.removeIf(article -> article.done >= article.deeds.size());
    }

    private List<Article> pick(int most) {
        List<Article> picked = new ArrayList<>();
        int from = random.nextInt(active.size());
        for (int i = 0; i < Math.min(most, active.size()); i++) {
            picked.add(active.get((from + i) % active.size()));
        }
        return picked;
    }

    private void receive(JsonNode answer, Map<Integer, Article> batch, int junk) {
        if (answer == null) {
            active.removeAll(batch.values()); // refused for good, which is a finding already
            return;
        }
        for (JsonNode item : answer.path("accepted")) {
            Article article = batch.remove(item.path("index").asInt(-1));
            if (article == null) {
                findings.add(Findings.Kind.WRONG_ANSWER, "an item was accepted that was not sent: " + item);
            } else if (script.id(article.number).equals(item.path("id").asText())) {
                accepted(article);
            } else {
                findings.add(Findings.Kind.WRONG_ANSWER, "article " + article.number + " got the id " + item);
            }
        }
        for (JsonNode item : answer.path("rejected")) {
            if (item.path("index").asInt(-1) != junk) {
                findings.add(Findings.Kind.WRONG_ANSWER, "an item was rejected: " + item);
            }
        }
        if (!batch.isEmpty()) {
            findings.add(Findings.Kind.WRONG_ANSWER, batch.size() + " items are not in an answer");
            active.removeAll(batch.values());
        }
    }

    private void accepted(Article article) {
        ledger.accepted(article.number);
        article.done++;
    }

    /** None in the last lane, whose senders date their versions instead. */
    private String key() {
        return number == ledger.lanes() - 1 ? null : "lane-" + number + "-" + Long.toHexString(random.nextLong());
    }
}
