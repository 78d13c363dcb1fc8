/** The middle: raw articles become tagged ones, in one Kafka Streams topology. */
@Configuration
@Requires(property = "dateline.service", value = "enrich")
package news.dateline.enrich;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
