package news.dateline.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("news.dateline.sink.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sinkKnowsNoOtherService = noClasses()
            .that()
            .resideInAPackage("news.dateline.sink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.dateline.ingest..", "news.dateline.enrich..", "news.dateline.standalone..");

    @ArchTest
    static final ArchRule onlyTheStoreAndItsReadersSpeakSql = noClasses()
            .that()
            .resideInAnyPackage("news.dateline.sink.consume..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection");
}
