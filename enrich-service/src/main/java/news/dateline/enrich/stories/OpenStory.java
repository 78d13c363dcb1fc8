package news.dateline.enrich.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import news.dateline.Story;
import news.dateline.StoryPoint;
import news.dateline.StoryStatus;

/** A story that articles may join, with those of the last 72 hours in memory. Not thread-safe. */
final class OpenStory {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** Articles that a new one is compared with: the newest. */
    private static final int COMPARED = 16;

    /** Of these the nearest count. */
    private static final int NEAREST = 2;

    /** Weight of the middle of the story beside that of its nearest articles. */
    private static final double MIDDLE = 0.4;

    /** A weight below it is what rounding leaves of none. */
    private static final double NOTHING = 1e-5;

    /** In a long story the lead is chosen anew each time that so many articles have joined. */
    private static final int CHOOSE_EVERY = 16;

    private static final int MOST_ARTICLES = 50;
    private static final int MOST_HOURS = 72;
    private static final int ENTITIES = 5;
    private static final int TOPICS = 3;

    /** An entity or topic is the story's if at least this part of its articles have it. */
    private static final double SHARED = 0.4;

    record Member(String id, TermVector terms, StoryArticle article) {}

    final String id;
    final String splitFrom;
    final long firstSeen;

    /** The middle of the story: the sum of its articles' vectors. */
    private final Map<Integer, Double> sum = new HashMap<>();

    /** Square of its length. */
    private double squares;

    private final Deque<Member> members = new ArrayDeque<>();
    private final TreeMap<Long, Integer> course = new TreeMap<>();
    private String label = "";
    private String lead;
    private int count;
    private long lastSeen;

    OpenStory(String id, String splitFrom, long firstSeen) {
        this.id = id;
        this.splitFrom = splitFrom;
        this.firstSeen = firstSeen;
        this.lastSeen = firstSeen;
    }

    static OpenStory of(String id, StoryState state) {
        OpenStory story = new OpenStory(id, state.getSplitFrom(), state.getFirstSeen());
        story.label = state.getLabel();
        story.lead = state.getLeadArticle();
        story.count = state.getArticleCount();
        story.lastSeen = state.getLastSeen();
        for (int i = 0; i < state.getHours().size(); i++) {
            story.course.put(state.getHours().get(i), state.getPerHour().get(i));
        }
        return story;
    }

    StoryState state() {
        return new StoryState(
                splitFrom,
                label,
                lead,
                count,
                firstSeen,
                lastSeen,
                List.copyOf(course.keySet()),
                List.copyOf(course.values()));
    }

    /** Puts an article back that was in the story before a restart. */
    void restore(Member member) {
        members.addLast(member);
        add(member.terms(), 1);
    }

    void join(Member member) {
        restore(member);
        count++;
        lastSeen = Math.max(lastSeen, member.article().getTime());
        course.merge(Math.floorDiv(member.article().getTime(), HOUR), 1, Integer::sum);
        while (course.size() > MOST_HOURS) {
            course.pollFirstEntry();
        }
        chooseLead();
    }

    /** An article that is no longer in the window: it has joined, and is compared with no more. */
    void forget(String article) {
        members.removeIf(member -> removed(member, article));
    }

    /** An article that should never have been. */
    void leave(String article) {
        forget(article);
        count--;
        if (article.equals(lead)) {
            lead = null;
            label = "";
        }
        chooseLead();
    }

    /** Another version of an article that is in the story. */
    void replace(Member member) {
        forget(member.id());
        restore(member);
        if (member.id().equals(lead)) {
            label = member.article().getHeadline();
        }
    }

    private boolean removed(Member member, String article) {
        boolean it = member.id().equals(article);
        if (it) {
            add(member.terms(), -1);
        }
        return it;
    }

    private void add(TermVector terms, int sign) {
        for (int i = 0; i < terms.terms().length; i++) {
            double before = sum.getOrDefault(terms.terms()[i], 0.0);
            double after = before + sign * terms.weights()[i];
            squares += after * after - before * before;
            if (after < NOTHING) {
                sum.remove(terms.terms()[i]);
            } else {
                sum.put(terms.terms()[i], after);
            }
        }
    }

    /** Terms of its articles. */
    Iterable<Integer> terms() {
        return sum.keySet();
    }

    /** How near an article is, 0 to 1, whatever the time between. */
    double similarity(TermVector terms) {
        double best = 0;
        double second = 0;
        int compared = 0;
        for (Iterator<Member> newest = members.descendingIterator();
                newest.hasNext() && compared < COMPARED;
                compared++) {
            double cosine = terms.cosine(newest.next().terms());
            second = Math.max(second, Math.min(cosine, best));
            best = Math.max(best, cosine);
        }
        double nearest = compared < NEAREST ? best : (best + second) / NEAREST;
        return MIDDLE * toMiddle(terms) + (1 - MIDDLE) * nearest;
    }

    private double toMiddle(TermVector terms) {
        double dot = 0;
        for (int i = 0; i < terms.terms().length; i++) {
            dot += terms.weights()[i] * sum.getOrDefault(terms.terms()[i], 0.0);
        }
        return dot == 0 ? 0 : dot / length();
    }

    /** Cosine of the angle between the middles of two stories. */
    double cosine(OpenStory other) {
        double dot = 0;
        for (Map.Entry<Integer, Double> term : sum.entrySet()) {
            dot += term.getValue() * other.sum.getOrDefault(term.getKey(), 0.0);
        }
        return dot == 0 ? 0 : dot / (length() * other.length());
    }

    private double length() {
        return Math.sqrt(squares);
    }

    /** The lead stays unless another is clearly nearer to the middle, so that labels do not flicker. */
    private void chooseLead() {
        if (lead != null && count > 2 * CHOOSE_EVERY && count % CHOOSE_EVERY != 0) {
            return;
        }
        double best = -1;
        Member nearest = null;
        double standing = -1;
        for (Iterator<Member> newest = members.descendingIterator(); newest.hasNext(); ) {
            Member member = newest.next();
            double middle = toMiddle(member.terms());
            if (member.id().equals(lead)) {
                standing = middle;
            }
            if (middle >= best) {
                best = middle;
                nearest = member;
            }
        }
        if (nearest != null && best > standing + 0.1) {
            lead = nearest.id();
            label = nearest.article().getHeadline();
        }
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /** Takes the articles of another story over. */
    void absorb(OpenStory other) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(other.members);
        all.sort(Comparator.comparingLong(member -> member.article().getSequence()));
        members.clear();
        members.addAll(all);
        other.members.forEach(member -> add(member.terms(), 1));
        count += other.count;
        lastSeen = Math.max(lastSeen, other.lastSeen);
        other.course.forEach((hour, articles) -> course.merge(hour, articles, Integer::sum));
        chooseLead();
    }

    int count() {
        return count;
    }

    long lastSeen() {
        return lastSeen;
    }

    Story shown(StoryStatus status, String mergedInto) {
        List<Member> newestFirst = new ArrayList<>();
        members.descendingIterator().forEachRemaining(newestFirst::add);
        return Story.newBuilder()
                .setId(id)
                .setLabel(label)
                .setLeadArticle(lead)
                .setStatus(status)
                .setMergedInto(mergedInto)
                .setSplitFrom(splitFrom)
                .setArticleCount(count)
                .setArticles(newestFirst.stream()
                        .map(Member::id)
                        .limit(MOST_ARTICLES)
                        .toList())
                .setFirstSeen(Instant.ofEpochMilli(firstSeen))
                .setLastSeen(Instant.ofEpochMilli(lastSeen))
                .setCourse(course.entrySet().stream()
                        .map(hour -> new StoryPoint(Instant.ofEpochMilli(hour.getKey() * HOUR), hour.getValue()))
                        .toList())
                .setEntities(shared(newestFirst, StoryArticle::getEntities, ENTITIES))
                .setTopics(shared(newestFirst, StoryArticle::getTopics, TOPICS))
                .build();
    }

    private static List<String> shared(List<Member> members, Function<StoryArticle, List<String>> tags, int most) {
        Map<String, Integer> articles = new LinkedHashMap<>();
        for (Member member : members) {
            tags.apply(member.article()).forEach(tag -> articles.merge(tag, 1, Integer::sum));
        }
        return articles.entrySet().stream()
                .filter(tag -> tag.getValue() >= SHARED * members.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
