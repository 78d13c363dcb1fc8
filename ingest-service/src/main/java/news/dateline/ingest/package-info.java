/** The way in: whatever a newsroom sends becomes a clean article on the raw topic. */
@Configuration
@Requires(property = "dateline.service", value = "ingest")
package news.dateline.ingest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
