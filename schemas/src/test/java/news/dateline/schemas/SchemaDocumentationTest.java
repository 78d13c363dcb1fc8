package news.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
    @Test
    void everyTypeAndFieldIsDocumented() {
        Set<String> seen = new HashSet<>();
        Schemas.all().forEach(schema -> walk(schema, seen));
        assertThat(seen).contains("RawArticle", "EnrichedArticle", "Entity", "Mention", "TopicTag", "Feed");
    }

    @Test
    void everyEnumHasADefaultSymbol() {
        Set<String> seen = new HashSet<>();
        Schemas.all().forEach(schema -> walk(schema, seen));
        assertThat(seen).contains("PubStatus", "EntityType");
    }

    @Test
    void theJarCarriesSelfContainedSchemas() throws IOException {
        for (Schema schema : Schemas.all()) {
            try (InputStream in = getClass().getResourceAsStream("/avro/" + schema.getName() + ".avsc")) {
                JsonNode carried = new ObjectMapper().readTree(in);
                assertThat(new Schema.Parser().parse(carried.toString())).isEqualTo(schema);
            }
        }
    }

    private static void walk(Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getName())) {
                    assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
                    for (Schema.Field field : schema.getFields()) {
                        assertThat(field.doc())
                                .as("%s.%s", schema.getName(), field.name())
                                .isNotBlank();
                        walk(field.schema(), seen);
                    }
                }
            }
            case ENUM -> {
                seen.add(schema.getName());
                assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull();
            }
            case UNION -> schema.getTypes().forEach(type -> walk(type, seen));
            case ARRAY -> walk(schema.getElementType(), seen);
            default -> assertThat(schema.getType()).isNotNull();
        }
    }
}
