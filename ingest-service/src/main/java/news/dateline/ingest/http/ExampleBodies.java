package news.dateline.ingest.http;

/** Bodies of requests as /openapi.yaml shows them; a test sends each. */
final class ExampleBodies {
    static final String JSON = """
            {"uri": "urn:harbour-post:4711", "source": {"id": "harbour-post", "name": "The Harbour Post"},
             "headline": "Harbour bridge opens in Oslo", "publishedAt": "2026-03-01T09:00:00+01:00", "language": "en",
             "body": "The new harbour bridge in Oslo opened to traffic on Sunday, said mayor Kari Holm."}""";

    static final String NDJSON = """
            {"headline": "Ferry to Bergen is late", "body": "The ferry waits for the tide."}
            {"headline": "Funicular in Bergen stands still", "body": "A cable is being changed."}
            """;

    static final String HTML = """
            <!doctype html><html lang="en"><head><title>Tram line to Majorstuen closed</title></head><body><article>
            <h1>Tram line to Majorstuen closed</h1>
            <p>OSLO: The tram line to Majorstuen is closed until Thursday, the city of Oslo said on Monday.</p>
            <p>Workers change the rails between the National Theatre and Majorstuen, and buses run in place of trams.</p>
            <p>The line carries some forty thousand passengers on a weekday, more than any other line of the city.</p>
            </article></body></html>
            """;

    private ExampleBodies() {}
}
