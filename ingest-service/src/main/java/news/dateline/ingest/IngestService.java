package news.dateline.ingest;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.util.Map;

/** Starts the ingest service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dateline ingest",
                        version = "1.0",
                        description = "The way in: articles, pages, corrections and kills onto the raw topic.",
                        license = @License(name = "Apache-2.0")))
public final class IngestService {
    private IngestService() {}

    public static void main(String[] args) {
        configure(Micronaut.build(args)).start();
    }

    /** Makes a context that holds this service alone, whatever else is on the class path. */
    public static <B extends ApplicationContextBuilder> B configure(B builder) {
        builder.properties(Map.of("dateline.service", "ingest"))
                .overrideConfigLocations("classpath:ingest/")
                .banner(false);
        return builder;
    }
}
