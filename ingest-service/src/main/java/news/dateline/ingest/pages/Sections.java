package news.dateline.ingest.pages;

import java.util.Set;

/** Reads the section from a breadcrumb trail or a kicker, and the outlet's name from a copyright line. Stateless. */
final class Sections {
    private static final Set<String> NAMES = Words.set("""
            world, world news, politics, business, economy, sport, sports, culture, technology, tech, science,
            health, opinion, national, local, local news, regional, environment, climate, travel, education,
            entertainment, lifestyle, arts, media, money, markets, finance, middle east, asia, africa, europe,
            americas, us news, uk news, pakistan, india, crime, politik, wirtschaft, kultur, panorama, wissen,
            wissenschaft, gesundheit, digital, ausland, inland, lokales, regionales, feuilleton, meinung,
            vermischtes, umwelt, monde, politique, économie, société, planète, sciences, santé, régions,
            faits divers, international, política, economía, mundo, internacional, nacional, deportes, cultura,
            sociedad, ciencia, tecnología, salud, opinión, economia, esportes, esporte, desporto, país, brasil,
            ciência, tecnologia, saúde, politica, esteri, cronaca, mondo, سياسة, اقتصاد, رياضة, ثقافة, العالم,
            محليات, تكنولوجيا, علوم, صحة, منوعات, الشرق الأوسط, أخبار محلية""");
    private static final Set<String> HOMES = Set.of(
            "home",
            "homepage",
            "news",
            "start",
            "startseite",
            "accueil",
            "inicio",
            "início",
            "portada",
            "الرئيسية",
            "home page");

    private Sections() {}

    /** The last element of a trail such as {@code Home > World > Europe} that is no story and no front page. */
    static String ofTrail(String trail) {
        String section = null;
        for (String part :
                trail.replace('›', '>').replace('»', '>').replace('/', '>').split(">", -1)) {
            String name = part.strip();
            if (!name.isEmpty()
                    && !HOMES.contains(Wording.key(name))
                    && Wording.words(name).size() <= 3) {
                section = name;
            }
        }
        return section;
    }

    static boolean isHome(String name) {
        return HOMES.contains(Wording.key(name));
    }

    static String ofKicker(String line) {
        return NAMES.contains(Wording.key(line)) ? line : null;
    }

    /** The holder in {@code © 2025 Holder. All rights reserved}, or {@code null}. */
    static String ofCopyright(String line) {
        int sign = line.indexOf('©');
        if (sign < 0 || line.length() > 160) {
            return null;
        }
        int i = sign + 1;
        boolean year = false;
        while (i < line.length() && " 0123456789-–".indexOf(line.charAt(i)) >= 0) {
            year |= Character.isDigit(line.charAt(i));
            i++;
        }
        int end = i;
        while (end < line.length() && ".,|–(".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String name = line.substring(i, end).strip();
        boolean good = Wording.startsUpper(name) && Wording.words(name).size() <= 6 && !Agencies.isAgency(name);
        return year
                        && good
                        && !Wording.key(name).startsWith("all ")
                        && !Wording.key(name).startsWith("copyright")
                ? name
                : null;
    }
}
