package news.dateline.enrich.linking.building;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.training.Sources;

/** Reads rows of tab-separated columns; lines that begin with {@code #} are remarks. Stateless. */
final class Table {

    private Table() {}

    /** The rows below the header of a file of the data folder; none if the file is not there. */
    static List<String[]> of(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        if (Sources.exists(file)) {
            List<String> lines = Sources.lines(file);
            lines.subList(Math.min(1, lines.size()), lines.size()).forEach(line -> rows.add(line.split("\t", -1)));
        }
        return rows;
    }

    /** The rows of a table that comes with the program, which has no header. */
    static List<String[]> own(String name) throws IOException {
        try (InputStream in = Table.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    /** The values of a list inside a column. */
    static String[] list(String column) {
        return column.isEmpty() ? new String[0] : column.split("\\|", -1);
    }

    /** The number of a Wikidata identifier, 0 if it is none. */
    static int number(String wikidata) {
        return wikidata.matches("Q[1-9][0-9]{0,8}") ? Integer.parseInt(wikidata.substring(1)) : 0;
    }
}
