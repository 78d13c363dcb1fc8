package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * What the text beside the mentions of a name says of it: the place that it lies in ("Hyderabad, Pakistan", "Pakistan's
 * Punjab", "the Lebanese city of Tripoli"), or that it is a province, a river or the holder of an office. Stateless but for the
 * gazetteers; every thread may call it.
 */
final class Surroundings {

    private static final int REACH = 70;
    /** More mentions of one name than these say nothing new. */
    private static final int MENTIONS = 50;

    private static final String NAME = "(\\p{Lu}[\\p{L}.'\u2019-]*(?:[ -]\\p{Lu}[\\p{L}.'\u2019-]*){0,3})";
    private static final String SIDE =
            "(?:(?:northern|southern|eastern|western|central|north|south|east|west|north-?\\w+|south-?\\w+|neighbou?ring"
                    + "|the|rural|upstate)[ -])*";
    private static final String SORT =
            "(?:city|town|village|port|resort|capital|province|state|region|district|governorate|county|suburb|oblast)";
    private static final Pattern BEHIND =
            Pattern.compile("^(?:\u2019s|'s)?(?: " + SORT + ")?(?:, | \\(|,? in )" + SIDE + NAME);
    private static final Pattern OWNER =
            Pattern.compile(NAME + "(?:\u2019s|'s|\u2019|') (?:[\\p{Ll}-]+ ){0,3}(?:of )?$");
    private static final Pattern PEOPLE =
            Pattern.compile("(\\p{Lu}\\p{Ll}+) (?:[\\p{Ll}-]+ ){0,2}" + SORT + "(?: city)?(?: of)? $");
    private static final Pattern PROVINCE_BEHIND =
            Pattern.compile("^ (?:[Pp]rovince|[Ss]tate|[Gg]overnorate|region|[Pp]refecture|[Oo]blast)\\b");
    private static final Pattern PROVINCE_BEFORE =
            Pattern.compile("(?:province|state|governorate|region|prefecture|oblast)s? of $");
    private static final Pattern CITY_BEFORE = Pattern.compile("(?:city|town|capital|port)(?: city)?(?: of|,)? $");
    private static final Pattern CITY_BEHIND = Pattern.compile("^ [Cc]ity\\b|^-based\\b");
    private static final Pattern WATER_BEHIND = Pattern.compile(
            "^ (?:[Rr]iver|Sea|Lake|Mountains?|Valley|Strait|Gulf|Peninsula|Desert|Islands?|Bridge|Street|Road|Avenue"
                    + "|Airport|airport|International|Stadium|Park|Square|Dam|dam)\\b");
    private static final Pattern WATER_BEFORE =
            Pattern.compile("(?:[Rr]iver|Lake|Mount|Mt\\.?|Cape|Gulf of|Bay of|Strait of|Sea of|Isle of) $");
    private static final Pattern OFFICE =
            Pattern.compile("(?i)\\b(?:president|prime minister|minister|premier|chancellor"
                    + "|senator|sen\\.|congress(?:man|woman)|rep\\.|representative|lawmaker|MP|MEP|governor|gov\\.|mayor|king|queen"
                    + "|ambassador|secretary|speaker|justice|judge|general|marshal|admiral|chief|leader|legislator|politician"
                    + "|candidate|incumbent|lord|emir|sultan|attorney general|commissioner|envoy)\\b");

    private final ArticleText text;
    private final Gazetteers gazetteers;

    Surroundings(ArticleText text, Gazetteers gazetteers) {
        this.text = text;
        this.gazetteers = gazetteers;
    }

    /**
     * What is said of one name.
     *
     * @param holders countries and provinces that one mention is said to lie in
     * @param province whether most mentions call it a province or state
     * @param city whether most mentions call it a city
     * @param landmark whether most mentions are part of the name of a river, a mountain or a building
     */
    record Said(List<Place> holders, boolean province, boolean city, boolean landmark) {}

    Said ofPlace(Entity entity) {
        List<Place> holders = new ArrayList<>();
        int provinces = 0;
        int cities = 0;
        int landmarks = 0;
        List<Mention> mentions = some(entity);
        for (Mention mention : mentions) {
            String before = before(mention);
            String behind = behind(mention);
            holder(BEHIND.matcher(behind)).ifPresent(holders::addAll);
            holder(OWNER.matcher(before)).ifPresent(holders::addAll);
            people(PEOPLE.matcher(before)).ifPresent(holders::addAll);
            provinces += PROVINCE_BEHIND.matcher(behind).find()
                            || PROVINCE_BEFORE.matcher(before).find()
                    ? 1
                    : 0;
            cities += CITY_BEHIND.matcher(behind).find()
                            || CITY_BEFORE.matcher(before).find()
                    ? 1
                    : 0;
            landmarks += WATER_BEHIND.matcher(behind).find()
                            || WATER_BEFORE.matcher(before).find()
                    ? 1
                    : 0;
        }
        int half = mentions.size() / 2;
        return new Said(holders, provinces > half, cities > half, landmarks > half);
    }

    /** Whether a title of politics stands beside a mention. */
    boolean tellOffice(Entity entity) {
        return some(entity).stream()
                .anyMatch(mention -> OFFICE.matcher(before(mention)).find()
                        || OFFICE.matcher(behind(mention)).find());
    }

    private static List<Mention> some(Entity entity) {
        return entity.getMentions().subList(0, Math.min(entity.getMentions().size(), MENTIONS));
    }

    private String before(Mention mention) {
        return field(mention.getField()).substring(Math.max(0, mention.getStart() - REACH), mention.getStart());
    }

    private String behind(Mention mention) {
        String field = field(mention.getField());
        return field.substring(mention.getEnd(), Math.min(field.length(), mention.getEnd() + REACH));
    }

    private String field(String name) {
        return switch (name) {
            case "headline" -> text.headline();
            case "standfirst" -> text.standfirst();
            default -> text.body();
        };
    }

    /** The countries and provinces that the longest words captured name. */
    private Optional<List<Place>> holder(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String words = matcher.group(1);
        while (!words.isEmpty()) {
            List<Place> areas = gazetteers.places(words.replaceAll("(?:\u2019s|'s)$", "")).stream()
                    .filter(place -> !place.weak())
                    .map(Named::thing)
                    .filter(place -> place.kind() == Place.Kind.COUNTRY || place.kind() == Place.Kind.PROVINCE)
                    .toList();
            if (!areas.isEmpty()) {
                return Optional.of(areas);
            }
            int space = words.lastIndexOf(' ');
            words = space < 0 ? "" : words.substring(0, space);
        }
        return Optional.empty();
    }

    private Optional<List<Place>> people(Matcher matcher) {
        return matcher.find()
                ? Optional.of(gazetteers.demonym(matcher.group(1)).stream()
                        .map(Named::thing)
                        .toList())
                : Optional.empty();
    }
}
