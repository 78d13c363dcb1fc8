package news.dateline.enrich;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.util.Map;

/** Starts the enrich service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dateline enrich",
                        version = "1.0",
                        description = "The middle: tags for a text, as the stream gives them.",
                        license = @License(name = "Apache-2.0")))
public final class EnrichService {
    private EnrichService() {}

    public static void main(String[] args) {
        configure(Micronaut.build(args)).start();
    }

    /** Makes a context that holds this service alone, whatever else is on the class path. */
    public static <B extends ApplicationContextBuilder> B configure(B builder) {
        builder.properties(Map.of("dateline.service", "enrich"))
                .overrideConfigLocations("classpath:enrich/")
                .banner(false);
        return builder;
    }
}
