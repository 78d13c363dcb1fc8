package news.dateline.ingest.pages;

import java.util.List;
import java.util.Set;

/** News agencies and photo agencies, as datelines and credits print them. Immutable. */
final class Agencies {
    private static final Set<String> NAMES = Words.set("""
            afp, ap, reuters, dpa, efe, ansa, lusa, pti, ani, xinhua, tass, anadolu, aa, anadolu agency, kuna,
            wam, spa, qna, petra, mena, apa, belga, ats, keystone, keystone sda, sda, kna, epd, sid,
            europa press, ep, pa, aap, pa media, upi, bloomberg, ians, app, bss, unb, nan, kyodo, yonhap,
            the canadian press, canadian press, cp, associated press, the associated press,
            agence france presse, agencia brasil, agência brasil, ria novosti, interfax, ukrinform, pap, mti,
            ctk, čtk, ntb, tt, ritzau, anp, bta, agerpres, hina, tanjug, irna, isna, mehr, sana, nna, tap, aps,
            map, getty, getty images, epa, ddp, imago, shutterstock, istock, alamy, picture alliance, ap photo,
            afp photo, adnkronos, agi, askanews, télam, telam, notimex, colprensa, antara, bernama, vna, cna,
            ptv, online, nni, inp, agencies, agenturen, agences, agencias, agências, agenzie, rtr, awp, cmc,
            dw, taz, ots, knaap, رويترز, فرانس برس, أ ف ب, اف ب, أب, د ب أ, الأناضول, وكالات, سبوتنيك, واس,
            وام, قنا, بترا, كونا, سانا, وفا, أسوشيتد برس, شينخوا, معا, د ب ا, рейтер, тасс, риа новости,
            интерфакс""");

    private Agencies() {}

    /** Whether the text names an agency, alone or joined by slash, comma or "and" with others. */
    static boolean isAgency(String text) {
        String key = Wording.key(text);
        return NAMES.contains(key) || (text.length() < 60 && anyPart(text));
    }

    /** Whether the text is nothing but agencies' names. */
    static boolean isOnlyAgency(String text) {
        if (text.length() > 60) {
            return false;
        }
        for (String part : parts(trim(text))) {
            if (!NAMES.contains(Wording.key(part))) {
                return false;
            }
        }
        return true;
    }

    private static String trim(String text) {
        boolean bracketed = text.length() > 2 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')';
        return bracketed ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean anyPart(String text) {
        for (String part : parts(text)) {
            if (NAMES.contains(Wording.key(part))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parts(String text) {
        return List.of(text.replace(" and ", "/")
                .replace(',', '/')
                .replace('-', '/')
                .replace('|', '/')
                .split("/", -1));
    }
}
