package news.dateline.enrich.entities;

import java.util.Arrays;

/**
 * Marks the runs of capitalised words of a sentence: narrow ones of capitalised words only, and wide ones joined by
 * connectors ("Ministry of Maritime Affairs"). A word outside of any run has an empty run at itself. Stateless,
 * thread-safe.
 */
final class Runs {

    private static final int[] CONNECTORS = hashes(
            "of", "for", "de", "la", "al", "el", "bin", "ibn", "ul", "von", "van", "der", "den", "del", "di", "da",
            "dos", "du", "des", "das", "&", "-", "e", "y", "and", "the", "on", "to", "in", "'s");

    private Runs() {}

    private static int[] hashes(String... words) {
        int[] hashes = Arrays.stream(words).mapToInt(Hashes::lower).toArray();
        Arrays.sort(hashes);
        return hashes;
    }

    static void find(Words words) {
        for (int i = 0; i < words.size; i++) {
            words.runStart[i] = words.runEnd[i] = words.wideStart[i] = words.wideEnd[i] = i;
            if (!words.isCap(i) && Arrays.binarySearch(CONNECTORS, words.lower[i]) >= 0) {
                words.flags[i] |= Words.CONNECTOR;
            }
        }
        narrow(words);
        wide(words);
    }

    private static void narrow(Words words) {
        for (int start = 0; start < words.size; start++) {
            int end = start;
            while (words.isCap(end)) {
                end++;
            }
            for (int i = start; i < end; i++) {
                words.runStart[i] = start;
                words.runEnd[i] = end;
            }
            start = Math.max(start, end - 1);
        }
    }

    private static void wide(Words words) {
        for (int start = 0; start < words.size; start++) {
            if (!words.isCap(start)) {
                continue;
            }
            int end = start + 1;
            int next = end;
            while (next < words.size && next - end < 3) {
                if (words.isCap(next)) {
                    end = ++next;
                } else if ((words.flags[next] & Words.CONNECTOR) != 0 && next - end < 2) {
                    next++;
                } else {
                    break;
                }
            }
            for (int i = start; i < end; i++) {
                words.wideStart[i] = start;
                words.wideEnd[i] = end;
            }
            start = end - 1;
        }
    }
}
