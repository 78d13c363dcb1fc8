package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a body was found, and how much of what was found is body: by runs of four words, as in the article
 * extraction benchmark of Zyte (scrapinghub). Each page has the same weight, however long it is.
 *
 * @param hit share of shingles in both
 * @param extra share of shingles only in what was found
 * @param missed share of shingles only in what was expected
 */
record ShingleScore(double hit, double extra, double missed) {
    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}]|[\\p{L}\\p{N}_&&[^\\p{IsHan}]]+");

    static ShingleScore of(String expected, String found) {
        Map<String, Integer> left = shingles(expected);
        Map<String, Integer> right = shingles(found);
        double hit = 0;
        double missed = 0;
        double extra = 0;
        for (Map.Entry<String, Integer> entry : left.entrySet()) {
            int both = Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
            hit += both;
            missed += entry.getValue() - both;
        }
        for (Map.Entry<String, Integer> entry : right.entrySet()) {
            extra += Math.max(0, entry.getValue() - left.getOrDefault(entry.getKey(), 0));
        }
        double all = Math.max(1, hit + missed + extra);
        return new ShingleScore(hit / all, extra / all, missed / all);
    }

    double f1() {
        return hit == 0 ? 0 : 2 * hit / (2 * hit + extra + missed);
    }

    /** The score over several pages. */
    static ShingleScore sum(List<ShingleScore> scores) {
        double hit = 0;
        double extra = 0;
        double missed = 0;
        for (ShingleScore score : scores) {
            hit += score.hit;
            extra += score.extra;
            missed += score.missed;
        }
        return new ShingleScore(hit, extra, missed);
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        Map<String, Integer> shingles = new HashMap<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            shingles.merge(String.join(" ", words.subList(i, i + WORDS)), 1, Integer::sum);
        }
        return shingles;
    }
}
