package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import news.dateline.enrich.entities.Lexicon.ListKind;

/**
 * Makes up names of organisations of the kinds that news is full of, from words that such names are made of and listed
 * places, peoples and surnames: "Ministry of Rural Development", "Kisumu Stock Exchange", "Ghanaian Workers Front". Draws
 * only from the random numbers it is given.
 */
final class ComposedOrganizations {

    /** In capitals, what is filled in: P a place, D a people, L a surname, F a field; the others are lists below. */
    private static final List<String> FORMS = forms("""
            Ministry of F; Ministry of F and F; Department of F; F Ministry; F Department; Department of F and F;
            National F B; National B for F; F B; D F B; P F B; B for F; B of F; F and F B; International F B;
            D National B; Federal B of F; Supreme Court of P; P High Court; P Supreme Court; P District Court;
            P Police; P City Council; P Police Department; P Fire Department; P Chamber of Commerce; P Municipality;
            University of P; P University; L University; P Medical College; P State University; P General Hospital;
            P Hospital; L Hospital; P Institute of F; L Institute; L Foundation; L Centre for F; L Center;
            Bank of P; P Bank; D Central Bank; P Commercial Bank; P Stock Exchange; L Bank;
            P Airlines; P Airways; P Steel; P Power; P Electric; P Cement; P Telecom; P Oil; P Mining; P Petroleum;
            L Group; L Holdings; L Industries; L and L; L Motors; L & Sons; L Capital; L Corp; L Inc; L Ltd; L Technologies;
            P United; P City; P FC; FC P; P Rangers; P Stars; P Tigers; P Warriors; Real P; Sporting P; P Athletic;
            D Football Association; D Football Federation; D Cricket Board; D Olympic Committee; D Rugby Union;
            D Q Party; Q Party; D Q Front; Q Front for F; D Q Movement; P Q Party; Q Alliance; D Q Congress; Q Union;
            D Armed Forces; D Navy; D Air Force; D Army; D Red Crescent; D Red Cross; D Medical Association;
            P Times; P Post; P Tribune; P Herald; Daily P; The P Times; P Observer; Radio P; P TV;
            Union of D Workers; D Workers Union; National Union of D Q Students; D Teachers Union; F Workers Union;
            House of Representatives; National Assembly; D Parliament; P Assembly; P State Assembly; P Legislature;
            D Bar Association; P Bar Association; D Human Rights B; D Islamic B; P Catholic Diocese""");

    private static final Map<String, List<String>> PARTS = Map.of("F", forms("""
                    Foreign Affairs; Health; Finance; Defence; Defense; Education; Interior; Justice; Agriculture; Energy;
                    Transport; Tourism; Trade; Labour; Information; Culture; Water; Environment; Rural Development; Planning;
                    Industry; Commerce; Home Affairs; Public Works; Science; Technology; Sports; Youth; Women; Mining;
                    Economic Affairs; Religious Affairs; Human Rights; Elections; Civil Aviation; Maritime Affairs; Railways;
                    Fisheries; Housing; Communications; Social Welfare; Statistics; Disaster Management; Food Security;
                    Public Health; Disease Control; Investigation; Intelligence; Immigration; Customs; Revenue; Peace;
                    Strategic Studies; Policy Research; International Studies; Petroleum; Higher Education; Land Reform"""), "B", forms("""
                    Commission; Authority; Agency; Council; Board; Bureau; Institute; Committee; Association; Federation;
                    Service; Centre; Center; Office; Society; Organization; Organisation; Corporation; Fund; Network; Union;
                    Tribunal; Directorate; Trust; Foundation; Forum; Initiative; Administration"""), "Q", forms("""
                    Democratic; National; People's; Liberal; Socialist; Workers; Progressive; Republican; Patriotic; Unity;
                    Freedom; Liberation; Green; Conservative; Islamic; Reform; Justice; Labour; United; Popular; Citizens;
                    National Democratic; Social Democratic; Revolutionary; New; Solidarity; Nationalist; Independence"""));

    private final NameLists lists;
    private final List<String> countries;
    private final List<String> peoples;

    ComposedOrganizations(NameLists lists) {
        this.lists = lists;
        this.countries = lists.names(ListKind.COUNTRY).stream()
                .filter(country -> !country.contains(" of ") && country.indexOf(',') < 0)
                .toList();
        this.peoples = lists.names(ListKind.DEMONYM).stream()
                .filter(people -> !people.endsWith("s"))
                .map(people -> Character.toUpperCase(people.charAt(0)) + people.substring(1))
                .toList();
    }

    /** A name; empty if a list that it needs is. */
    String draw(SplittableRandom random) {
        List<String> words = new ArrayList<>();
        for (String word : pick(FORMS, random).split(" ", -1)) {
            String filled = fill(word, random);
            if (filled.isEmpty()) {
                return "";
            }
            words.add(filled);
        }
        return String.join(" ", words);
    }

    private String fill(String word, SplittableRandom random) {
        return switch (word) {
            case "P" -> pick(random.nextInt(3) == 0 ? countries : lists.names(ListKind.CITY), random);
            case "D" -> pick(peoples, random);
            case "L" -> pick(lists.names(ListKind.LAST), random);
            default -> PARTS.containsKey(word) ? pick(PARTS.get(word), random) : word;
        };
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.isEmpty() ? "" : from.get(random.nextInt(from.size()));
    }

    private static List<String> forms(String list) {
        return List.of(list.replace('\n', ' ').split(";\\s+", -1));
    }
}
