package news.dateline.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.schemas.article.ArticleId;

/**
 * All that is going to be sent: for each article its deeds in their order, and its texts. The same seed gives the same
 * script. Pure and thread-safe.
 */
final class Script {
    static final String SOURCE = "chaos";

    private static final Pattern TEXT_NUMBER = Pattern.compile("\\(text ([0-9]{1,9})\\)");
    private static final List<String> PLACES = List.of(
            "Oslo", "Bergen", "Lagos", "Lima", "Karachi", "Gdansk", "Osaka", "Quito", "Tunis", "Hamburg", "Perth");
    private static final List<String> WHO = List.of(
            "Kari Holm",
            "Ines Duarte",
            "Tomasz Wilk",
            "Amina Bello",
            "the harbour council",
            "the World Bank",
            "Jonas Lindqvist",
            "the ministry of transport",
            "Priya Raman",
            "the ferry company",
            "UNESCO");
    private static final List<String> DID = List.of(
            "opened", "closed", "questioned", "defended", "postponed", "paid for", "inspected", "repainted", "sold");
    private static final List<String> WHAT = List.of(
            "the harbour bridge",
            "a new ferry line",
            "the old fish market",
            "the budget of the port",
            "two lighthouses",
            "the museum of shipping",
            "a row of wind turbines",
            "the tunnel under the fjord",
            "the railway station");

    private final long seed;

    Script(long seed) {
        this.seed = seed;
    }

    /** What happens to an article whose sender makes retries safe with an Idempotency-Key. */
    List<Deed> keyed(int article) {
        int chance = random(article).nextInt(100);
        if (chance < 52) {
            return List.of(Deed.text(1));
        } else if (chance < 64) {
            return List.of(Deed.text(1), Deed.text(1));
        } else if (chance < 78) {
            return List.of(Deed.text(1), Deed.text(2));
        } else if (chance < 84) {
            return List.of(Deed.text(1), Deed.text(2), Deed.text(1));
        } else if (chance < 93) {
            return List.of(Deed.text(1), Deed.kill(), Deed.text(2));
        } else if (chance < 96) {
            return List.of(Deed.kill(), Deed.text(1));
        }
        return List.of(Deed.text(1), Deed.kill(), Deed.kill(), Deed.revival(3), Deed.text(4));
    }

    /** What happens to an article whose sender gives no key, and dates its versions instead. */
    List<Deed> dated(int article) {
        int chance = random(article).nextInt(100);
        if (chance < 60) {
            return List.of(Deed.dated(1, 1), Deed.dated(1, 1));
        } else if (chance < 75) {
            return List.of(Deed.dated(1, 1), Deed.dated(2, 3), Deed.dated(3, 2));
        } else if (chance < 90) {
            return List.of(Deed.dated(2, 2), Deed.dated(1, 1), Deed.dated(3, 3));
        }
        return List.of(Deed.dated(1, 1), Deed.kill());
    }

    /** The id that the line gives an article. */
    String id(int article) {
        RawArticle known = new RawArticle();
        known.setSource(new Source(SOURCE, "The Harbour Post"));
        known.setUri(uri(article));
        return ArticleId.of(known);
    }

    /** A deed as an item of a request. */
    ObjectNode item(int article, Deed deed) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("uri", uri(article));
        item.putObject("source").put("id", SOURCE).put("name", "The Harbour Post");
        if (deed.kind() == Deed.Kind.KILL) {
            return item.put("status", "canceled").put("reason", "wrong in fact");
        }
        if (deed.kind() == Deed.Kind.REVIVAL) {
            item.put("status", "usable");
        }
        if (deed.day() > 0) {
            item.put("updatedAt", "2026-03-%02dT08:00:00Z".formatted(deed.day()));
        }
        SplittableRandom random = random(article * 31L + deed.text());
        String place = one(PLACES, random);
        return item.put("headline", place + ": " + one(WHO, random) + " and report " + article)
                .put("publishedAt", "2026-03-01")
                .put("body", body(article, deed.text(), place, random));
    }

    /** Number of the text that a body is. */
    static int text(CharSequence body) {
        Matcher number = TEXT_NUMBER.matcher(body);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static String body(int article, int text, String place, SplittableRandom random) {
        StringBuilder body = new StringBuilder("Report " + article + " from " + place + " (text " + text + ").");
        int sentences = 3 + random.nextInt(8);
        for (int i = 0; i < sentences; i++) {
            body.append(i % 4 == 3 ? "\n\n" : " ")
                    .append(one(WHO, random))
                    .append(' ')
                    .append(one(DID, random))
                    .append(' ')
                    .append(one(WHAT, random))
                    .append(" in ")
                    .append(one(PLACES, random))
                    .append(", which took ")
                    .append(random.nextInt(2, 900))
                    .append(" days.");
        }
        return body.toString();
    }

    private String uri(int article) {
        return "urn:chaos:" + seed + ":" + article;
    }

    private SplittableRandom random(long of) {
        return new SplittableRandom(seed * 1_000_003 + of);
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
