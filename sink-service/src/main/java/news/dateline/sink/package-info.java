/**
 * The way out: enriched articles into PostgreSQL, and from there to whoever asks. Its beans exist only in a context
 * that {@link news.dateline.sink.SinkService} configures, so that several services can share one class path.
 */
@Configuration
@Requires(property = "dateline.service", value = "sink")
package news.dateline.sink;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
