package news.dateline.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule schemasKnowNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "news.dateline.ingest..", "news.dateline.enrich..", "news.dateline.sink..", "io.micronaut..");

    @ArchTest
    static final ArchRule rulesAndJsonAreFreeOfKafka = noClasses()
            .that()
            .resideInAnyPackage("news.dateline.schemas.article..", "news.dateline.schemas.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("news.dateline.schemas.(*)..").should().beFreeOfCycles();
}
