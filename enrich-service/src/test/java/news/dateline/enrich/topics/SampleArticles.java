package news.dateline.enrich.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.enrich.annotate.ArticleText;

/** Invented articles, one for each root that a newsroom files daily, long enough to be read passage by passage. */
final class SampleArticles {

    private SampleArticles() {}

    /** Articles by the code of the root that they belong under. */
    static Map<String, ArticleText> byRoot() {
        Map<String, ArticleText> articles = new LinkedHashMap<>();
        articles.put("medtop:01000000", article("Orchard drama takes three prizes at film festival", """
            A quiet drama about two sisters who inherit an orchard won best picture, best director and best
            actress on Saturday night. The director, making her second feature, told the audience that she
            had written the script in a borrowed kitchen.

            The jury praised the photography and the score, which was recorded by a string quartet in a
            village church. Critics had expected the prize to go to a musical with a much larger budget and
            two well-known stars.

            The film opens in cinemas in March and has been sold to distributors in eleven countries. Its
            leading actress is to appear on stage this autumn in a new play. An exhibition of costumes from
            the production will tour galleries next year, and the novel on which the story is based has
            been reprinted.\
            """));
        articles.put("medtop:02000000", article("Former accountant jailed for eight years over charity theft", """
            A former accountant who stole two million pounds from three charities was sentenced to eight
            years in prison on Thursday. The judge said that she had shown no remorse and had lied to
            detectives from the day of her arrest.

            The jury at the crown court took four hours to find her guilty of fraud and false accounting.
            Prosecutors said that she forged invoices and moved the money through accounts in her brother's
            name. He was acquitted.

            Her lawyer told the court that she would appeal against the sentence. Police said that they
            were still tracing some of the money and asked anyone who had lent her cash to contact the
            investigation. A confiscation hearing will be held in June before the same judge.\
            """));
        articles.put("medtop:03000000", article("Ferry capsizes in storm, at least 40 feared drowned", """
            A crowded ferry capsized in heavy seas off the southern coast early on Sunday and at least 40
            people were feared dead. Rescuers pulled 112 survivors from the water, many of them suffering
            from cold and shock.

            Coastguard boats and two helicopters searched through the night for the missing. Fishermen who
            heard the distress call were the first to reach the wreck and took children aboard their boats.

            Survivors said that the vessel listed suddenly after a wave broke a window on the car deck, and
            sank within minutes. Divers will try to reach the hull when the wind drops. Relatives gathered
            at the harbour, where emergency workers read out the names of the rescued. It is the worst
            accident on the route in twenty years.\
            """));
        articles.put("medtop:04000000", article("Shoe maker's profits slide as costs rise", """
            The country's largest shoe maker reported a fall of a third in annual profits on Tuesday and
            warned that raw materials would stay expensive. Its shares lost nine per cent in early trading.

            Pre-tax profit was 84 million euros on revenue of 1.2 billion, below the forecasts of most
            analysts. Sales in Asia grew, but retailers at home cut their orders as consumers spent less.

            The chief executive said that two factories would be merged and that the dividend would be
            held. The company hopes to save 30 million euros a year. Investors have pressed the board to
            consider an offer from a rival, which raised its stake to twelve per cent in January. Bankers
            said that a takeover would need to be financed by debt at higher interest rates.\
            """));
        articles.put("medtop:05000000", article("Pupils to sit new reading test at seven", """
            All pupils in primary schools will sit a short reading test at the age of seven from next
            autumn, under plans sent to headteachers on Monday. Teachers will mark the papers in the
            classroom and results will go to parents.

            A teaching association said that the exam would narrow the curriculum and put children under
            needless strain. Some schools already set a similar test and say that it helps them to find
            pupils who need extra lessons.

            Researchers at a college of education followed 3,000 children through their first school years.
            They found that small classes and trained reading tutors made more difference than tests.
            Student teachers will be offered a course in early literacy before they graduate.\
            """));
        articles.put("medtop:06000000", article("Beavers bring wetland back to drained valley", """
            Ten years after beavers were released in a drained valley, ponds and marsh cover a third of it
            and rare birds have come back, a survey by conservationists shows. Dragonflies, frogs and
            otters have returned as well.

            The dams slow the river and filter out farm pollution, and the wet soil stores carbon that
            would otherwise escape as greenhouse gas. Ecologists counted 40 species of plant that had been
            lost from the habitat.

            Environmental groups want the animals to be protected across the country. They say that
            restoring wetlands is among the cheapest ways to adapt to climate change and to stop the loss
            of biodiversity. Plans for a second nature reserve upstream will be published in the spring.\
            """));
        articles.put("medtop:07000000", article("Blood test finds kidney disease years earlier", """
            A cheap blood test can show signs of kidney disease years before patients feel ill, doctors
            reported on Wednesday. The test was tried in 14 hospitals on more than 6,000 people with
            diabetes or high blood pressure.

            Those found to be at risk were given tablets and advice on diet, and fewer of them later needed
            dialysis or a transplant. Side effects of the treatment were mild.

            Nurses can take the sample at a family doctor's clinic and the result comes within a day.
            Health officials will decide this summer whether to offer the screening to everyone over 50. A
            patients' charity said that many people learn of the disease only when their kidneys are
            already failing, and that early diagnosis saves lives.\
            """));
        articles.put("medtop:09000000", article("Dockers strike over pay and shifts", """
            Dock workers at six harbours walked out at midnight in a dispute over pay and longer shifts,
            and their trade union said that the strike would last until Friday. Picket lines formed at the
            gates before dawn.

            The union wants a pay rise of seven per cent and a limit on overtime. Employers have offered
            four per cent and say that new working hours are needed to keep jobs. Talks with a mediator
            broke down on Saturday.

            Union leaders said that nine in ten members had voted for industrial action. Office staff were
            told to stay at home. The employers' federation warned of layoffs if the walkout is repeated,
            and said that wages at the docks were already above the average for the region.\
            """));
        articles.put("medtop:10000000", article("Forty-eight hours in a town of canals and custard tarts", """
            Come by the slow train, leave your bags at one of the small hotels by the lock, and start with
            coffee and a warm custard tart in the market hall. The old town is best on foot, and most
            sights are ten minutes apart.

            Hire a rowing boat for the afternoon and have lunch at a waterside restaurant: the grilled
            perch is a treat and a glass of local white wine costs less than a bottle of water at the
            airport.

            In the evening, stroll to the lantern garden or try the cooking class, where guests roll their
            own dumplings. Families will like the beach and the cycle path. If it rains, there are antique
            shops to browse and a spa with a salt pool. Book rooms early for the summer holidays.\
            """));
        articles.put("medtop:11000000", article("Coalition falls as junior partner leaves cabinet", """
            The government lost its majority on Friday when the smaller of the two coalition parties
            withdrew its four ministers from the cabinet. The prime minister said that she would ask
            parliament for a vote of confidence next week.

            The partners had quarrelled for months about the budget and a reform of local councils. The
            opposition leader called for an early election and said that voters had lost patience.

            If the vote fails, the president must dissolve parliament within ten days. Polls suggest that
            neither bloc would win enough seats to govern alone. Party officials met late into the night to
            discuss candidates. Foreign diplomats said that a treaty due to be signed at a summit in May
            might have to wait for a new government.\
            """));
        articles.put("medtop:12000000", article("Bishop opens rebuilt church to worshippers of three faiths", """
            A parish church that was rebuilt by its congregation was consecrated on Sunday by the bishop,
            who prayed with an imam and a rabbi before the altar. Hundreds of worshippers sang hymns in the
            rain.

            The priest said that the doors would be open to every faith. Muslims from the mosque across the
            street gave the carpet for a prayer room, and the synagogue lent its choir.

            In his sermon the bishop recalled the saint to whom the church is dedicated and quoted the
            Bible on hospitality. The archbishop sent a blessing. Pilgrims who walk to the monastery in the
            hills will be able to rest there, and a small chapel holds a relic that was thought lost.\
            """));
        articles.put("medtop:13000000", article("Browser makers race to patch flaw in picture format", """
            Makers of the most used web browsers released security updates on Tuesday after researchers
            showed that a single crafted image could run code on a computer. Users were told to install the
            patch at once.

            The bug sits in open source software that decodes pictures and is part of many phone apps as
            well. It was found by engineers who feed random data to programs until they crash.

            No attack has been seen on the internet so far. Developers said that older smartphones may
            never get the update, because their makers no longer support the operating system. A laboratory
            is testing a tool, based on machine learning, that rewrites such code in a safer programming
            language. Its first results will be shown at a computer science conference.\
            """));
        articles.put("medtop:14000000", article("More single fathers raise children alone, census shows", """
            One family in thirty is now headed by a single father, twice as many as a generation ago,
            according to the census. Most of the men are divorced and most have two children or more.

            Campaigners for equality say that the figures show how parenting roles are changing, but that
            prejudice remains. Fathers told interviewers that they felt out of place in playgroups, and
            mothers that they were judged for leaving.

            The report also found more couples who live together without marriage and more adults who care
            for elderly parents. Poverty is most common in families with one parent. Charities for the
            homeless and for immigrant families said that social services had not kept up with the change
            in how people live.\
            """));
        articles.put("medtop:15000000", article("Late goal sends village side into cup semi-final", """
            A header in the last minute of extra time took the smallest club left in the cup into the
            semi-finals and sent its supporters running on to the pitch. The striker had come on as a
            substitute ten minutes earlier.

            The visitors, who play two divisions higher, led at half-time from a penalty but had a defender
            sent off. The home goalkeeper saved twice from close range.

            The coach said that his squad of part-time players had earned their luck. They meet the league
            champions in April. The captain, who limped off with an injured ankle, hopes to be fit for the
            match. It was the team's ninth win of the season at home.\
            """));
        articles.put("medtop:16000000", article("Rebels shell town as ceasefire collapses", """
            Rebels fired rockets and artillery at a government-held town on Monday, breaking a ceasefire
            that had lasted eleven days. The army said that nine soldiers were killed and that its troops
            had returned fire.

            Thousands of civilians fled along the only road that was not under fire. Fighters took two
            villages in the hills and set up checkpoints. Air strikes hit a bridge that the militants use
            to bring in weapons.

            Peacekeepers were unable to reach the wounded. Envoys said that peace talks could go on only if
            both sides withdrew from the front line. The war has killed more than 20,000 people in six
            years, and an earlier offensive ended in a siege of the same town.\
            """));
        articles.put("medtop:17000000", article("Heatwave to break with storms and hail, forecasters say", """
            The heatwave that has covered the country for two weeks will end with thunderstorms, hail and
            strong winds on Thursday, forecasters said. Temperatures may fall by 15 degrees within hours.

            The weather service issued a warning for the western half of the country, where gusts of 100
            kilometres an hour and 40 millimetres of rain are expected. Behind the front the air will be
            cool and dry, with sunshine and light winds.

            Meteorologists said that it had been the warmest July since records began, with five nights
            above 20 degrees. Showers may linger in the mountains and morning fog is likely in the valleys.
            The outlook for the weekend is fair.\
            """));
        return articles;
    }

    static ArticleText article(String headline, String body) {
        return new ArticleText(headline, "", body, "en", List.of(), null);
    }
}
