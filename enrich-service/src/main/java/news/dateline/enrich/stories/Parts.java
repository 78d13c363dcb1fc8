package news.dateline.enrich.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a story: articles that are linked by chains of near ones. Pure. */
final class Parts {
    /** More are not looked at: the newest count. */
    private static final int MOST = 64;

    private Parts() {}

    /** Largest part first, of equal ones that with the older article; within a part, oldest first. */
    static List<List<OpenStory.Member>> of(List<OpenStory.Member> members, double link) {
        List<OpenStory.Member> left =
                new ArrayList<>(members.subList(Math.max(0, members.size() - MOST), members.size()));
        List<List<OpenStory.Member>> parts = new ArrayList<>();
        while (!left.isEmpty()) {
            List<OpenStory.Member> part = new ArrayList<>(List.of(left.remove(0)));
            for (int i = 0; i < part.size(); i++) {
                TermVector terms = part.get(i).terms();
                List<OpenStory.Member> linked = left.stream()
                        .filter(member -> member.terms().cosine(terms) >= link)
                        .toList();
                part.addAll(linked);
                left.removeAll(linked);
            }
            part.sort(Comparator.comparingLong(member -> member.article().getSequence()));
            parts.add(part);
        }
        parts.sort(Comparator.comparingInt((List<OpenStory.Member> part) -> -part.size())
                .thenComparing(part -> part.get(0).article().getSequence()));
        return parts;
    }
}
