package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the mentions of an article into things. A person's short name joins the last person before it whose full
 * name it ends (or, failing that, begins); acronyms join their long form; companies join their names without legal
 * form. The body is read before headline and standfirst, which assume that the reader goes on to it. Stateless.
 */
final class Coreference {

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("us", "united states"),
            Map.entry("u.s.", "united states"),
            Map.entry("u.s", "united states"),
            Map.entry("usa", "united states"),
            Map.entry("u.s.a.", "united states"),
            Map.entry("america", "united states"),
            Map.entry("united states of america", "united states"),
            Map.entry("uk", "united kingdom"),
            Map.entry("u.k.", "united kingdom"),
            Map.entry("britain", "united kingdom"),
            Map.entry("great britain", "united kingdom"),
            Map.entry("un", "united nations"),
            Map.entry("u.n.", "united nations"),
            Map.entry("eu", "european union"),
            Map.entry("e.u.", "european union"),
            Map.entry("uae", "united arab emirates"),
            Map.entry("u.a.e.", "united arab emirates"),
            Map.entry("turkey", "turkiye"),
            Map.entry("who", "world health organization"),
            Map.entry("imf", "international monetary fund"),
            Map.entry("al-qaida", "al-qaeda"),
            Map.entry("taleban", "taliban"),
            Map.entry("kiev", "kyiv"));

    private final Map<String, String> acronyms;
    private final Map<NameType, Map<String, Thing>> things = new HashMap<>();
    private final List<Thing> persons = new ArrayList<>();
    private final List<Thing> all = new ArrayList<>();

    private Coreference(Map<String, String> acronyms) {
        this.acronyms = acronyms;
    }

    /**
     * The things that an article names.
     *
     * @param fields the body first
     * @param acronyms long form by acronym, as keys
     */
    static List<Thing> gather(List<FieldNames> fields, Map<String, String> acronyms) {
        Coreference run = new Coreference(acronyms);
        for (int f = 0; f < fields.size(); f++) {
            FieldNames field = fields.get(f);
            for (NameSpan span : field.names()) {
                run.place(new Thing.Named(field, f, span));
            }
        }
        return run.all;
    }

    private void place(Thing.Named mention) {
        String key = mention.key();
        boolean person = mention.span().type() == NameType.PERSON;
        Map<String, Thing> known = things.computeIfAbsent(mention.span().type(), type -> new LinkedHashMap<>());
        String canonical = person ? key : canonical(key);
        Thing thing = known.get(canonical);
        if (person && (thing == null || mention.span().last() - mention.span().first() == 1)) {
            Thing holder = holder(key);
            thing = holder == null ? thing : holder;
        }
        if (thing == null) {
            thing = new Thing(mention);
            all.add(thing);
        } else {
            thing.add(mention);
        }
        known.put(canonical, thing);
        if (person) {
            persons.remove(thing);
            persons.add(thing);
        }
    }

    private String canonical(String key) {
        String plain = key.startsWith("the ") ? key.substring(4) : key;
        plain = acronyms.getOrDefault(plain, plain);
        plain = plain.startsWith("the ") ? plain.substring(4) : plain;
        plain = SAME.getOrDefault(plain, plain);
        int space = plain.lastIndexOf(' ');
        while (space > 0 && KnownWords.LEGAL_FORMS.contains(plain.substring(space + 1))) {
            plain = plain.substring(0, space);
            space = plain.lastIndexOf(' ');
        }
        return plain;
    }

    /** The person named last whose name the words end, or extend, or begin; null if there is none. */
    private Thing holder(String key) {
        Thing begins = null;
        for (int i = persons.size() - 1; i >= 0; i--) {
            Thing person = persons.get(i);
            for (Thing.Named mention : person.mentions()) {
                String name = mention.key();
                if (name.equals(key) || name.endsWith(" " + key) || name.endsWith("-" + key)) {
                    return person;
                }
                begins = begins == null && name.startsWith(key + " ") ? person : begins;
            }
            if (extended(person.fullest().key(), key)) {
                return person;
            }
        }
        return begins;
    }

    /**
     * True if the words are a fuller form: a name before the surname, or one more between the same first and last
     * name.
     */
    private static boolean extended(String name, String key) {
        int first = name.indexOf(' ');
        if (first < 0 || key.indexOf(' ') < 0) {
            return key.endsWith(" " + name);
        }
        boolean sameEnds =
                key.startsWith(name.substring(0, first + 1)) && key.endsWith(name.substring(name.lastIndexOf(' ')));
        return key.endsWith(" " + name)
                || sameEnds && (name.indexOf(' ', first + 1) < 0) != (key.indexOf(' ', first + 1) < 0);
    }
}
