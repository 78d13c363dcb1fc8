package news.dateline.enrich.trends;

import java.util.function.Predicate;

/** Where counts are kept: in the stream, a state store. */
public interface TrendStore {
    /** Null if there is none. */
    TrendState get(String key);

    void put(String key, TrendState state);

    /** Forgets what is old. */
    void removeIf(Predicate<TrendKey> old);

    /**
     * A key with its newest window.
     *
     * @param key as given to {@link #put}
     * @param window number of the window
     */
    record TrendKey(String key, long window) {}
}
