package news.dateline.sink.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The newsroom's web page: one document whose scripts read the public API, at the address of each of its views, so that
 * any of them can be kept, shared and opened anew. Its scripts and styles are static resources below {@code /assets}.
 */
@Hidden
@Controller
final class NewsroomController {
    /** Nothing comes from elsewhere, nothing runs that is not a file of ours, and nobody frames the page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final byte[] document;

    NewsroomController(ResourceResolver resources) {
        try (InputStream page = resources
                .getResourceAsStream("classpath:sink/page/index.html")
                .orElseThrow(() -> new IllegalStateException("The page is not on the class path"))) {
            document = page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get(uris = {"/", "/article/{id}", "/story/{id}", "/stories", "/trends", "/dead-letters"})
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(document)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache");
    }
}
