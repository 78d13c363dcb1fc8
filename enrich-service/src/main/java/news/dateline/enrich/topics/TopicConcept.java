package news.dateline.enrich.topics;

/**
 * A concept of IPTC Media Topics.
 *
 * @param code QCode, {@code medtop:20000638}
 * @param broader the code of the next broader concept, empty for a root
 * @param name English name
 * @param definition what editors file under it, in English
 */
public record TopicConcept(String code, String broader, String name, String definition) {
    /** True if there is nothing broader. */
    public boolean isRoot() {
        return broader.isEmpty();
    }
}
