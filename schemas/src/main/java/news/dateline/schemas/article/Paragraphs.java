package news.dateline.schemas.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares texts by their paragraphs. Pure and thread-safe. */
public final class Paragraphs {
    private Paragraphs() {}

    /** Those of one text that another lacks, in their order; of one that stands more often here, as many as are more. */
    public static List<String> without(List<String> paragraphs, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(paragraph -> left.merge(paragraph, 1, Integer::sum));
        List<String> rest = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (left.merge(paragraph, -1, Integer::sum) < 0) {
                rest.add(paragraph);
            }
        }
        return rest;
    }
}
