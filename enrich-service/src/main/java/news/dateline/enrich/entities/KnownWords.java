package news.dateline.enrich.entities;

import java.util.Set;

/** The English words that the rules know by heart, in small letters. Stateless. */
final class KnownWords {

    /** Words that keep a full stop behind them. */
    static final Set<String> ABBREVIATIONS = words("""
        mr mrs ms dr prof gen lt col maj capt sgt cpl adm brig cmdr sen rep gov pres st rev hon fr jr sr
        inc corp co ltd bros vs etc no jan feb mar apr jun jul aug sep sept oct nov dec mt ft ave blvd
        dept est al ph.d plc messrs supt insp det
        """);

    /** What may follow an apostrophe. */
    static final Set<String> CLITICS = words("""
        s re ve ll d m
        """);

    /** Small first parts of compound names: "al-Qaida". */
    static final Set<String> PARTICLES = words("""
        al el ul ur ud us ad ar as ash an at az ez es et il bin ibn abu abd bel ben ould e i o de la le
        les ou d l mc ol zu von van der den da do du dos st san santa
        """);

    /** Second parts that a name before the hyphen is no longer part of: "Oslo-based". */
    static final Set<String> TAILS = words("""
        based led run held made built born era style wide area bound friendly linked like only bred
        mediated majority wise free prone side related elect going sent taught hit level origin centric
        funded owned
        """);

    /** Countries, peoples and alliances, which a hyphen between two of them keeps apart. */
    static final Set<String> NATIONS = words("""
        us u.s. uk u.k. eu u.n. un uae america american britain british china chinese sino russia
        russian russo india indian indo pakistan pakistani pak afghanistan afghan iran iranian iraq
        iraqi israel israeli israelo palestine palestinian gaza egypt egyptian syria syrian lebanon
        lebanese jordan jordanian turkey turkish turkiye saudi qatar qatari yemen yemeni france french
        franco germany german italy italian spain spanish japan japanese korea korean taiwan taiwanese
        vietnam vietnamese thailand thai cambodia cambodian malaysia malaysian indonesia indonesian
        australia australian canada canadian mexico mexican brazil brazilian ukraine ukrainian poland
        polish belarus belarusian kazakhstan kazakh uzbekistan uzbek armenia armenian azerbaijan
        azerbaijani georgia georgian serbia serbian kosovo greece greek greco cyprus ethiopia ethiopian
        eritrea eritrean sudan sudanese chad chadian libya libyan kenya kenyan somalia somali uganda
        rwanda congo nigeria niger cuba cuban colombia colombian venezuela venezuelan nato asean europe
        european euro asia asian africa african arab bangladesh nepal mongolia hungary hungarian romania
        bulgaria albania albanian morocco moroccan algeria algerian tunisia tunisian
        """);

    /** Days and months; "may" is too often none. */
    static final Set<String> DAYS = words("""
        monday tuesday wednesday thursday friday saturday sunday january february march april june july
        august september october november december
        """);

    /** What may stand before the adjective of a region: "Central Asian". */
    static final Set<String> REGIONS = words("""
        central south north east west southeast latin pan eastern western northern southern middle
        """);

    /** Last words of the full names of companies and clubs. */
    static final Set<String> LEGAL_FORMS = words("""
        inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc ag sa se nv gmbh group
        holdings fc f.c. bhd pte
        """);

    private KnownWords() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
