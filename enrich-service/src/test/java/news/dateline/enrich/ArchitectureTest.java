package news.dateline.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.dateline.enrich", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule allButTheStreamIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..enrich.annotate..",
                    "..enrich.enrichment..",
                    "..enrich.entities..",
                    "..enrich.topics..",
                    "..enrich.language..",
                    "..enrich.linking..",
                    "..enrich.opennlp..",
                    "..enrich.remote..",
                    "..enrich.comparison..",
                    "..enrich.explanation..",
                    "..enrich.versions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut..");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.dateline.ingest..", "news.dateline.sink..", "news.dateline.embedded..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("news.dateline.enrich.(*)..").should().beFreeOfCycles();
}
