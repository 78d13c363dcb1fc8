package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.enrich.entities.Lexicon.ListKind;

/**
 * The open lists of names that the lexicon is made of and that augmentation draws from, read from the folders
 * {@code gazetteer} and {@code ner/gazetteer} of the data. None of them is under a share-alike licence. Missing
 * files are empty lists.
 */
final class NameLists {

    private static final int COMMON_NAME = 2;
    private static final List<String> REGIONAL = List.of(
            "Asian",
            "African",
            "European",
            "Arab",
            "Kurdish",
            "Scandinavian",
            "Balkan",
            "Baltic",
            "Nordic",
            "Caribbean",
            "Western",
            "Slavic",
            "Persian",
            "Muslim",
            "Islamic",
            "Jewish",
            "Christian",
            "Catholic");

    private final Map<ListKind, List<String>> names = new EnumMap<>(ListKind.class);
    private final List<String> persons = new ArrayList<>();

    private NameLists() {
        for (ListKind kind : ListKind.values()) {
            names.put(kind, new ArrayList<>());
        }
    }

    static NameLists read(Path data) throws IOException {
        NameLists lists = new NameLists();
        Path places = data.resolve("gazetteer");
        lists.column(places.resolve("geonames-cities15000.tsv"), 1, ListKind.CITY);
        lists.column(places.resolve("geonames-cities15000.tsv"), 2, ListKind.CITY);
        lists.column(places.resolve("geonames-admin1.tsv"), 1, ListKind.ADMIN);
        lists.column(places.resolve("geonames-admin1.tsv"), 2, ListKind.ADMIN);
        lists.column(places.resolve("countries.tsv"), 2, ListKind.COUNTRY);
        lists.column(places.resolve("countries.tsv"), 3, ListKind.COUNTRY);
        lists.column(places.resolve("regions-and-extra-aliases.tsv"), 0, ListKind.COUNTRY);
        lists.column(places.resolve("brands-operators-wikidata.tsv"), 1, ListKind.ORGANIZATION);
        lists.column(places.resolve("offices-wikidata.tsv"), 1, ListKind.TITLE);
        lists.names.get(ListKind.DEMONYM).addAll(REGIONAL);
        lists.demonyms(places.resolve("nationalities-xponents.csv"));
        lists.persons(places.resolve("politicians-wikidata.tsv"));
        Path words = data.resolve("ner").resolve("gazetteer");
        lists.column(words.resolve("3first.txt"), 0, ListKind.FIRST);
        lists.column(words.resolve("4last.txt"), 0, ListKind.LAST);
        lists.column(words.resolve("6org.txt"), 0, ListKind.ORGANIZATION);
        lists.own("organizations.txt", ListKind.WELL_KNOWN_ORGANIZATION);
        lists.own("places.txt", ListKind.WELL_KNOWN_PLACE);
        return lists;
    }

    List<String> names(ListKind kind) {
        return names.get(kind);
    }

    /** Full names of persons. */
    List<String> persons() {
        return persons;
    }

    /** A list that comes with the program. */
    private void own(String resource, ListKind kind) throws IOException {
        try (InputStream in = NameLists.class.getResourceAsStream(resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> names.get(kind).addAll(List.of(line.split("; ", -1))));
        }
    }

    private void column(Path file, int column, ListKind kind) throws IOException {
        if (Sources.exists(file)) {
            List<String> lines = Sources.lines(file);
            boolean header = !lines.isEmpty() && lines.get(0).contains("\t");
            for (String line : lines.subList(header ? 1 : 0, lines.size())) {
                String[] fields = line.split("\t", -1);
                if (fields.length > column && fields[column].length() > 1) {
                    names.get(kind).add(fields[column].replaceFirst("^the ", ""));
                }
            }
        }
    }

    private void demonyms(Path file) throws IOException {
        if (Sources.exists(file)) {
            for (String line : Sources.lines(file)) {
                int comma = line.indexOf(',');
                if (comma > 2 && line.charAt(0) != '#') {
                    names.get(ListKind.DEMONYM).add(line.substring(0, comma));
                    names.get(ListKind.DEMONYM).add(line.substring(0, comma) + "s");
                }
            }
        }
    }

    /** Full names, and the first and last names that several persons bear. */
    private void persons(Path file) throws IOException {
        if (!Sources.exists(file)) {
            return;
        }
        Map<String, Integer> first = new TreeMap<>();
        Map<String, Integer> last = new TreeMap<>();
        List<String> lines = Sources.lines(file);
        for (String line : lines.subList(1, lines.size())) {
            String name = line.split("\t", -1)[1].replaceAll("\\s*\\(.*", "");
            String[] parts = name.split(" ", -1);
            if (parts.length < 2 || parts.length > 5 || name.indexOf(',') >= 0) {
                continue;
            }
            persons.add(name);
            first.merge(parts[0], 1, Integer::sum);
            last.merge(parts[parts.length - 1], 1, Integer::sum);
        }
        first.forEach((name, count) -> addCommon(name, count, ListKind.FIRST));
        last.forEach((name, count) -> addCommon(name, count, ListKind.LAST));
    }

    private void addCommon(String name, int count, ListKind kind) {
        if (count >= COMMON_NAME && name.length() > 1 && Character.isUpperCase(name.charAt(0))) {
            names.get(kind).add(name);
        }
    }
}
