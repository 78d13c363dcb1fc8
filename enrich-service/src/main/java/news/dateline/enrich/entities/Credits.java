package news.dateline.enrich.entities;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drops what only looks like a name of the story: authors, photographers, the days and months of dates, and the
 * people of a country or region ("Pakistani", "Central Asian"). Stateless.
 */
final class Credits {

    private static final int REACH = 40;
    private static final Pattern CREDIT = Pattern.compile("(?:"
            + "(?i:\\b(photo(graph)?s?|image|picture|credit|file|courtesy)\\s*(credit)?\\s*(:|/|by\\b|\\bof\\b))"
            + "|\\b(AP|AFP|EPA|Getty( Images)?|Reuters|REUTERS|Xinhua|ANI|PTI)\\s*(photo)?\\s*/"
            + ")[^.\\n()]{0,30}$");
    private static final Pattern AUTHOR =
            Pattern.compile("(?:^|\\n)\\s*(?:By|BY|Written by|Reporting by|Editing by|Compiled by)\\s[^.\\n]{0,60}$");
    private static final Pattern DESK = Pattern.compile(
            "\\((?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) (?:and [a-z]+ )?by\\s" + "[^)\\n]*$");

    private Credits() {}

    static void drop(FieldNames field, List<String> byline, Lexicon lexicon) {
        Set<String> authors = byline.stream()
                .map(author -> key(new Tokenizer().tokenize(author)))
                .collect(Collectors.toSet());
        field.removeIf(name -> isDate(field, name)
                || isPeople(field, name, lexicon)
                || name.type() == NameType.PERSON
                        && (authors.contains(field.key(name)) || isCredit(field.text(), name)));
    }

    private static String key(Tokens tokens) {
        return new FieldNames("byline", tokens).key(0, tokens.size());
    }

    private static boolean isPeople(FieldNames field, NameSpan name, Lexicon lexicon) {
        int words = name.last() - name.first();
        int last = Hashes.lower(field.text(), field.tokens().start(name.last() - 1), name.end());
        return name.type() != NameType.PERSON
                && (words == 1 || words == 2 && KnownWords.REGIONS.contains(field.key(name.first(), name.first() + 1)))
                && lexicon.lists(last, Lexicon.ListKind.DEMONYM)
                && !lexicon.lists(last, Lexicon.ListKind.COUNTRY)
                && !lexicon.lists(last, Lexicon.ListKind.CITY);
    }

    private static boolean isDate(FieldNames field, NameSpan name) {
        for (int i = name.first(); i < name.last(); i++) {
            if (!KnownWords.DAYS.contains(field.key(i, i + 1))
                    && !Character.isDigit(field.text().charAt(field.tokens().start(i)))) {
                return false;
            }
        }
        return name.type() != NameType.PERSON
                || name.last() - name.first() > 1
                || name.last() < field.tokens().size()
                        && Character.isDigit(field.text().charAt(field.tokens().start(name.last())));
    }

    private static boolean isCredit(String text, NameSpan name) {
        String before = text.substring(Math.max(0, name.start() - REACH), name.start());
        String line = text.substring(Math.max(0, name.start() - 3 * REACH), name.start());
        return CREDIT.matcher(before).find()
                || AUTHOR.matcher(before).find()
                || DESK.matcher(line).find();
    }
}
