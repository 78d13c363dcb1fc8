package news.dateline.ingest.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param status HTTP status
 * @param url the address that answered, behind all redirects
 * @param permanentUrl the address behind the leading redirects that were permanent (301, 308), {@code null} if the
 *     first was none
 * @param headers header fields, names in lower case, the last value of each
 * @param body body, decompressed; empty where there was none
 * @param cut {@code null}, or why the body ends before its end
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Answer(
        int status, String url, String permanentUrl, Map<String, String> headers, byte[] body, String cut) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]{1,40})");

    /** A header field, or {@code null}. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The charset that Content-Type names, or {@code null}. */
    public String charset() {
        String type = header("content-type");
        Matcher named = CHARSET.matcher(type == null ? "" : type);
        return named.find() ? named.group(1) : null;
    }

    /** Whether the server reserves the rights of text and data mining (TDM Reservation Protocol); {@code null} unsaid. */
    public Boolean tdmReservation() {
        String said = header("tdm-reservation");
        return said == null ? null : Boolean.valueOf(said.strip().equals("1"));
    }
}
