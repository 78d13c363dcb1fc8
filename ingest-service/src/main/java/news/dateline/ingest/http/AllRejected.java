package news.dateline.ingest.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import news.dateline.ingest.articles.Receipt;

/** The problem of a request whose items are all refused (RFC 9457), with the receipt's members beside it. */
@Introspected
record AllRejected(
        String title, int status, String detail, List<Receipt.Accepted> accepted, List<Receipt.Rejected> rejected) {
    static AllRejected of(List<Receipt.Rejected> rejected) {
        String detail =
                switch (rejected.size()) {
                    case 0 -> "the body holds no article";
                    case 1 -> rejected.get(0).detail();
                    default ->
                        "none of the " + rejected.size() + " items is an acceptable article; the first: "
                                + rejected.get(0).detail();
                };
        return new AllRejected("Unprocessable Entity", 422, detail, List.of(), rejected);
    }
}
