package news.dateline.sink;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.util.Map;

/** Starts the sink: one poll loop that stores enriched articles, and the HTTP API that shows them. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dateline sink",
                        version = "v1",
                        description = "Search and read the tagged articles.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public final class SinkService {
    private static final String LOGGING = "logback.configurationFile";

    private SinkService() {}

    /**
     * Makes the builder's context this service: its beans, and {@code sink/application.yml} as its only configuration
     * file. Properties and environment variables still override what the file says.
     */
    public static <B extends ApplicationContextBuilder> B configure(B builder) {
        builder.properties(Map.of("dateline.service", "sink"))
                .overrideConfigLocations("classpath:sink/")
                .banner(false);
        return builder;
    }

    /** The service alone in its process. */
    public static void main(String[] args) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "sink/logback.xml");
        }
        configure(Micronaut.build(args)).start();
    }
}
