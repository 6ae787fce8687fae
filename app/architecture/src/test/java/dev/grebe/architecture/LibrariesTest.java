package dev.grebe.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which library may be seen where, and what of the JDK is left alone. */
@AnalyzeClasses(packages = "dev.grebe", importOptions = ImportOption.DoNotIncludeTests.class)
class LibrariesTest {

    @ArchTest
    static final ArchRule planNeedsOnlyTheJdk = classes()
            .that()
            .resideInAPackage("dev.grebe.plan..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.grebe.plan..", "java..", "org.jspecify.annotations..")
            .because("a plan is data: an engine that has never heard of ours must be able to read it");

    @ArchTest
    static final ArchRule apiNeedsOnlyGuice = classes()
            .that()
            .resideInAnyPackage("dev.grebe.plan..", "dev.grebe.data..", "dev.grebe.plugin..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.grebe.plan..",
                    "dev.grebe.data..",
                    "dev.grebe.plugin..",
                    "java..",
                    "com.google.inject..",
                    "jakarta.inject..",
                    "org.jspecify.annotations..")
            .because("every library in the api is forced, in our version, on every plugin there will ever be");

    @ArchTest
    static final ArchRule parquetStaysInItsPlugins = noClasses()
            .that()
            .resideOutsideOfPackages("dev.grebe.sources.parquet..", "dev.grebe.sinks.parquet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.parquet..")
            .because("the engine must not notice which format a row came from");

    @ArchTest
    static final ArchRule hadoopStaysInStorageAndParquet = noClasses()
            .that()
            .resideOutsideOfPackages("dev.grebe.storage..", "dev.grebe.sources.parquet..", "dev.grebe.sinks.parquet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..")
            .because("Hadoop is heavy to start and to carry; all others get files from the storage service");

    @ArchTest
    static final ArchRule sparkStaysInItsEngine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.grebe.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..")
            .because("Grebe runs without a cluster");

    @ArchTest
    static final ArchRule yamlAndPicocliStayInTheApplication = noClasses()
            .that()
            .resideOutsideOfPackages("dev.grebe.plugins..", "dev.grebe.pipeline..", "dev.grebe.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.dataformat..", "org.snakeyaml..", "picocli..")
            .because("the application alone reads pipeline files and arguments; a plugin gets a record");

    @ArchTest
    static final ArchRule detectorsDoNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage("dev.grebe.plan..", "dev.grebe.defender..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
            .because("a rule is a plan; what it needs to read is a table");

    @ArchTest
    static final ArchRule detectorsHaveNoClock = noClasses()
            .that()
            .resideInAnyPackage("dev.grebe.plan..", "dev.grebe.data..", "dev.grebe.defender..")
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .because("a run repeated tomorrow over the same window must find the same");

    @ArchTest
    static final ArchRule nobodyUsesBacktrackingRegex = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .because("one hostile line can keep it busy for ever; re2j is linear");

    @ArchTest
    static final ArchRule nobodySerializes = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectOutputStream.class)
            .because("it builds whatever classes the bytes name; plugins travel as a name and JSON");

    @ArchTest
    static final ArchRule consoleAndExitBelongToTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("dev.grebe.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("stdout is data, and a library that ends the process takes the sinks' commits with it");

    @ArchTest
    static final ArchRule everybodyLogsThroughSlf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "ch.qos.logback..")
            .because("Spark brings another logger than the command does");

    @ArchTest
    static final ArchRule nobodyIntercepts = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.aopalliance..", "com.google.inject.matcher..")
            .because("Guice's interceptors need an Unsafe that newer JDKs take away, and hide what a call does");
}
