package news.dateline.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Detects the language that a text is written in, with Apache OpenNLP's language detector model. Thread-safe. The tag is
 * a primary language subtag (BCP 47), or {@code und} where the text is too short or too mixed to say.
 */
public final class LanguageAnnotator implements Annotator<String> {
    public static final String UNKNOWN = "und";

    /** Shorter texts are guesses. In letters. */
    private static final int MIN_LETTERS = 20;

    /** Enough text to be sure, and to stay fast on long articles. In UTF-16 code units. */
    private static final int MAX_LENGTH = 300;

    /** With such a part of common English words a text is English, whatever its letters look like. */
    private static final double ENGLISH = 0.6;

    /** With such a part it is, where the detector is not sure of another language. */
    private static final double RATHER_ENGLISH = 0.45;

    /** Below it the detector takes short English sentences full of names for other languages. */
    private static final double UNSURE = 0.06;

    /** Below it, it has no idea. */
    private static final double GUESS = 0.015;

    private static final String MODEL = "/langdetect-183.bin";

    private final EnglishWords englishWords = new EnglishWords();
    private final LanguageDetector detector;
    private final Map<String, String> subtags = subtags();

    /** Loads the model from the class path. */
    public LanguageAnnotator() {
        try (InputStream in = LanguageAnnotator.class.getResourceAsStream(MODEL)) {
            detector = new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the language detector model", e);
        }
    }

    @Override
    public String model() {
        return "words-and-opennlp-langdetect@1.4.0";
    }

    @Override
    public String annotate(ArticleText text) {
        String sample = sample(text);
        double english = englishWords.share(sample);
        if (english >= ENGLISH) {
            return "en";
        }
        if (sample.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
            return UNKNOWN;
        }
        Language best = detector.predictLanguage(sample);
        String language = subtags.getOrDefault(best.getLang(), UNKNOWN);
        boolean unsure = best.getConfidence() < UNSURE || language.equals(UNKNOWN);
        if (unsure && english >= RATHER_ENGLISH) {
            return "en";
        }
        return best.getConfidence() < GUESS ? UNKNOWN : language;
    }

    private static String sample(ArticleText text) {
        String all = text.headline() + "\n" + text.standfirst() + "\n" + text.body();
        return all.length() > MAX_LENGTH ? all.substring(0, MAX_LENGTH) : all;
    }

    /** ISO 639-3, which the model speaks, to BCP 47. */
    private static Map<String, String> subtags() {
        Map<String, String> subtags = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            subtags.put(Locale.forLanguageTag(two).getISO3Language(), two);
        }
        // Java still knows these three by the codes that they had before 1989.
        subtags.put("heb", "he");
        subtags.put("ind", "id");
        subtags.put("yid", "yi");
        subtags.put("cmn", "zh");
        subtags.put("nob", "nb");
        subtags.put("pes", "fa");
        subtags.put("ekk", "et");
        subtags.put("lvs", "lv");
        subtags.put("pnb", "pa");
        return Map.copyOf(subtags);
    }
}
