package news.dateline.enrich.linking.building;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.dateline.enrich.linking.Gazetteer;

/**
 * Builds the gazetteers: {@code BuildGazetteer DATADIR OUTFOLDER} writes {@code places-and-persons.gaz} and, from the
 * one source under a share-alike licence, {@code organisations-cc-by-sa.gaz}. The same data give the same bytes.
 */
public final class BuildGazetteer {

    private static final Pattern LEADER = Pattern.compile("(?i)(?:vice[- ])?(?:president|prime minister|chancellor"
            + "|monarch|king|queen|emperor|premier|taoiseach|supreme leader|head of state|head of government)"
            + "(?: of (?:the )?[A-Z][A-Za-z .-]+)?");
    /** What precedes many names, and is as often left out in news. */
    private static final Pattern HONORIFIC =
            Pattern.compile("(?:Muhammad|Mohammad|Mohammed|Mohamed|Muhammed|Mian|Syed|Sayed|Sardar|Malik|Chaudhry"
                    + "|Choudhry|Rana|Raja|Sheikh|Haji|Makhdoom|Nawabzada|Sahibzada|Dr\\.?|Sir) (?=\\S+ \\S)");

    private static final Set<String> UNITED_KINGDOM = Set.of("United Kingdom", "Scotland", "Wales", "Northern Ireland");

    private BuildGazetteer() {}

    /** Takes the data folder (with {@code gazetteer} in it) and the folder to write to. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: BuildGazetteer DATADIR OUTFOLDER");
            return;
        }
        Path folder = Path.of(args[0]).resolve("gazetteer");
        Path out = Path.of(args[1]);
        write(open(folder), out.resolve("places-and-persons.gaz"));
        write(shareAlike(folder), out.resolve("organisations-cc-by-sa.gaz"));
    }

    private static void write(GazetteerFile file, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            file.write(out);
        }
        System.out.println(path.getFileName() + ": " + file.names() + " names, " + Files.size(path) + " bytes");
    }

    /** All sources without a share-alike licence. */
    static GazetteerFile open(Path folder) throws IOException {
        GazetteerFile file = new GazetteerFile();
        PlaceSources places = new PlaceSources(folder, file);
        places.read();
        persons(folder, file, places.countryCodes());
        brands(folder, file);
        return file;
    }

    private static void persons(Path folder, GazetteerFile file, Map<String, String> countryCodes) throws IOException {
        for (String[] row : Table.of(folder.resolve("politicians-wikidata.tsv"))) {
            Set<String> countries = new TreeSet<>();
            for (String country : Table.list(row[4])) {
                String code = countryCodes.get(country.toLowerCase(Locale.ROOT));
                countries.add(code == null && UNITED_KINGDOM.contains(country) ? "GB" : code == null ? "" : code);
            }
            countries.remove("");
            boolean leader = false;
            for (String role : Table.list(row[3])) {
                leader |= LEADER.matcher(role).matches();
            }
            int year = row[5].matches("[0-9]{4}") ? Integer.parseInt(row[5]) : 0;
            int number = file.person(Table.number(row[0]), countries, year, leader);
            Collection<String> names = new LinkedHashSet<>(Set.of(row[1]));
            names.addAll(List.of(Table.list(row[2])));
            for (String name : names) {
                String plain = name.replaceAll("\\s*[(,].*", "");
                if (plain.indexOf(' ') > 0) {
                    file.name(plain, Gazetteer.Kind.PERSON, number, false);
                    String bare = HONORIFIC.matcher(plain).replaceFirst("");
                    file.name(bare, Gazetteer.Kind.PERSON, number, !bare.equals(plain));
                }
            }
        }
    }

    /** Companies, banks, universities and the like; where they work is given as codes of areas. */
    private static void brands(Path folder, GazetteerFile file) throws IOException {
        for (String[] row : Table.of(folder.resolve("brands-operators-wikidata.tsv"))) {
            if (row[3].contains("boundary/") || row[1].length() < 3 || Table.number(row[0]) == 0) {
                continue;
            }
            Set<String> countries = new TreeSet<>();
            for (String area : Table.list(row[4])) {
                if (area.equals("001") || area.matches("[0-9]+")) {
                    countries.clear();
                    break;
                }
                String code = area.replaceAll("[-.].*", "").toUpperCase(Locale.ROOT);
                countries.add(code.equals("FX") ? "FR" : code);
            }
            file.name(row[1], Gazetteer.Kind.ORGANIZATION, file.organization(Table.number(row[0]), countries), false);
        }
    }

    /** International organisations, whose list is under CC BY-SA 4.0. */
    static GazetteerFile shareAlike(Path folder) throws IOException {
        GazetteerFile file = new GazetteerFile();
        for (String[] row : Table.of(folder.resolve("international-organisations-CC-BY-SA.tsv"))) {
            int number = file.organization(Table.number(row[0]), Set.of());
            file.name(row[1], Gazetteer.Kind.ORGANIZATION, number, false);
            for (String other : Table.list(row[2])) {
                file.name(other, Gazetteer.Kind.ORGANIZATION, number, true);
            }
            for (String other : Table.list(row[3])) {
                if (other.length() > 1) {
                    file.name(other, Gazetteer.Kind.ORGANIZATION, number, false);
                }
            }
        }
        return file;
    }
}
