package dev.grebe.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What of Grebe may use what of Grebe: the arrows of the architecture. */
@AnalyzeClasses(packages = "dev.grebe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final String PLAN = "dev.grebe.plan..";
    private static final String DATA = "dev.grebe.data..";
    private static final String PLUGIN = "dev.grebe.plugin..";
    private static final String DEFENDER = "dev.grebe.defender..";
    private static final String KQL = "dev.grebe.kql..";
    private static final String SOURCES = "dev.grebe.sources..";
    private static final String SINKS = "dev.grebe.sinks..";
    private static final String ENGINE = "dev.grebe.engine..";
    private static final String STORAGE = "dev.grebe.storage..";
    private static final String PLUGINS = "dev.grebe.plugins..";
    private static final String PIPELINE = "dev.grebe.pipeline..";
    private static final String CLI = "dev.grebe.cli..";
    private static final String SPARK = "dev.grebe.spark..";
    private static final String TESTING = "dev.grebe.testing..";

    @ArchTest
    static final ArchRule everyPackageHasItsArrows = classes()
            .should()
            .resideInAnyPackage(
                    PLAN, DATA, PLUGIN, DEFENDER, KQL, SOURCES, SINKS, ENGINE, STORAGE, PLUGINS, PIPELINE, CLI, SPARK,
                    TESTING)
            .because("a package that no rule names is held by no rule");

    @ArchTest
    static final ArchRule planUsesNothing =
            arrows(PLAN).because("a plan is data: an engine that has never heard of ours must be able to read it");

    @ArchTest
    static final ArchRule dataUsesPlan = arrows(DATA, PLAN)
            .because("rows in memory have the types of a plan, and must not care which plugin made them");

    @ArchTest
    static final ArchRule pluginUsesDataAndPlan =
            arrows(PLUGIN, DATA, PLAN).because("what plugins compile against must stand without the application");

    @ArchTest
    static final ArchRule detectorsUseTheApi = arrows(DEFENDER, PLAN, DATA, PLUGIN)
            .because("a rule must run on every engine and every lake, so it can know none");

    @ArchTest
    static final ArchRule kqlUsesThePlan = arrows(KQL, PLAN, PLUGIN)
            .because(
                    "text becomes a plan before there are rows; of what plugins see it needs how to show hostile text");

    @ArchTest
    static final ArchRule sourcesUseTheApi = arrows(SOURCES, PLAN, DATA, PLUGIN)
            .because("a bundled source that needs more than the api proves that a stranger's cannot be written");

    @ArchTest
    static final ArchRule sinksUseTheApi = arrows(SINKS, PLAN, DATA, PLUGIN)
            .because("a bundled sink that needs more than the api proves that a stranger's cannot be written");

    @ArchTest
    static final ArchRule sourcesAndSinksStandAlone = slices().matching("dev.grebe.(sources|sinks).(*)..")
            .should()
            .notDependOnEachOther()
            .because("each is a jar of its own that can be left out");

    @ArchTest
    static final ArchRule engineUsesTheApi = arrows(ENGINE, PLAN, DATA, PLUGIN)
            .because("the engine runs plans over sources it has never heard of, and another engine can replace it");

    @ArchTest
    static final ArchRule storageUsesTheApi = arrows(STORAGE, PLAN, DATA, PLUGIN)
            .because("storage is a service that plugins are given, and knows none of them");

    @ArchTest
    static final ArchRule pluginsUseTheApi = arrows(PLUGINS, PLAN, DATA, PLUGIN)
            .because("the pipeline and Spark's executors rebuild plugins alike, without an engine");

    @ArchTest
    static final ArchRule pipelineComposes = arrows(PIPELINE, PLAN, DATA, PLUGIN, ENGINE, STORAGE, PLUGINS, KQL)
            .because("the pipeline finds sources, detectors and sinks by name; naming one in code would bundle it");

    @ArchTest
    static final ArchRule cliUsesThePipeline = arrows(CLI, PIPELINE, PLUGINS, ENGINE, PLAN, DATA, PLUGIN)
            .because("what the command can do, a program that embeds the pipeline must be able to do as well");

    @ArchTest
    static final ArchRule sparkUsesTheApi = arrows(SPARK, PLAN, DATA, PLUGIN, ENGINE)
            .because(
                    "Spark's executors run plans and rebuild sources; files, sinks and the command stay with the driver");

    @ArchTest
    static final ArchRule testingUsesTheEngine = arrows(TESTING, PLAN, DATA, PLUGIN, ENGINE)
            .because("authors of plugins test against the reference engine, without the rest of the application");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.grebe.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a circle can only be understood, tested and changed together");

    /** {@code from} uses itself and {@code targets}; libraries are another matter, see {@link LibrariesTest}. */
    private static ArchRule arrows(String from, String... targets) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.grebe..")
                        .or(resideInAnyPackage(from))
                        .or(resideInAnyPackage(targets)));
    }
}
