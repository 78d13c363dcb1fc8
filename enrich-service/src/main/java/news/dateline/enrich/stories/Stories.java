package news.dateline.enrich.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.Story;
import news.dateline.StoryRef;
import news.dateline.StoryStatus;
import news.dateline.TopicTag;

/**
 * Puts each article into the story that it tells of, as it comes: single-pass clustering of term vectors over the last
 * 72 hours, by the time of their records. An article joins the nearest story, or begins one. Two stories that turn out to
 * be one are merged into the older; a story whose articles fall apart is split. The same articles in the same order give
 * the same stories under the same ids. Not thread-safe: it belongs to one stream task.
 */
public final class Stories {
    /** How long a story waits for its next article. In milliseconds. */
    public static final long WINDOW = Duration.ofDays(3).toMillis();

    /** An article joins a story that is at least so near. */
    private static final double JOIN = 0.15;

    /** Similarity fades with the time since the story's last article, by the factor e in so many milliseconds. */
    private static final double FADE = Duration.ofDays(3).toMillis();

    /** Two stories are one if an article belongs to both and their middles are so near. */
    private static final double MERGE = 0.4;

    /** A story is looked at for falling apart each time that so many more articles have joined. */
    private static final int LOOK_EVERY = 16;

    /** Least articles of a part that is split off. */
    private static final int LEAST_PART = 5;

    /** Articles of one part are so near to one another, in a chain. */
    private static final double LINK = 0.12;

    /** Stories looked up by the terms of an article, those of its rarest terms first: what many have tells none apart. */
    private static final int MOST_READ = 1_500;

    /** Stories compared in full. */
    private static final int MOST_COMPARED = 16;

    private static final int ENTITIES = 5;

    private record Candidate(OpenStory story, double similarity) {}

    private record Place(String article, long time) {}

    private final StoryStore store;
    private final StoryTerms terms = new StoryTerms();
    private final Map<String, OpenStory> stories = new HashMap<>();
    private final Map<Integer, Set<OpenStory>> byTerm = new HashMap<>();
    private final Deque<Place> arrivals = new ArrayDeque<>();
    private long sequence;
    private long now = Long.MIN_VALUE;

    /** Begins with what is in the store. */
    public Stories(StoryStore store) {
        this.store = store;
        store.stories().forEach(entry -> stories.put(entry.getKey(), OpenStory.of(entry.getKey(), entry.getValue())));
        List<OpenStory.Member> known = new ArrayList<>();
        store.articles().forEach(entry -> known.add(member(entry.getKey(), entry.getValue())));
        known.sort(Comparator.comparingLong(member -> member.article().getSequence()));
        for (OpenStory.Member member : known) {
            stories.get(member.article().getStory()).restore(member);
            arrivals.add(new Place(member.id(), member.article().getTime()));
            sequence = member.article().getSequence() + 1;
        }
        stories.values().stream()
                .sorted(Comparator.comparing(story -> story.id))
                .forEach(this::index);
    }

    /**
     * Finds the story of an article's version. A correction stays in the story that the article is in.
     *
     * @param time time of its record, in milliseconds since the epoch
     */
    public Told arrived(EnrichedArticle article, long time) {
        Map<String, Story> changed = forget(time);
        StoryArticle before = store.article(article.getId());
        TermVector vector = terms.of(article);
        if (before != null) {
            OpenStory story = stories.get(before.getStory());
            StoryArticle kept = described(article, before.getStory(), before.getTime(), before.getSimilarity(), vector);
            unindex(story);
            story.replace(new OpenStory.Member(article.getId(), vector, kept));
            index(story);
            store.putArticle(article.getId(), kept);
            return told(new StoryRef(story.id, before.getSimilarity()), story, changed);
        }
        List<Candidate> near = near(vector, time);
        boolean begins = near.isEmpty();
        double similarity = begins ? 1 : rounded(near.get(0).similarity());
        OpenStory story =
                begins ? begun(article.getId(), null, time) : near.get(0).story();
        StoryArticle kept = described(article, story.id, time, similarity, vector);
        story.join(new OpenStory.Member(article.getId(), vector, kept));
        store.putArticle(article.getId(), kept);
        arrivals.add(new Place(article.getId(), time));
        index(story, vector);
        story = merged(story, near, changed);
        if (story.count() % LOOK_EVERY == 0) {
            split(story, changed);
        }
        String found = store.article(article.getId()).getStory();
        return told(new StoryRef(found, similarity), story, changed);
    }

    /** An article that is killed or withheld is in no story. */
    public Told gone(String id, long time) {
        Map<String, Story> changed = forget(time);
        StoryArticle before = store.article(id);
        if (before == null) {
            return new Told(null, List.copyOf(changed.values()));
        }
        store.putArticle(id, null);
        OpenStory story = stories.get(before.getStory());
        unindex(story);
        story.leave(id);
        index(story);
        if (story.members().isEmpty()) {
            close(story, changed);
            return new Told(null, List.copyOf(changed.values()));
        }
        return told(null, story, changed);
    }

    private Told told(StoryRef ref, OpenStory story, Map<String, Story> changed) {
        store.putStory(story.id, story.state());
        changed.put(story.id, story.shown(StoryStatus.active, null));
        return new Told(ref, List.copyOf(changed.values()));
    }

    /** Stories that the article may belong to, nearest first; of equally near ones the older. */
    private List<Candidate> near(TermVector vector, long time) {
        Map<OpenStory, Double> shared = new HashMap<>();
        int read = 0;
        for (int i : rarestFirst(vector)) {
            Set<OpenStory> having = byTerm.getOrDefault(vector.terms()[i], Set.of());
            read += having.size();
            if (read > MOST_READ) {
                break;
            }
            having.forEach(story -> shared.merge(story, (double) vector.weights()[i], Double::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<OpenStory, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().firstSeen)
                        .thenComparing(entry -> entry.getKey().id))
                .limit(MOST_COMPARED)
                .map(entry -> new Candidate(entry.getKey(), faded(entry.getKey(), vector, time)))
                .filter(candidate -> candidate.similarity() >= JOIN)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.similarity())
                        .thenComparing(candidate -> candidate.story().firstSeen)
                        .thenComparing(candidate -> candidate.story().id))
                .toList();
    }

    /** Places of the terms, those that fewest stories have before the others. */
    private List<Integer> rarestFirst(TermVector vector) {
        return IntStream.range(0, vector.terms().length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> byTerm.getOrDefault(vector.terms()[i], Set.of()).size()))
                .toList();
    }

    private static double faded(OpenStory story, TermVector vector, long time) {
        double since = Math.max(0, time - story.lastSeen());
        return story.similarity(vector) * Math.exp(-since / FADE);
    }

    /** Where the article belongs to another story as well and the two are near, the younger goes into the older. */
    private OpenStory merged(OpenStory story, List<Candidate> near, Map<String, Story> changed) {
        OpenStory into = story;
        for (Candidate candidate : near) {
            OpenStory other = candidate.story();
            if (other != story && other.cosine(into) >= MERGE) {
                boolean older = other.firstSeen < into.firstSeen
                        || other.firstSeen == into.firstSeen && other.id.compareTo(into.id) < 0;
                OpenStory absorbing = older ? other : into;
                OpenStory absorbed = older ? into : other;
                absorb(absorbing, absorbed, changed);
                into = absorbing;
            }
        }
        return into;
    }

    private void absorb(OpenStory absorbing, OpenStory absorbed, Map<String, Story> changed) {
        unindex(absorbed);
        absorbed.members().forEach(member -> move(member, absorbing.id));
        changed.put(absorbed.id, absorbed.shown(StoryStatus.merged, absorbing.id));
        absorbing.absorb(absorbed);
        index(absorbing);
        stories.remove(absorbed.id);
        store.putStory(absorbed.id, null);
    }

    private void move(OpenStory.Member member, String story) {
        member.article().setStory(story);
        store.putArticle(member.id(), member.article());
    }

    /** The parts into which a story falls, by chains of articles that are near to one another: all but the first leave. */
    private void split(OpenStory story, Map<String, Story> changed) {
        List<List<OpenStory.Member>> parts = Parts.of(story.members(), LINK);
        for (List<OpenStory.Member> part : parts.subList(1, parts.size())) {
            if (part.size() >= LEAST_PART) {
                unindex(story);
                OpenStory off =
                        begun(part.get(0).id(), story.id, part.get(0).article().getTime());
                for (OpenStory.Member member : part) {
                    story.leave(member.id());
                    move(member, off.id);
                    off.join(member);
                }
                index(story);
                index(off);
                store.putStory(off.id, off.state());
                changed.put(off.id, off.shown(StoryStatus.active, null));
            }
        }
    }

    /** The id follows from the first article; of a part that is split off, from the story as well. */
    private OpenStory begun(String firstArticle, String splitFrom, long time) {
        String name = "story/" + (splitFrom == null ? "" : splitFrom + "/") + firstArticle;
        OpenStory story =
                new OpenStory(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(), splitFrom, time);
        stories.put(story.id, story);
        return story;
    }

    /** What has left the window: articles are compared with no more, stories without any are closed. */
    private Map<String, Story> forget(long time) {
        now = Math.max(now, time);
        Map<String, Story> changed = new LinkedHashMap<>();
        while (!arrivals.isEmpty() && arrivals.peek().time() < now - WINDOW) {
            String id = arrivals.remove().article();
            StoryArticle article = store.article(id);
            if (article != null && article.getTime() < now - WINDOW) {
                store.putArticle(id, null);
                OpenStory story = stories.get(article.getStory());
                unindex(story);
                if (story.lastSeen() < now - WINDOW) {
                    close(story, changed);
                }
                story.forget(id);
                if (stories.containsKey(story.id)) {
                    index(story);
                }
            }
        }
        return changed;
    }

    private void close(OpenStory story, Map<String, Story> changed) {
        if (stories.remove(story.id) != null) {
            unindex(story);
            story.members().forEach(member -> store.putArticle(member.id(), null));
            store.putStory(story.id, null);
            changed.put(story.id, story.shown(StoryStatus.closed, null));
        }
    }

    private void index(OpenStory story) {
        story.terms()
                .forEach(term ->
                        byTerm.computeIfAbsent(term, key -> new HashSet<>()).add(story));
    }

    private void index(OpenStory story, TermVector vector) {
        for (int term : vector.terms()) {
            byTerm.computeIfAbsent(term, key -> new HashSet<>()).add(story);
        }
    }

    private void unindex(OpenStory story) {
        story.terms()
                .forEach(term -> byTerm.computeIfPresent(term, (key, having) -> {
                    having.remove(story);
                    return having.isEmpty() ? null : having;
                }));
    }

    private static OpenStory.Member member(String id, StoryArticle article) {
        return new OpenStory.Member(id, TermVector.of(article.getTerms()), article);
    }

    private StoryArticle described(
            EnrichedArticle article, String story, long time, double similarity, TermVector vector) {
        return StoryArticle.newBuilder()
                .setSequence(sequence++)
                .setStory(story)
                .setTime(time)
                .setSimilarity(similarity)
                .setHeadline(article.getHeadline())
                .setTerms(vector.packed())
                .setEntities(article.getEntities().stream()
                        .map(Entity::getName)
                        .distinct()
                        .limit(ENTITIES)
                        .toList())
                .setTopics(article.getTopics().stream().map(TopicTag::getCode).toList())
                .build();
    }

    private static double rounded(double similarity) {
        return Math.round(similarity * 1000) / 1000.0;
    }
}
