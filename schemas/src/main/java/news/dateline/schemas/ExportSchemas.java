package news.dateline.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** Writes each public schema as {@code NAME.avsc} into a folder; the build calls it, so that the jar carries them. */
public final class ExportSchemas {
    private ExportSchemas() {}

    /** Takes one argument, the folder to write to. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Schema schema : Schemas.all()) {
            String pretty = new ObjectMapper().readTree(schema.toString()).toPrettyString();
            Files.writeString(folder.resolve(schema.getName() + ".avsc"), pretty + "\n");
        }
    }
}
