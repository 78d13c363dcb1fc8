package news.dateline.enrich.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
    private final KeyIndex index = new KeyIndex();

    @Test
    void thoseThatShareMostComeFirstThenTheOldest() {
        index.add("one", new int[] {1, 2, 3});
        index.add("two", new int[] {1, 2});
        index.add("three", new int[] {1, 2});
        index.add("four", new int[] {1});
        assertThat(index.sharing(new int[] {1, 2, 3}, 2, 10)).containsExactly("one", "two", "three");
        assertThat(index.sharing(new int[] {1, 2, 3}, 2, 2)).containsExactly("one", "two");
    }

    @Test
    void whatIsRemovedIsFoundNoMore() {
        long one = index.add("one", new int[] {1});
        index.add("two", new int[] {1});
        index.remove(one);
        assertThat(index.sharing(new int[] {1}, 1, 10)).containsExactly("two");
    }

    @Test
    void aKeyThatAllHaveCostsNoMoreThanItsNewest() {
        IntStream.range(0, 5_000).forEach(i -> index.add("a" + i, new int[] {7}));
        assertThat(index.sharing(new int[] {7}, 1, 100)).hasSize(16).contains("a4999");
    }

    @Test
    void aRollingWindowAnswersAsAPlainMapDoes() {
        Random random = new Random(5);
        Map<String, int[]> plain = new HashMap<>();
        Deque<Map.Entry<String, Long>> order = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            int[] keys = random.ints(random.nextInt(KeyIndex.KEYS + 1), 0, 1_000_000)
                    .distinct()
                    .toArray();
            order.add(Map.entry("a" + i, index.add("a" + i, keys)));
            plain.put("a" + i, keys);
            if (order.size() > 3_000) {
                Map.Entry<String, Long> oldest = order.remove();
                index.remove(oldest.getValue());
                plain.remove(oldest.getKey());
            }
            if (i % 500 == 0) {
                int wanted = random.nextInt(1_000_000);
                int[] sought = {wanted, keys.length == 0 ? wanted : keys[0]};
                List<String> expected = plain.entrySet().stream()
                        .filter(entry ->
                                IntStream.of(entry.getValue()).anyMatch(key -> key == sought[0] || key == sought[1]))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(index.sharing(sought, 1, 1_000)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }
}
