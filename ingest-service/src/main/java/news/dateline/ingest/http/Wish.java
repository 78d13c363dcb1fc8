package news.dateline.ingest.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a subscriber wants.
 *
 * @param url address of the feed
 * @param interval ISO-8601 duration between two polls, PT5M if not said
 * @param fullText whether the linked pages are fetched for their full text
 */
@Introspected
@Schema(description = "What a subscriber wants.")
record Wish(String url, @Nullable String interval, @Nullable Boolean fullText) {}
