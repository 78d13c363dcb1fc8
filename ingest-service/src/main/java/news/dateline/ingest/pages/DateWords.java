package news.dateline.ingest.pages;

import java.util.Map;
import java.util.Set;

/** Words that surround a date on a page: labels, weekdays, particles, relative times. Immutable. */
final class DateWords {
    static final Set<String> UPDATED = Words.set("""
            updated, update, modified, revised, edited, aktualisiert, aktualisierung, aktualisierte, geändert,
            stand, jour, modifié, modifiée, actualisé, actualizado, actualizada, actualización, modificado,
            atualizado, atualizada, atualização, aggiornato, aggiornata, aggiornamento, modifica, modificato,
            bijgewerkt, güncelleme, güncellenme, güncellendi, обновлено, изменено, оновлено, تحديث, التحديث,
            تعديل, حُدث, uppdaterad, oppdatert, opdateret, päivitetty, zaktualizowano, aktualizacja, diperbarui""");
    static final Set<String> PUBLISHED = Words.set("""
            published, posted, publish, issued, created, publication, veröffentlicht, veröffentlichung,
            erschienen, erstellt, datum, date, publié, publiée, publicado, publicada, publicación, publicação,
            fecha, data, pubblicato, pubblicata, gepubliceerd, geplaatst, yayınlanma, yayın, giriş,
            опубликовано, نشر, النشر, نُشر, تاريخ, التاريخ, publicerad, publisert, publiceret, julkaistu,
            opublikowano, diterbitkan""");
    static final Set<String> FILLER = Words.set("""
            時, 分, 時分, 点, 시, 분, on, at, the, of, last, first, um, uhr, am, den, der, vom, zuletzt, à, a, le,
            mis, mise, dernière, il, el, la, las, los, de, del, do, da, di, em, às, as, alle, ore, ora, h, hs,
            hrs, hours, min, última, ultima, ultimo, último, op, om, uur, laatst, kl, klo, в, o, e, y, et, and,
            dnia, godz, saat, time, local, is, was, date, آخر, اخر, يوم, في, الساعة, بتاريخ, تم, م, ص, مساء,
            صباحا, بتوقيت, غرينتش, الموافق, this, article, story, pm, ist, wurde, hora, horas, heure, est,
            beitrag, artikel, by""");
    static final Set<String> WEEKDAYS = Words.set("""
            monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur,
            thurs, fri, sat, sun, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag,
            mo, di, mi, do, fr, sa, so, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lunes,
            martes, miércoles, miercoles, jueves, viernes, sábado, sabado, domingo, segunda, terça, quarta,
            quinta, sexta, feira, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, maandag,
            dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, الاثنين, الإثنين, الثلاثاء, الأربعاء,
            الاربعاء, الخميس, الجمعة, السبت, الأحد, الاحد, pazartesi, salı, çarşamba, perşembe, cuma,
            cumartesi, pazar, понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, måndag,
            tisdag, onsdag, torsdag, fredag, lördag, söndag""");
    static final Set<String> RELATIVE = Words.set("""
            ago, vor, hace, há, fa, atrás, geleden, önce, назад, منذ, قبل, il, yesterday, today, gestern,
            heute, hier, ayer, hoy, ontem, hoje, ieri, oggi, أمس, اليوم, sedan, siden, sitten, temu, now""");
    static final Set<String> UNITS = Words.set("""
            時, 分, 时, 点, 시, 분, sec, secs, second, seconds, s, m, min, mins, minute, minutes, h, hr, hrs, hour,
            hours, d, day, days, week, weeks, month, months, sekunden, sekunde, minuten, stunde, stunden, std,
            tag, tagen, tage, woche, wochen, seconde, secondes, heure, heures, jour, jours, semaine, semaines,
            segundo, segundos, minuto, minutos, hora, horas, día, días, dia, dias, semana, semanas, secondi,
            minuti, ore, ora, giorno, giorni, uur, dagen, dakika, saat, gün, минут, часов, часа, час, дней,
            ثانية, ثوان, دقيقة, دقائق, ساعة, ساعات, ساعتين, يوم, أيام, يومين, just, y""");

    /** Zones by the abbreviations that are printed behind a time; those that change in summer are regions. */
    static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("z", "Z"),
            Map.entry("bst", "+01:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("et", "America/New_York"),
            Map.entry("mt", "America/Denver"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("ct", "America/Chicago"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("pt", "America/Los_Angeles"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("ist", "+05:30"),
            Map.entry("pkt", "+05:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("мск", "+03:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"),
            Map.entry("brt", "-03:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("wat", "+01:00"),
            Map.entry("eat", "+03:00"),
            Map.entry("gst", "+04:00"),
            Map.entry("غرينتش", "Z"),
            Map.entry("جرينتش", "Z"));

    private DateWords() {}
}
