package news.dateline.edge;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import news.dateline.schemas.Schemas;
import news.dateline.schemas.wire.ReleasedSchemas;
import org.apache.avro.Schema;

/**
 * The topics' own description, for consumers without the schemas jar: {@code /asyncapi.yaml}, and the Avro schemas that it
 * points to. A schema has the address {@code /avro/NAME.avsc}, as it is today, and {@code /avro/FINGERPRINT.avsc}, today's
 * and every released one, by the eight bytes that stand for it in Avro's single-object encoding, in hexadecimal and in
 * their order there.
 */
@Hidden
@Controller
final class TopicDescription {
    private static final String SUFFIX = ".avsc";

    @Get("/asyncapi.yaml")
    @Produces("application/yaml")
    StreamedFile asyncApi() {
        InputStream yaml = Schemas.class.getResourceAsStream("/asyncapi.yaml");
        if (yaml == null) {
            throw new IllegalStateException("The schemas jar lacks its asyncapi.yaml");
        }
        return new StreamedFile(yaml, MediaType.of("application/yaml"));
    }

    @Get("/avro/{file}")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<String> schema(String file) {
        String name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
        return ReleasedSchemas.byFingerprint(name)
                .or(() -> Schemas.all().stream()
                        .filter(schema -> schema.getName().equals(name))
                        .findFirst())
                .map(Schema::toString)
                .map(HttpResponse::ok)
                .orElseThrow(() -> Problems.notFound(
                        "There is no schema " + file + "; /asyncapi.yaml names those that there are"));
    }
}
