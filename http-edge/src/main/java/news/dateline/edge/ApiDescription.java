package news.dateline.edge;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;

/** The API's own description: {@code /openapi.yaml}, and a page to try it on that loads nothing from elsewhere. */
@Hidden
@Controller
final class ApiDescription {
    private final ResourceResolver resources;
    private final String service;

    ApiDescription(ResourceResolver resources, @Property(name = "dateline.service") String service) {
        this.resources = resources;
        this.service = service;
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    StreamedFile openApi() {
        return file("classpath:META-INF/swagger/" + service + ".yml", MediaType.of("application/yaml"));
    }

    @Get("/swagger-ui")
    @Produces(MediaType.TEXT_HTML)
    StreamedFile page() {
        return file("classpath:edge/swagger-ui/index.html", MediaType.TEXT_HTML_TYPE);
    }

    @Get("/swagger-ui/start.js")
    @Produces("text/javascript")
    StreamedFile script() {
        return file("classpath:edge/swagger-ui/start.js", MediaType.of("text/javascript"));
    }

    private StreamedFile file(String resource, MediaType type) {
        return new StreamedFile(
                resources
                        .getResourceAsStream(resource)
                        .orElseThrow(() -> new IllegalStateException("The program lacks its resource " + resource)),
                type);
    }
}
