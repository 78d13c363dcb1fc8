package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the class names and id of an element hint at. Names are taken apart at hyphens, underscores and humps, so that
 * {@code c-newsletterSignup} says "newsletter" and {@code related} is not heard in {@code correlated}. Remembers what
 * it has seen; made for one page, used by one thread.
 */
final class Hints {
    static final int FURNITURE = 1;
    static final int DOUBTFUL = 2;
    static final int BODY = 4;
    static final int COMMENTS = 8;
    static final int DECK = 16;
    static final int BYLINE = 32;
    static final int CAPTION = 64;
    static final int CREDIT = 128;
    static final int DATE = 256;
    static final int HIDDEN = 512;

    private static final Set<String> FURNITURE_WORDS = Words.set("""
            share, sharing, shares, sharebar, sharetools, sharebuttons, social, socials, socialmedia, addthis,
            addtoany, sharethis, sharedaddy, related, relateds, recirc, recirculation, recommended,
            recommendation, recommendations, recommend, promo, promos, promotion, newsletter, newsletters,
            breadcrumb, breadcrumbs, navigation, navbar, sidebar, advert, adverts, advertisement, advertising,
            advertorial, adslot, adsense, dfp, gpt, sponsor, sponsored, outbrain, taboola, zergnet, teads,
            cookie, cookies, consent, gdpr, onetrust, popup, modal, toolbar, pagination, pager, trending,
            mostread, mostpopular, mostviewed, popular, readmore, readnext, upnext, authorbio, authorbox, bio,
            taglist, tagcloud, noprint, tooltip, login, donate, donation, followus, pullquote, skiplink,
            masthead, colophon, otherstories, morestories, inread, adcontainer, adwrapper, banner, disqus,
            livefyre, rating, ratings, socialshare, printfriendly, wpcf7, crosslink, crosslinks, leia,
            verwandt, werbung, anzeige, publicite, publicidad, publicidade, relacionadas, relacionados,
            relacionado, lireaussi, partage, compartir, teilen""");
    private static final Set<String> DOUBTFUL_WORDS = Words.set("""
            ad, ads, tags, tag, topics, topic, keywords, meta, metadata, menu, nav, footer, header, more,
            latest, teaser, teasers, promoted, next, prev, previous, widget, tools, links, link, card, cards,
            list, listing, feed, carousel, slider, slideshow, gallery, video, audio, player, listen, follow,
            subscribe, subscription, signup, subscriber, register, feedback, survey, poll, disclaimer,
            copyright, categories, category, print, overlay, notice, alert, cta, author, aside, external,
            embed, rail, app, jobs, event, events, comment, comments, recent, rss, box, stories, headlines,
            breaking, ticker""");
    private static final Set<String> FURNITURE_PAIRS = Words.set("""
            read more, read next, read also, also read, most read, most popular, most viewed, sign up,
            pull quote, author bio, author box, author info, about author, author description, author card,
            author profile, more stories, more from, more news, other stories, up next, sr only,
            visually hidden, screen reader, article tags, post tags, entry tags, tag list, tags list,
            tag links, story links, see also, social media, ad container, ad wrapper, ad slot, ad unit,
            ad block, ad label, ad placeholder, post navigation, entry meta, post meta, article meta,
            inline promo, related posts, skip link, article footer, entry footer, post footer, story footer,
            contribution box, membership box, subscribe box, print only, mobile app, app download, read too,
            te puede, copy link, button group, site header, site footer, page footer, top stories, latest news,
            you may, listen button, audio player, video player, image credit, report error, bottom bar,
            top bar, no print, hide print, offscreen text, nav links, jump link, linked articles, story list,
            list related, teaser list, inline newsletter, follow topic, follow author, follow us, twitter tweet, instagram media, tiktok embed, fb post, nl box,
            bluesky embed""");
    private static final Set<String> BODY_PAIRS = Words.set("""
            article body, story body, entry content, post content, article content, article text, story text,
            story content, post body, body text, body copy, content body, text content, news body, news text,
            news content, field body, article copy, single content, entry body, articulo cuerpo, rich text,
            article section, story paragraph, article paragraphs, corps article, texte article, nota cuerpo,
            paragraph content, main text, body content, article main, detail text, detail content,
            richtext content, page body, text body, content text, article detail, cuerpo nota, story article,
            blog content, wysiwyg content, copy paragraph, artikel text""");
    private static final Set<String> BODY_WORDS = Words.set("""
            articlebody, storybody, entrycontent, postcontent, articlecontent, articletext, storytext,
            bodytext, bodycopy, newstext, newsbody, fulltext, prose, articlepage, articlecopy, storycontent,
            artikeltext, wysiwyg, richtext, articolo, cuerpo, textkoerper""");
    private static final Set<String> DECKS = Words.set("""
            standfirst, deck, dek, subtitle, subheadline, subheading, subhead, subtitulo, chapo, sottotitolo,
            bajada, copete, strapline, summary, excerpt, sommario, chapeau, untertitel, entradilla, sumario,
            linhafina""");
    private static final Set<String> BYLINES = Words.set("""
            byline, bylines, authors, author, writer, reporter, autor, auteur, autore, autores, contributor,
            contributors, signature, firma""");
    private static final Set<String> CAPTIONS = Set.of(
            "caption",
            "captions",
            "figcaption",
            "imgcaption",
            "photocaption",
            "legend",
            "legende",
            "bildunterschrift",
            "didascalia",
            "cutline",
            "wpcaption");
    private static final Set<String> CREDITS =
            Set.of("credit", "credits", "copyright", "source", "photographer", "attribution");
    private static final Set<String> DATES = Set.of(
            "date",
            "dates",
            "timestamp",
            "pubdate",
            "published",
            "datetime",
            "dateline",
            "updated",
            "time",
            "publish",
            "fecha",
            "datum",
            "data");

    private static final Set<String> COMMENT_WORDS = Set.of("comments", "comment", "disqus", "respond", "commentlist");
    private static final Map<String, Integer> WORDS = index(Map.of(
            FURNITURE,
            FURNITURE_WORDS,
            DOUBTFUL,
            DOUBTFUL_WORDS,
            BODY,
            BODY_WORDS,
            COMMENTS,
            COMMENT_WORDS,
            DECK,
            DECKS,
            BYLINE,
            BYLINES,
            CAPTION,
            CAPTIONS,
            CREDIT,
            CREDITS,
            DATE,
            DATES));
    private static final Map<String, Integer> PAIRS = index(Map.of(FURNITURE, FURNITURE_PAIRS, BODY, BODY_PAIRS));

    private static final String[] OTHERS = {"id", "data-component", "data-testid"};

    private final Map<String, Integer> seen = new HashMap<>();

    int of(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        String names = element.attr("class");
        for (String attribute : OTHERS) {
            String value = element.attr(attribute);
            names = value.isEmpty() ? names : names.isEmpty() ? value : names + " " + value;
        }
        if (names.isEmpty()) {
            return 0;
        }
        if (names.length() > 400) {
            names = names.substring(0, 400);
        }
        String bare = withoutDigits(names);
        return seen.computeIfAbsent(bare, Hints::read);
    }

    /** Numbered names such as {@code menu-item-4711} are remembered once. */
    private static String withoutDigits(String names) {
        StringBuilder out = null;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit && out == null) {
                out = new StringBuilder(names.length()).append(names, 0, i);
            }
            if (out != null) {
                out.append(digit ? '0' : c);
            }
        }
        return out == null ? names : out.toString();
    }

    private static int read(String names) {
        int hints = 0;
        for (String name : Wording.words(names.replace('\n', ' ').replace('\t', ' '))) {
            List<String> words = words(name);
            String before = "";
            for (String word : words) {
                hints |= WORDS.getOrDefault(word, 0);
                hints |= before.isEmpty() ? 0 : PAIRS.getOrDefault(before + " " + word, 0);
                before = word;
            }
            hints |= words.size() > 1 && BODY_WORDS.contains(String.join("", words)) ? BODY : 0;
        }
        return hints;
    }

    private static Map<String, Integer> index(Map<Integer, Set<String>> meanings) {
        Map<String, Integer> index = new HashMap<>();
        meanings.forEach((hint, words) -> words.forEach(word -> index.merge(word, hint, (one, two) -> one | two)));
        return Map.copyOf(index);
    }

    /** The parts of a class name in lower case: {@code c-articleBody__text} gives c, article, body, text. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((!Character.isLetter(c) || hump) && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
