package news.dateline.ingest.pages;

import java.util.List;
import java.util.Set;

/** The vocabulary of {@link Furniture}, as {@link Wording#key} spells it. Immutable. */
final class FurniturePhrases {
    /** Whole lines. */
    static final Set<String> WHOLE = Words.set("""
            urgent, bulletin, forward to a friend, view in browser, unsubscribe,
            read later, save for later, listen now, gift article, watch later, add to favourites,
            add to favorites, حجم الخط, end of list, content is loading, tagged, اقرأ المقال, حجم النص, تصغير,
            تكبير, short url, skip advertisement, ad feedback, advertisementskip advertisement,
            suggested topics, article continues after this advertisement, scroll to continue,
            continue reading the main story, this is an ad, report this ad, video player is loading,
            read more on this topic, thanks for sharing, read more, lire l article, 分享, 收藏, 评论, 打印, 登录, 注册, 首页,
            シェア, 印刷, 공유, 인쇄, x com, link kopieren, follow, following, share, shares, tweet, post, email,
            e mail, print, save, saved, bookmark, copy link, link copied, copied, facebook, twitter, x,
            whatsapp, telegram, linkedin, reddit, pinterest, instagram, youtube, tiktok, flipboard, messenger,
            pocket, bluesky, threads, mastodon, viber, skype, rss, share this, share this article,
            share this story, share article, share on facebook, share on twitter, share on x,
            share on whatsapp, share via email, gift this article, give this article, advertisement,
            advertisements, advertising, ad, ads, sponsored, sponsored content, promoted, promoted content,
            paid content, article continues below, article continues after advertisement,
            story continues below, story continues below advertisement, continue reading below,
            continue reading, more, see more, show more, load more, view more, view all, see all, learn more,
            close, menu, search, home, homepage, sign in, log in, login, logout, register, sign up, subscribe,
            subscribe now, my account, account, skip to content, skip past newsletter promotion,
            after newsletter promotion, privacy notice, skip to main content, skip to navigation,
            skip navigation, back to top, top, next, previous, next article, previous article, next story,
            previous story, next post, previous post, listen, listen to article, listen to this article,
            listen to this story, play, pause, watch, watch video, video, audio, play video, image, photo,
            photos, gallery, photo gallery, enlarge, enlarge image, expand, caption, hide caption,
            toggle caption, topics, tags, topic, tag, comments, comment, view comments, show comments,
            join the conversation, reply, report, report a typo, report an error, suggest a correction,
            breaking, breaking news, live, newsletter, newsletters, sign up for our newsletter, about us,
            about, contact, contact us, privacy, privacy policy, terms, terms of use, terms of service,
            terms and conditions, cookie policy, cookie settings, accept, accept all, reject all,
            accept cookies, manage cookies, got it, ok, sitemap, help, faq, careers, jobs, shop, events,
            weather, horoscope, crossword, e paper, epaper, download app, get the app, text size, font size,
            a a, aa, a a a, reading time, english, arabic, urdu, latest, latest news, trending, notifications,
            turn on notifications, copy, unfollow, edition, add us on google, google news, prefer us on google,
            follow us, follow us on google news, make us preferred on google, like, likes, dislike, views,
            short link, go, submit, ad choices, adchoices, donate, support us, anzeige, werbung, teilen,
            merken, drucken, artikel teilen, mehr, mehr lesen, weiterlesen, weitere artikel, anmelden,
            abmelden, registrieren, suche, suchen, menü, startseite, abonnieren, abo, kommentare, kommentieren,
            vorlesen, artikel anhören, anhören, zurück, weiter, nach oben, impressum, datenschutz, agb,
            kontakt, newsletter abonnieren, zur startseite, zum inhalt springen, zum hauptinhalt springen,
            bildergalerie, zur merkliste hinzufügen, feedback, folgen, schließen, akzeptieren,
            alle akzeptieren, partager, partager sur facebook, partager l article, publicité, pub, imprimer,
            enregistrer, envoyer, lire plus, lire la suite, voir plus, accueil, rechercher, recherche,
            se connecter, connexion, s abonner, abonnez vous, s inscrire, suivre, commenter, commentaires,
            réagir, écouter, écouter l article, écouter cet article, fermer, accepter, tout accepter,
            mentions légales, retour, haut de page, aller au contenu, lire dans l app, offrir cet article,
            offrir l article, favoris, ajouter aux favoris, compartir, compartir en facebook, publicidad,
            imprimir, guardar, enviar, leer más, ver más, inicio, buscar, iniciar sesión, suscríbete,
            suscribirse, suscribete, regístrate, seguir, comentar, comentarios, escuchar, escuchar noticia,
            cerrar, aceptar, aviso legal, portada, menú, ir al contenido, compartilhar, compartilhe,
            publicidade, salvar, leia mais, ver mais, continua após a publicidade,
            continua depois da publicidade, início, entrar, assine, assine já, comentários, ouvir, fechar,
            aceitar, ir para o conteúdo, siga, partilhar, ouvir artigo, condividi, pubblicità, stampa, salva,
            leggi di più, leggi tutto, cerca, accedi, abbonati, iscriviti, segui, commenta, commenti, ascolta,
            ascolta l articolo, chiudi, accetta, vai al contenuto, شارك, مشاركة, شارك المقال, شارك الخبر,
            إعلان, اعلان, إعلانات, طباعة, حفظ, متابعة, تابعنا, الرئيسية, بحث, تسجيل الدخول, اشترك, اشترك الآن,
            تعليقات, التعليقات, أضف تعليقا, استمع, استمع إلى المقال, المزيد, إغلاق, نسخ الرابط, رابط مختصر,
            فيسبوك, تويتر, واتساب, تيليغرام, إكس, تكبير الخط, اتصل بنا, من نحن, delen, advertentie, lees meer,
            zoeken, inloggen, abonneren, поделиться, реклама, читать далее, подписаться, paylaş, reklam, dela,
            annons, del, annonse, udostępnij, reklama, image source, media caption, published, updated,
            original article, view original, read in app, open in app, edit, font, a, zoom, fullscreen,
            reuse this content, most viewed, explore more, more on this story, the daily newsletter,
            rights and permissions""");

    /** First words of lines that send the reader elsewhere. */
    static final Set<String> CALLS = Words.set("""
            follow, read, visit, see, watch, more, contact, email, find, join, siga, síguenos, sigue, suivez,
            folgen, mehr, segui, seguici, تابع, تابعوا, للمزيد""");

    /** Lines above a story's summary. */
    static final Set<String> KEY_POINTS = Words.set("""
            key points, key takeaways, highlights, at a glance, story highlights, in short, takeaways,
            quick read, quick reads, das wichtigste in kürze, auf einen blick, in kürze, l essentiel,
            en résumé, les points clés, claves, puntos clave, lo esencial, pontos principais, em resumo,
            punti chiave, in sintesi, أبرز النقاط, النقاط الرئيسية, ملخص""");

    /** Lines that carry a number beside these words. */
    static final Set<String> COUNTED = Words.set("""
            list of items, list of, item of, comments, comment, shares, share, views, likes, min read,
            minute read, minutes read, mins read, minutes to read, min, reading time min, reading time minutes,
            read time min, estimated reading time min, estimated reading time minutes, reads, retweets,
            followers, photos, images, kommentare, lesezeit min, lesezeit minuten, lesedauer min,
            lesedauer minuten, min lesezeit, minuten lesezeit, min lesen, commentaires, commentaire,
            lecture min, lecture minutes, temps de lecture min, temps de lecture minutes, min de lecture,
            minutes de lecture, partages, comentarios, min de lectura, minutos de lectura, lectura min,
            tiempo de lectura min, comentários, min de leitura, minutos de leitura, leitura min,
            tempo de leitura min, commenti, min di lettura, minuti di lettura, lettura minuti,
            tempo di lettura min, تعليق, تعليقات, دقيقة قراءة, دقائق قراءة, دقائق للقراءة, مشاهدة, مشاهدات,
            قراءة دقيقة, مدة القراءة دقائق, مدة القراءة دقيقة, min leestijd, s, page of, of, listen min,
            minute listen, min listen, video, audio""");

    /** Beginnings of lines. */
    static final List<String> PREFIXES = Words.list("""
            portrait of~, read the original, partager sur~, compartir en~, condividi su~, auf facebook teilen,
            teilen auf~, content is loading, encontrou algum erro, found an error, spotted an error,
            have you spotted, signaler une erreur, fehler gefunden, fehler melden, has encontrado un error,
            got a story, got a tip, do you have a story, share this~, share on~, share to~, follow us~,
            follow the~, sign up~, sign in~, log in~, subscribe to~, subscribe for~, skip to~, skip past~,
            all the weeks~, get all the~, short url, click here~, tap here~, download our~, download the app,
            get our~, listen to this~, advertisement~, add as preferred, add us as~, choose us~, print this~,
            email this~, join our whatsapp, join us on~, topics~, tags~, filed under, posted in~, categories~,
            category~, hashtags~, schlagwörter~, schlagworte~, themen~, mots clés, mots cles, etiquetas~,
            más sobre, palabras clave, tag~, abonnez vous~, suivez nous, inscrivez vous, newsletter~, síguenos,
            suscríbete~, siga o~, siga a~, iscriviti~, seguici~, abonnieren sie, folgen sie, jetzt abonnieren,
            jetzt anmelden, تابعونا, تابع آخر, اشترك في, كلمات مفتاحية, كلمات دالة, الكلمات المفتاحية, وسوم,
            photo gallery, view gallery, you have~, already a subscriber, not a subscriber,
            already have an account, sponsored by, presented by~, image source, loading""");

    /** Lines above links to other stories. */
    static final Set<String> RELATED = Words.set("""
            tagged, also worth reading, you may also be interested in, stories you may like,
            what others are reading, archivado en, archivé dans, la rédaction vous conseille, see more on,
            más sobre el tema, te recomendamos, nossas recomendações, mehr dazu, mehr zu, weitere meldungen,
            plus d informations, vous aimerez aussi, da leggere, related, related articles, related stories,
            related news, related posts, related topics, related content, related coverage, related reading,
            related links, you may also like, you might also like, you may like, recommended,
            recommended for you, recommended stories, recommended reading, more stories, more news,
            more from author, most read, most popular, most viewed, most shared, popular, popular now,
            popular stories, trending now, trending stories, top stories, latest stories, latest news,
            latest articles, latest headlines, editors picks, editors choice, dont miss, in case you missed it,
            whats next, up next, read next, also read, also in the news, around the web, from the web,
            more on this, more on this story, more on this topic, more like this, other stories, other news,
            must read, must reads, what to read next, explore, see also, keep reading, mehr zum thema,
            zum thema, lesen sie auch, auch interessant, das könnte sie auch interessieren,
            das könnte sie interessieren, meistgelesen, meist gelesen, weitere themen, verwandte artikel,
            ähnliche artikel, weitere nachrichten, aktuelle nachrichten, empfehlungen, top themen,
            mehr aus diesem ressort, à lire aussi, a lire aussi, lire aussi, sur le même sujet, les plus lus,
            articles liés, à lire également, voir aussi, à découvrir, dans la même rubrique,
            recommandé pour vous, nos autres articles, lea también, lee también, te puede interesar,
            le puede interesar, más leídas, más leído, lo más leído, lo más visto, noticias relacionadas,
            más noticias, más información, relacionado, artículos relacionados, también te puede interesar,
            leia também, veja também, leia mais, mais lidas, as mais lidas, notícias relacionadas,
            relacionadas, saiba mais, últimas notícias, leggi anche, articoli correlati, potrebbe interessarti,
            più letti, i più letti, ti potrebbe interessare, ultime notizie, altre notizie, اقرأ أيضا,
            اقرأ أيضاً, إقرأ أيضا, اقرأ ايضا, مقالات ذات صلة, أخبار ذات صلة, مواضيع ذات صلة, ذات صلة,
            موضوعات متعلقة, الأكثر قراءة, الأكثر مشاهدة, المزيد من الأخبار, قد يعجبك أيضا, آخر الأخبار,
            lees ook, meest gelezen, читайте также, ilgili haberler, läs också, les også, læs også,
            czytaj także, zobacz też""");

    /** Beginnings of such lines. */
    static final List<String> RELATED_PREFIXES = Words.list("""
            read more~, read also~, also read~, read next~, related~, see also~, more from~, more on~,
            more in~, watch now~, watch also~, recommended~, dont miss~, lesen sie auch~, lesen sie hier~,
            mehr zum thema~, lire aussi~, à lire aussi~, a lire aussi~, lea también~, lee también~, lea además,
            leia também~, leia mais~, veja também~, leggi anche~, اقرأ أيضا~, اقرأ أيضاً, إقرأ أيضا~,
            اقرأ ايضا~, شاهد أيضا, lees ook~, читайте также~, most read in~, top stories in~, latest in~,
            read this~, you may also~""");

    /** Words that announce one link on their own line, before a colon. */
    static final Set<String> LINK_LABELS = Words.set("""
            more, read, watch, see, also, listen, video, photos, gallery, dossier, lire, mehr, related, vidéo,
            podcast, graphic, interactive, opinion piece, from the archives, lea, leia, leggi, شاهد, اقرأ""");

    /** Lines above readers' comments. */
    static final Set<String> ENDS = Words.set("""
            top comments, all comments, most liked comments, see all comments, view all comments, read comments,
            beste kommentare, alle kommentare, tous les commentaires, todos los comentarios,
            leave a comment, leave a reply, post a comment, add a comment, write a comment, reader comments,
            readers comments, comments, join the discussion, join the conversation, comments section,
            kommentare, kommentar schreiben, kommentar verfassen, schreiben sie einen kommentar,
            leserkommentare, commentaires, laisser un commentaire, ajouter un commentaire, comentarios,
            deja un comentario, deja tu comentario, comentários, deixe um comentário, deixe seu comentário,
            commenti, lascia un commento, التعليقات, تعليقات القراء, أضف تعليق, أضف تعليقا, اترك تعليقا,
            reacties""");

    /** Sentences to the reader. */
    static final List<String> NOTICES = Words.list("""
            notre rédaction vous, une sélection rien que pour vous, notre sélection exclusive,
            sent to your inbox, a version of this article appears in print,
            a version of this story appeared in, our standards the, all rights reserved,
            this material may not be published, support quality journalism, store and access information,
            store and or access information, access information on a device, partners process, vendors process,
            we use cookies, uses cookies, use of cookies, our cookie policy, your cookie, cookies to improve,
            your browser does not support, javascript is disabled, javascript aktiviert sein, javascript aktivieren, activer javascript,
            activez javascript, habilitar javascript, habilite javascript, view this post on instagram, enable javascript, please enable,
            our newsletter, our daily newsletter, our weekly newsletter, our morning newsletter, to your inbox,
            in your inbox, your email address, your e mail address, our privacy policy, our terms of,
            may not be published broadcast rewritten, download our app, sign up here, flagship newsletter,
            newsletters may contain, sign up now, download the app, subscribe to our, sign up for our,
            sign up to our, follow us on, like us on facebook, our whatsapp channel, our telegram channel,
            our youtube channel, subscribe to continue, subscribe to read, this article is for subscribers,
            become a member, already a subscriber, support our journalism, this site is protected by recaptcha,
            please log in to, you must be logged in, send us a tip, article continues below,
            story continues below, we value your privacy, cookies verwenden, wir verwenden cookies,
            verwendet cookies, unseren newsletter, unserem newsletter, unser newsletter,
            alle rechte vorbehalten, unsere datenschutz, jetzt abonnieren, folgen sie uns auf,
            utilisons des cookies, utilise des cookies, notre newsletter, nos newsletters, votre boîte mail,
            votre adresse e mail, tous droits réservés, réservé aux abonnés, suivez nous sur,
            utilizamos cookies, usamos cookies, nuestra newsletter, nuestro boletín, nuestros boletines,
            tu correo electrónico, su correo electrónico, todos los derechos reservados, síguenos en,
            nuestro canal de, política de cookies, política de privacidad, nossa newsletter, nosso boletim,
            seu e mail, todos os direitos reservados, siga nos, nosso canal no, utilizziamo i cookie,
            utilizza cookie, nostra newsletter, tutti i diritti riservati, riproduzione riservata, seguici su,
            ملفات تعريف الارتباط, جميع الحقوق محفوظة, نشرتنا البريدية, النشرة البريدية, بريدك الإلكتروني,
            تابعونا على, تابعنا على, للاشتراك في, alle rechten voorbehouden, все права защищены,
            tüm hakları saklıdır, copyright 20, by clicking accept, by continuing you agree, by signing up you,
            by subscribing you, click here to subscribe, follow our live, want more stories like this,
            catch all the, for more stories like this""");

    /** Beginnings of notices. */
    static final List<String> RIGHTS = Words.list("""
            copyright 2, copyright 1, copyright the~, copyright all, cookies help us, this website uses,
            this site uses, get the latest news, get the day, get the best of, stay informed with,
            stay up to date with, never miss a story, enjoying our, thank you for reading,
            this story originally appeared, this article originally appeared, this article was originally published,
            this story was originally published, this article was first published, this story was first published,
            do you have an opinion on the issues raised,
            follow the latest news on our""");

    /** Words of pages that refuse. */
    static final List<String> REFUSALS = Words.list("""
            subscribe to continue, manage options, manage preferences, 404, page not found, page you requested,
            page you are looking for, page youre looking for, access denied, 403 forbidden,
            internal server error, bad gateway, service unavailable, are you a robot, not a robot,
            verify you are human, checking your browser, enable javascript, enable cookies,
            forgot your password, forgot password, reset your password, sign in to continue,
            log in to continue, create an account, dont have an account, connection timed out,
            too many requests, unusual traffic, seite nicht gefunden, seite wurde nicht gefunden,
            passwort vergessen, page introuvable, page nexiste, mot de passe oublié, página no encontrada,
            olvidaste tu contraseña, página não encontrada, esqueceu a senha, esqueci minha senha,
            pagina non trovata, password dimenticata, الصفحة غير موجودة, نسيت كلمة المرور,
            pagina niet gevonden, страница не найдена, no results found, we use cookies, domain is for sale,
            under construction""");

    private FurniturePhrases() {}
}
