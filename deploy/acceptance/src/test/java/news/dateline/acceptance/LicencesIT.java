package news.dateline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the images may be given away under the Apache License, as their SBOMs say. */
class LicencesIT {
    /** Of a library under several licences one is enough. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-1.0", "EPL-2.0", "CC0-1.0");

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "sink-service", "deploy/setup"})
    void everyLibraryOfAnImageHasALicenceThatSuits(String module) throws IOException {
        Path sbom = Path.of("../..", module, "target/sbom/sbom.json");
        JsonNode libraries = new ObjectMapper().readTree(sbom.toFile()).path("components");
        assertThat(libraries).hasSizeGreaterThan(10);
        for (JsonNode library : libraries) {
            assertThat(licences(library)).as(library.path("purl").asText()).containsAnyElementsOf(ALLOWED);
        }
    }

    private static List<String> licences(JsonNode library) {
        List<String> licences = new ArrayList<>();
        for (JsonNode licence : library.path("licenses")) {
            licences.add(licence.path("license")
                    .path("id")
                    .asText(licence.path("expression").asText()));
        }
        return licences;
    }
}
