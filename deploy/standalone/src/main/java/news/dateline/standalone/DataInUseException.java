package news.dateline.standalone;

import java.io.IOException;
import java.nio.file.Path;

/** Another stack runs on the same data. */
public final class DataInUseException extends IOException {
    DataInUseException(Path data) {
        super("Another stack runs on the data in " + data + "; stop it, or choose another folder with --data");
    }
}
