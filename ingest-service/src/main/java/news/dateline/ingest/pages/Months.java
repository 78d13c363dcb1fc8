package news.dateline.ingest.pages;

import java.util.HashMap;
import java.util.Map;

/** Month names, full and short, in the languages that outlets commonly print; immutable. */
final class Months {
    /** A row is a language, its twelve months separated by spaces, spellings of one month by a slash. */
    private static final String[] ROWS = {
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct"
                + " november/nov december/dec",
        "januar/jänner/jan februar/feber/feb märz/maerz/mrz/mär april/apr mai juni/jun juli/jul august/aug"
                + " september/sept/sep oktober/okt november/nov dezember/dez",
        "janvier/janv/jan février/fevrier/févr/fév/fev mars/mar avril/avr mai juin juillet/juil/jul août/aout"
                + " septembre/sept octobre/oct novembre/nov décembre/decembre/déc/dec",
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sep/set"
                + " octubre/oct noviembre/nov diciembre/dic",
        "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set"
                + " outubro/out novembro/nov dezembro/dez",
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett"
                + " ottobre/ott novembre/nov dicembre/dic",
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt"
                + " november/nov december/dec",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts/mars april maj/mai juni juli august september oktober november december/desember/des",
        "januari februari maret april mei juni juli agustus/agu september oktober november desember",
        "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas"
                + " aralık/ara",
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja czerwca/czerwiec lipca/lipiec"
                + " sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
        "января/январь/янв февраля/февраль/фев марта/март апреля/апрель/апр мая/май июня/июнь июля/июль"
                + " августа/август/авг сентября/сентябрь/сен октября/октябрь/окт ноября/ноябрь/ноя"
                + " декабря/декабрь/дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "يناير/جانفي فبراير/فيفري مارس أبريل/ابريل/إبريل/افريل/أفريل مايو/ماي يونيو/يونيه/جوان يوليو/يوليه/جويلية"
                + " أغسطس/اغسطس/أوت/غشت سبتمبر/شتنبر أكتوبر/اكتوبر نوفمبر/نونبر ديسمبر/دجنبر",
        "كانون-الثاني شباط آذار/اذار نيسان أيار/ايار حزيران تموز آب أيلول/ايلول تشرين-الأول/تشرين-الاول"
                + " تشرين-الثاني كانون-الأول/كانون-الاول",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
                + " δεκεμβρίου",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "január február március április május június július augusztus szeptember október november december",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
                + " marraskuuta joulukuuta",
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    };

    private static final Map<String, Integer> BY_NAME = byName();

    private Months() {}

    /** 1 to 12, or 0 for a word that is no month; the name in lower case, two-word names joined by a hyphen. */
    static int of(String name) {
        return BY_NAME.getOrDefault(name, 0);
    }

    private static Map<String, Integer> byName() {
        Map<String, Integer> months = new HashMap<>();
        for (String row : ROWS) {
            int month = 1;
            for (String names : row.split(" ", -1)) {
                for (String name : names.split("/", -1)) {
                    months.putIfAbsent(name, month);
                }
                month++;
            }
        }
        return Map.copyOf(months);
    }
}
