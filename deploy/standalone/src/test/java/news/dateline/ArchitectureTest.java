package news.dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Over all modules: imports run from deploy to the services to schemas, and never back. */
@AnalyzeClasses(packages = "news.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("news.dateline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotKnowTheirDeployment = noClasses()
            .that()
            .resideInAnyPackage(
                    "news.dateline.ingest..", "news.dateline.enrich..", "news.dateline.sink..", "news.dateline.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.dateline.standalone..", "news.dateline.cli..", "news.dateline.embedded..");

    @ArchTest
    static final ArchRule theEdgeKnowsNoService = noClasses()
            .that()
            .resideInAPackage("news.dateline.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.dateline.ingest..", "news.dateline.enrich..", "news.dateline.sink..");
}
