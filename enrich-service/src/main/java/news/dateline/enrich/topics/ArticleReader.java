package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Reads how the 17 roots share an article among them. A short text is one piece, read with its style. A longer one is
 * read passage by passage: each passage, about a sentence or two, shares itself out, and the shares are averaged with
 * weights by position, because news is written from the top down: headline and lead say what a story is about, its
 * tail is background. So a long tail of names cannot outvote the lead, as it does in one bag of words. Stateless,
 * thread-safe.
 */
final class ArticleReader {

    /** Up to this many words, a text that stands alone is read whole; one that has a headline and a body, fewer. */
    private static final int SHORT_ALONE = 90;

    private static final int SHORT_ARTICLE = 20;
    private static final double HEADLINE = 3;
    private static final double STANDFIRST = 2;
    private static final double LEAD = 2;
    private static final double BODY = 1;
    private static final double TAIL = 0.6;
    private static final int LEAD_PASSAGES = 3;
    private static final int BODY_PASSAGES = 10;
    private static final int MOST_PASSAGES = 24;

    private final TopicModel model;

    ArticleReader(TopicModel model) {
        this.model = model;
    }

    /** The roots' shares of a text and the calibration for them. */
    Reading read(ArticleText text) {
        String whole = joined(text);
        boolean article = !text.headline().isBlank() && !text.body().isBlank();
        if (Words.of(whole).size() <= (article ? SHORT_ARTICLE : SHORT_ALONE)) {
            return new Reading(model.shares(TextFeatures.styled(whole), true), model.shortTexts());
        }
        return new Reading(shares(text), model.articles());
    }

    private double[] shares(ArticleText text) {
        double[] sum = new double[Roots.COUNT];
        double weight = add(sum, text.headline(), HEADLINE);
        weight += add(sum, text.standfirst(), STANDFIRST);
        List<String> passages = Passages.of(text.body(), MOST_PASSAGES);
        for (int i = 0; i < passages.size(); i++) {
            weight += add(sum, passages.get(i), i < LEAD_PASSAGES ? LEAD : i < BODY_PASSAGES ? BODY : TAIL);
        }
        if (weight == 0) {
            return null;
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= weight;
        }
        return sum;
    }

    private double add(double[] sum, String passage, double weight) {
        double[] shares = model.shares(TextFeatures.plain(passage), false);
        if (shares == null) {
            return 0;
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] += weight * shares[c];
        }
        return weight;
    }

    /** Headline, standfirst and body as one text of sentences. */
    private static String joined(ArticleText text) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(text.headline(), text.standfirst(), text.body())) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return String.join(". ", parts);
    }
}
