package news.dateline.chaos;

/**
 * Begins no article before its time, and none while many are on their way, so that faults meet work at every place.
 * Thread-safe.
 *
 * @param begun when sending began, by {@link System#nanoTime}
 */
record LoadPace(ChaosSettings settings, Watcher watcher, long begun) implements Lane.Pace {
    /** Articles that may be begun and not yet told by the stream. */
    private static final int MOST_ON_THEIR_WAY = 3000;

    @Override
    public boolean isDue(int article) {
        double due = settings.least().toNanos() * (double) article / settings.articles();
        return System.nanoTime() - begun >= due && article - watcher.articles() <= MOST_ON_THEIR_WAY;
    }

    @Override
    public boolean isOver() {
        return System.nanoTime() - begun >= settings.most().toNanos();
    }
}
