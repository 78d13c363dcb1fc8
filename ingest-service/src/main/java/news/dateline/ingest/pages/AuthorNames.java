package news.dateline.ingest.pages;

import java.util.List;

/** The persons that a byline names, for formats that carry bylines as one text. Stateless and thread-safe. */
public final class AuthorNames {
    private AuthorNames() {}

    /**
     * Names without "By" and without titles, each once: {@code By Jane Doe and John Roe, Staff Writers} names two.
     *
     * @return an empty list if the text names nobody
     */
    public static List<String> of(String byline) {
        People people = new People(null);
        people.add(byline);
        return people.names();
    }
}
