package news.dateline.enrich.linking.building;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.dateline.enrich.entities.training.Sources;
import news.dateline.enrich.linking.Gazetteer;
import news.dateline.enrich.linking.building.GazetteerFile.Area;

/**
 * Countries, provinces, cities and regions of GeoNames, with their names. Where a province lies is the mean of its
 * cities, unless the table of centres knows better. One use, one thread.
 */
final class PlaceSources {

    private static final int REGION = 0;
    private static final int COUNTRY = 1;
    private static final int PROVINCE = 2;
    private static final int CITY = 3;
    /** From this size on a city is known by its other names too. */
    private static final int LARGE = 50_000;

    private static final float[] NOWHERE = {Float.NaN, Float.NaN};

    private final Path folder;
    private final GazetteerFile file;
    private final Map<String, float[]> centres = new HashMap<>();
    private final Map<String, Integer> byCode = new HashMap<>();
    private final Map<String, String> countryCodes = new HashMap<>();

    PlaceSources(Path folder, GazetteerFile file) {
        this.folder = folder;
        this.file = file;
    }

    void read() throws IOException {
        for (String table : new String[] {"country-centres.tsv", "province-centres.tsv"}) {
            for (String[] row : Table.own(table)) {
                centres.put(row[0], new float[] {Float.parseFloat(row[1]), Float.parseFloat(row[2])});
            }
        }
        countries();
        cities();
        regions();
        for (String table : new String[] {"own-aliases.tsv", "us-states.tsv"}) {
            for (String[] row : Table.own(table)) {
                if (byCode.containsKey(row[1])) {
                    file.name(row[0], Gazetteer.Kind.PLACE, byCode.get(row[1]), false);
                }
            }
        }
        for (String[] row : Table.own("own-places.tsv")) {
            float[] centre = {Float.parseFloat(row[2]), Float.parseFloat(row[3])};
            int number = file.place(REGION, 0, 0, new Area(row[1], ""), centre, 0, false);
            file.name(row[0], Gazetteer.Kind.PLACE, number, false);
        }
        demonyms();
    }

    /** ISO 3166-1 code by the folded name, or the code of three letters, of a country. */
    Map<String, String> countryCodes() {
        return countryCodes;
    }

    private void countries() throws IOException {
        for (String[] row : Table.of(folder.resolve("countries.tsv"))) {
            int population = row[10].isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(row[10]));
            int number = country(row[0], row[6].isEmpty() ? 0 : Integer.parseInt(row[6]), row[7], population);
            file.name(row[2], Gazetteer.Kind.PLACE, number, false);
            file.name(row[3], Gazetteer.Kind.PLACE, number, false);
            countryCodes.put(row[2].toLowerCase(Locale.ROOT), row[0]);
            countryCodes.put(row[1], row[0]);
        }
        if (!byCode.isEmpty()) {
            file.name("Kosovo", Gazetteer.Kind.PLACE, country("XK", 831053, "Q1246", 1_845_300), false);
        }
    }

    private int country(String code, int geonames, String wikidata, int population) throws IOException {
        int number = file.place(
                COUNTRY,
                geonames,
                Table.number(wikidata),
                new Area(code, ""),
                centres.getOrDefault(code, NOWHERE),
                population,
                false);
        byCode.put(code, number);
        return number;
    }

    /** Cities, then the provinces, which are as large as their cities together. */
    private void cities() throws IOException {
        Map<String, double[]> sums = new TreeMap<>();
        for (String[] row : Table.of(folder.resolve("geonames-cities15000.tsv"))) {
            float[] centre = {Float.parseFloat(row[4]), Float.parseFloat(row[5])};
            int population = Integer.parseInt(row[9]);
            if (row[6].equals("PPLX")) {
                continue;
            }
            int number = file.place(
                    CITY,
                    Integer.parseInt(row[0]),
                    0,
                    new Area(row[7], row[8]),
                    centre,
                    population,
                    row[6].equals("PPLC"));
            byCode.put(row[0], number);
            file.name(row[1], Gazetteer.Kind.PLACE, number, false);
            file.name(row[2], Gazetteer.Kind.PLACE, number, false);
            for (String other : Table.list(row[3])) {
                if (population >= LARGE && other.length() > 3 && Character.isUpperCase(other.charAt(0))) {
                    file.name(other, Gazetteer.Kind.PLACE, number, true);
                }
            }
            double[] sum = sums.computeIfAbsent(row[7] + "." + row[8], code -> new double[4]);
            sum[0] += centre[0];
            sum[1] += centre[1];
            sum[2]++;
            sum[3] += population;
        }
        provinces(sums);
    }

    private void provinces(Map<String, double[]> sums) throws IOException {
        for (String[] row : Table.of(folder.resolve("geonames-admin1.tsv"))) {
            double[] sum = sums.get(row[0]);
            float[] mean = sum == null ? NOWHERE : new float[] {(float) (sum[0] / sum[2]), (float) (sum[1] / sum[2])};
            int dot = row[0].indexOf('.');
            int number = file.place(
                    PROVINCE,
                    Integer.parseInt(row[3]),
                    0,
                    new Area(row[0].substring(0, dot), row[0].substring(dot + 1)),
                    centres.getOrDefault(row[0], mean),
                    sum == null ? 0 : (int) sum[3],
                    false);
            byCode.put(row[0], number);
            file.name(row[1], Gazetteer.Kind.PLACE, number, false);
            file.name(row[2], Gazetteer.Kind.PLACE, number, false);
        }
    }

    private void regions() throws IOException {
        for (String[] row : Table.of(folder.resolve("regions-and-extra-aliases.tsv"))) {
            switch (row[4]) {
                case "country" -> {
                    if (byCode.containsKey(row[1])) {
                        file.name(row[0], Gazetteer.Kind.PLACE, byCode.get(row[1]), false);
                        countryCodes.put(row[0].toLowerCase(Locale.ROOT), row[1]);
                    }
                }
                case "organisation" ->
                    file.name(
                            row[0],
                            Gazetteer.Kind.ORGANIZATION,
                            file.organization(Table.number(row[2]), Set.of()),
                            false);
                case "continent", "region" -> {
                    int geonames = row[3].isEmpty() ? 0 : Integer.parseInt(row[3]);
                    int number = file.place(
                            REGION,
                            geonames,
                            Table.number(row[2]),
                            new Area("", ""),
                            centres.getOrDefault(row[3], NOWHERE),
                            0,
                            false);
                    file.name(row[0], Gazetteer.Kind.PLACE, number, false);
                }
                default -> {
                    // Territories stand among the provinces, with coordinates.
                }
            }
        }
    }

    private void demonyms() throws IOException {
        Path words = folder.resolve("nationalities-xponents.csv");
        if (!Sources.exists(words)) {
            return;
        }
        for (String line : Sources.lines(words)) {
            String[] row = line.split(",", -1);
            String country = row.length == 2 ? countryCodes.get(row[1].strip()) : null;
            if (country != null && row[0].length() > 3 && row[0].charAt(0) != '#') {
                file.name(row[0], Gazetteer.Kind.DEMONYM, byCode.get(country), false);
            }
        }
    }
}
