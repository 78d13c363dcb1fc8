package news.dateline.enrich.linking.building;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import news.dateline.enrich.linking.Gazetteer;
import news.dateline.enrich.linking.NameKey;

/**
 * A gazetteer file while it is being made: records in the order in which they come, names in the order of their keys.
 * One use, one thread.
 */
final class GazetteerFile {

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(records);
    private final TreeMap<Long, TreeSet<Integer>> names = new TreeMap<>();

    /** Adds a place; returns where its record begins, as for persons and organisations. */
    int place(int kind, int geonames, int wikidata, Area area, float[] centre, int population, boolean capital)
            throws IOException {
        int offset = out.size();
        out.writeByte(kind);
        out.writeInt(geonames);
        out.writeInt(wikidata);
        text(area.country());
        text(area.province());
        out.writeFloat(centre[0]);
        out.writeFloat(centre[1]);
        out.writeInt(population);
        out.writeBoolean(capital);
        return offset;
    }

    /** Where a place belongs: country and province, empty where there is none. */
    record Area(String country, String province) {}

    int person(int wikidata, Collection<String> countries, int lastYear, boolean leader) throws IOException {
        int offset = out.size();
        out.writeInt(wikidata);
        texts(countries);
        out.writeShort(lastYear);
        out.writeBoolean(leader);
        return offset;
    }

    int organization(int wikidata, Collection<String> countries) throws IOException {
        int offset = out.size();
        out.writeInt(wikidata);
        texts(countries);
        return offset;
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeByte(Math.min(texts.size(), Byte.MAX_VALUE));
        for (String text : texts.stream().sorted().limit(Byte.MAX_VALUE).toList()) {
            text(text);
        }
    }

    /** Adds a name of a record; a usual name wins over a weak one. */
    void name(String name, Gazetteer.Kind kind, int record, boolean weak) {
        long key = NameKey.of(name);
        int reference = kind.reference(record);
        TreeSet<Integer> known = names.computeIfAbsent(key, any -> new TreeSet<>());
        if (!weak) {
            known.remove(reference | Gazetteer.WEAK);
            known.add(reference);
        } else if (!known.contains(reference)) {
            known.add(reference | Gazetteer.WEAK);
        }
    }

    int names() {
        return names.values().stream().mapToInt(TreeSet::size).sum();
    }

    void write(OutputStream target) throws IOException {
        DataOutputStream file = new DataOutputStream(target);
        file.writeInt(Gazetteer.MAGIC);
        file.writeInt(records.size());
        records.writeTo(file);
        names.remove(0L);
        file.writeInt(names());
        for (Map.Entry<Long, TreeSet<Integer>> name : names.entrySet()) {
            for (int k = name.getValue().size(); k > 0; k--) {
                file.writeLong(name.getKey());
            }
        }
        for (TreeSet<Integer> references : names.values()) {
            for (int reference : references) {
                file.writeInt(reference);
            }
        }
        file.flush();
    }
}
