package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.CrfModel;
import news.dateline.enrich.entities.NameSpan;
import news.dateline.enrich.entities.SentenceReader;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;

/**
 * Prepares the sentences of a second training with a first model as teacher: labelled sentences that the teacher,
 * which has seen them, still finds all but impossible are left out as mislabelled, and sentences of unlabelled news
 * that the teacher is sure of are added with its labels (after Xie et al., "Self-training with noisy student",
 * 2020). One thread.
 */
final class SecondRound {

    private static final double IMPOSSIBLE = 0.0005;
    private static final double SURE = 0.6;

    private final SentenceReader teacher;
    private final Tokenizer tokenizer = new Tokenizer();

    SecondRound(CrfModel teacher) {
        this.teacher = new SentenceReader(teacher, StrictMath::exp);
    }

    List<Sentence> refine(List<Sentence> labelled, List<String> texts) {
        List<Sentence> sentences = new ArrayList<>();
        for (Sentence sentence : labelled) {
            if (teacher.plausibility(Tokens.ofWords(sentence.words()), sentence.labels()) >= IMPOSSIBLE) {
                sentences.add(sentence);
            }
        }
        for (String text : texts) {
            Tokens tokens = tokenizer.tokenize(text);
            for (int s = 0; s < tokens.sentences(); s++) {
                int start = tokens.sentenceStart(s);
                int end = tokens.sentenceEnd(s);
                if (end - start > 4 && teacher.confidence(tokens, start, end) >= SURE) {
                    sentences.add(label(tokens, start, end));
                }
            }
        }
        return sentences;
    }

    private Sentence label(Tokens tokens, int start, int end) {
        List<String> words = new ArrayList<>();
        for (int i = start; i < end; i++) {
            words.add(tokens.token(i));
        }
        List<NameSpan> names = new ArrayList<>();
        teacher.read(tokens, start, end, names);
        return new Sentence(
                words,
                names.stream()
                        .map(name -> new Sentence.Gold(name.first() - start, name.last() - start, name.type()))
                        .toList());
    }
}
