package news.dateline.schemas.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One spelling for a page's queries: sorted, without what tracks the reader, names a session or asks for a variant. */
final class CanonicalQuery {
    private static final List<String> TRACKING_PREFIXES = List.of(
            "utm_",
            "mtm_",
            "pk_",
            "piwik_",
            "matomo_",
            "hsa_",
            "_hs",
            "__hs",
            "ns_",
            "fb_",
            "guce_",
            "oly_",
            "vero_",
            "at_custom",
            "at_link",
            "at_ptr",
            "cm_mmc",
            "ga_",
            "trk_",
            "ml_subscriber",
            "amp_",
            "wt_",
            "wt.",
            "cx_test",
            "aspsessionid");

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "igsh",
            "igshid",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "hsctatracking",
            "wickedid",
            "ref_src",
            "ref_url",
            "cmpid",
            "cmp",
            "ocid",
            "ito",
            "icid",
            "ncid",
            "nr_email_referer",
            "s_cid",
            "smid",
            "smtyp",
            "smprod",
            "guccounter",
            "at_medium",
            "at_campaign",
            "at_format",
            "at_bbc_team",
            "xtor",
            "wtmc",
            "trk",
            "trkcampaign",
            "sr_share",
            "__twitter_impression",
            "ftag",
            "spm",
            "scm",
            "_ga",
            "_gl",
            "_ke",
            "cvid",
            "zanpid",
            "otc",
            "tblci",
            "tbref",
            "oborigurl",
            "dicbo",
            "taid",
            "__s",
            "_branch_match_id",
            "_openstat",
            "action_object_map",
            "mibextid",
            "s_kwcid",
            "ef_id",
            "epik",
            "rb_clickid",
            "usqp",
            "campaign_id",
            "emc",
            "referringsource",
            "sharetype",
            "soc_src",
            "soc_trk",
            "fromrss",
            "replytocom",
            "jsessionid",
            "phpsessid",
            "sessionid",
            "session_id",
            "cfid",
            "cftoken",
            "zenid",
            "osid");

    /** Parameters that ask for another view of the same page, by name and value. */
    private static final Pattern VIEW =
            Pattern.compile("(?:amp|print|printable|mobile)(?:=(?:1|0|true|false|yes|no|y|amp|print)?)?|m=[01]"
                    + "|(?:outputtype|output|format|view|mode|display|type)=(?:amp|print|printable|mobile)"
                    + "|pagewanted=(?:print|all)|(?:ref|from|source|src|partner)=rss");

    private CanonicalQuery() {}

    static String of(String query) {
        List<String> kept = new ArrayList<>();
        String plain = query.replace("&amp;", "&").replace("+", "%20");
        for (String parameter : plain.split("&", -1)) {
            String normal = PercentEncoding.normalised(parameter);
            String lower = normal.toLowerCase(Locale.ROOT);
            if (!normal.isEmpty()
                    && !isTracking(lower.split("=", 2)[0])
                    && !VIEW.matcher(lower).matches()) {
                kept.add(normal);
            }
        }
        kept.sort(null);
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static boolean isTracking(String name) {
        return TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
