package news.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrfModelTest {

    private static byte[] committed() throws IOException {
        try (InputStream in = CrfModel.class.getResourceAsStream("entities-en.crf")) {
            return in.readAllBytes();
        }
    }

    @Test
    void committedModelLoadsAndIsSmall() throws IOException {
        assertThat(CrfModel.committed().features()).isGreaterThan(100_000);
        assertThat(committed()).hasSizeLessThan(8 << 20);
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] file = committed();
        assertThatThrownBy(() -> CrfModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CrfModel.read(new ByteArrayInputStream(Arrays.copyOf(file, file.length / 2))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void weightsSurviveWritingWithinHalfAStep() throws IOException {
        float[] weights = new float[Labels.COUNT << 7];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 29 - 14;
        }
        Lexicon lexicon = new Lexicon(new PhraseTable(new TreeMap<>()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CrfModel.write(file, lexicon, Weights.quantise(weights, 0.25f, 0.1f), new float[Transitions.size()]);
        float[] sums = new float[Labels.COUNT];
        CrfModel.read(new ByteArrayInputStream(file.toByteArray())).weights().emit(new int[] {3, 90}, 2, sums, 0);
        for (int label = 0; label < Labels.COUNT; label++) {
            assertThat(sums[label]).isEqualTo(weights[3 * Labels.COUNT + label] + weights[90 * Labels.COUNT + label]);
        }
    }

    @Test
    void phraseTableKeepsEveryEntry() {
        TreeMap<Integer, Short> entries = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            entries.put(Hashes.mix(i), (short) (i % 500 + 1));
        }
        PhraseTable table = new PhraseTable(entries);
        entries.forEach((key, value) -> assertThat(table.get(key)).isEqualTo((int) value));
        assertThat(table.get(Hashes.mix(5000))).isZero();
    }

    @Test
    void probabilitiesOfALatticeSumToOne() {
        Lattice lattice = new Lattice(StrictMath::exp);
        lattice.transitions(new Transitions(new float[Transitions.size()]));
        lattice.begin(4);
        for (int i = 0; i < 4 * Labels.COUNT; i++) {
            lattice.emissions()[i] = (i * 37 % 11) / 3f;
        }
        lattice.sum();
        for (int t = 0; t < 4; t++) {
            double total = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                total += lattice.marginal(t, label);
            }
            assertThat(total).isBetween(0.999999, 1.000001);
        }
        int[] labels = new int[4];
        lattice.viterbi(labels);
        for (int t = 1; t < 4; t++) {
            assertThat(Labels.follows(labels[t - 1], labels[t])).isTrue();
        }
    }
}
