/**
 * Reads feeds and sitemaps, and decides when one is asked again. Pure: bytes and times in, values out; no HTTP, no
 * Kafka.
 *
 * <p>One lenient parser reads everything, well-formed or not, so that a feed whose form varies from day to day gives
 * the same articles each time. It knows no external entities and expands none, its nesting is cut at a fixed depth,
 * and its work is linear in the document's length.
 */
package news.dateline.ingest.feeds;
