package news.dateline.schemas.wire;

import org.apache.avro.Schema;

/** The registry and this program do not agree about a schema; nothing may be written until they do. */
public final class IncompatibleSchemaException extends RuntimeException {
    IncompatibleSchemaException(String subject, Schema schema, String reason) {
        super("The schema registry does not take " + schema.getFullName() + " of this version as " + subject + ": "
                + reason);
    }
}
