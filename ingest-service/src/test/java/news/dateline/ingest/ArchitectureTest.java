package news.dateline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.dateline.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule readingPagesAndFeedsIsPure = noClasses()
            .that()
            .resideInAnyPackage("..ingest.pages..", "..ingest.feeds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "org.apache.avro..");

    @ArchTest
    static final ArchRule readingBodiesKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("..ingest.articles..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut.http..", "io.micronaut.context..");

    @ArchTest
    static final ArchRule fetchingKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("..ingest.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "org.apache.avro..");

    @ArchTest
    static final ArchRule readingWiresAndArchivesIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.markup..",
                    "..ingest.wires..",
                    "..ingest.ninjs..",
                    "..ingest.newsml..",
                    "..ingest.nitf..",
                    "..ingest.xml..",
                    "..ingest.warc..",
                    "..ingest.gzip..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "..ingest.articles..");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.dateline.enrich..", "news.dateline.sink..", "news.dateline.embedded..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("news.dateline.ingest.(*)..").should().beFreeOfCycles();
}
