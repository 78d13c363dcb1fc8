package news.dateline.enrich.topics.training;

import java.util.Locale;
import news.dateline.enrich.topics.Roots;

/** Counts how often the first root, and the first three, are the one that a text is filed under. Not thread-safe. */
final class RootFigures {

    private final int[][] confusion = new int[Roots.COUNT][Roots.COUNT + 1];
    private int texts;
    private int amongThree;

    /**
     * Counts a text.
     *
     * @param filed where it belongs
     * @param ranking roots, best first; empty if the classifier abstained
     */
    void add(int filed, int[] ranking) {
        texts++;
        confusion[filed][ranking.length == 0 ? Roots.COUNT : ranking[0]]++;
        for (int i = 0; i < Math.min(3, ranking.length); i++) {
            amongThree += ranking[i] == filed ? 1 : 0;
        }
    }

    /** F1 over all texts and roots together; with one root a text and no abstention, the share that is right. */
    double micro() {
        int right = 0;
        int given = 0;
        for (int c = 0; c < Roots.COUNT; c++) {
            right += confusion[c][c];
            given += given(c);
        }
        return 2.0 * right / Math.max(1, given + texts);
    }

    /** The mean F1 of the roots that texts are filed under. */
    double macro() {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < Roots.COUNT; c++) {
            if (filed(c) > 0) {
                present++;
                sum += f1(c);
            }
        }
        return sum / Math.max(1, present);
    }

    double topThree() {
        return amongThree / (double) Math.max(1, texts);
    }

    double f1(int root) {
        return 2.0 * confusion[root][root] / Math.max(1, given(root) + filed(root));
    }

    private int given(int root) {
        int sum = 0;
        for (int[] row : confusion) {
            sum += row[root];
        }
        return sum;
    }

    private int filed(int root) {
        int sum = 0;
        for (int n : confusion[root]) {
            sum += n;
        }
        return sum;
    }

    /** The figures in one line. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%d texts: micro F1 %.4f, macro F1 %.4f, top three %.4f",
                texts,
                micro(),
                macro(),
                topThree());
    }

    /**
     * A Markdown table: a row for each root that texts are filed under, a column for each root given, the last for
     * none.
     */
    String matrix() {
        StringBuilder table = new StringBuilder("| filed |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int c = 0; c < Roots.COUNT; c++) {
            table.append(String.format(Locale.ROOT, " %02d |", c + 1));
            rule.append("--:|");
        }
        table.append(" none | F1 |\n").append(rule).append("--:|--:|\n");
        for (int c = 0; c < Roots.COUNT; c++) {
            if (filed(c) == 0) {
                continue;
            }
            table.append(String.format(Locale.ROOT, "| %02d |", c + 1));
            for (int n : confusion[c]) {
                table.append(' ').append(n).append(" |");
            }
            table.append(String.format(Locale.ROOT, " %.2f |%n", f1(c)));
        }
        return table.toString();
    }
}
