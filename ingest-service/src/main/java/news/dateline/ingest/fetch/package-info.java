/**
 * Fetches what others publish, safely and politely: only public addresses, at every redirect anew; bounded in size and
 * time; one request at a time to a host; pages only where robots.txt allows it. Knows neither Kafka nor Micronaut.
 */
package news.dateline.ingest.fetch;
