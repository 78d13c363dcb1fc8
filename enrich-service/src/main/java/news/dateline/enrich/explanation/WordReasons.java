package news.dateline.enrich.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Says which words decided that a name was recognized: each word of the name and around it is covered in turn, and the
 * paragraph is read again. What the score loses is the word's weight (occlusion, Zeiler and Fergus, 2014). Knows nothing of
 * how the recognizer works, so it explains any. As thread-safe as the recognizer.
 */
public final class WordReasons {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int AROUND = 60;
    private static final int MOST = 5;
    private static final double LEAST = 0.01;

    private final Annotator<List<Entity>> recognizer;

    public WordReasons(Annotator<List<Entity>> recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * The words, the weightiest first, at most 5.
     *
     * @param field text of the field that the mention lies in
     * @return empty if its paragraph alone does not make it a name: then the rest of the article did
     */
    public List<Reason> of(String field, Mention mention, Entity entity, String language) {
        int gap = field.lastIndexOf("\n\n", mention.getStart());
        int from = gap < 0 ? 0 : gap + 2;
        int to = field.indexOf("\n\n", mention.getEnd());
        String paragraph = field.substring(from, to < 0 ? field.length() : to);
        int start = mention.getStart() - from;
        int end = mention.getEnd() - from;
        double whole = score(paragraph, start, end, entity, language);
        List<Reason> reasons = new ArrayList<>();
        Matcher words = WORD.matcher(paragraph);
        while (whole > 0 && words.find()) {
            if (words.end() < start - AROUND || words.start() > end + AROUND) {
                continue;
            }
            double weight = whole - score(covered(paragraph, words), start, end, entity, language);
            if (weight >= LEAST) {
                reasons.add(new Reason(words.group(), Math.min(1, weight / whole)));
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
        return List.copyOf(reasons.subList(0, Math.min(MOST, reasons.size())));
    }

    /** The word made unreadable, its length and capitals kept. */
    private static String covered(String text, Matcher word) {
        StringBuilder covered = new StringBuilder(text);
        for (int i = word.start(); i < word.end(); i++) {
            char c = text.charAt(i);
            covered.setCharAt(i, Character.isUpperCase(c) ? 'X' : Character.isDigit(c) ? '0' : 'x');
        }
        return covered.toString();
    }

    private double score(String paragraph, int start, int end, Entity entity, String language) {
        ArticleText text = new ArticleText("", "", paragraph, language, List.of(), null);
        return recognizer.annotate(text).stream()
                .filter(found -> found.getType() == entity.getType())
                .filter(found ->
                        found.getMentions().stream().anyMatch(at -> at.getStart() < end && at.getEnd() > start))
                .mapToDouble(Entity::getScore)
                .max()
                .orElse(0);
    }
}
