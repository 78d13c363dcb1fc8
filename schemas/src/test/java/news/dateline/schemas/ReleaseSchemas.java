package news.dateline.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Makes a release: the schemas of today and the golden bytes of the sample records, into {@code released/VERSION}. */
public final class ReleaseSchemas {
    private ReleaseSchemas() {}

    /** Takes one argument, the folder of the new release. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ExportSchemas.write(folder);
        for (SpecificRecord record : SampleRecords.all()) {
            String name = record.getSchema().getName();
            Files.write(folder.resolve(name + ".single-object.avro"), encode(record));
            Files.writeString(folder.resolve(name + ".json"), record + "\n");
        }
    }

    @SuppressWarnings("unchecked") // the class of a record is the record's class
    private static <T extends SpecificRecord> byte[] encode(T record) {
        try (Serde<T> serde =
                AvroSerdes.singleObject().of((Class<T>) SpecificData.get().getClass(record.getSchema()))) {
            return serde.serializer().serialize("golden", record);
        }
    }
}
