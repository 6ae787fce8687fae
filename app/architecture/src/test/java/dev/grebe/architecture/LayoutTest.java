package dev.grebe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder says what it is, the package says which part. */
@AnalyzeClasses(packages = "dev.grebe", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    private static final Path ROOT = findRoot();

    @ArchTest
    static void topLevelIsTheFiveFoldersAndWhatARepositoryNeeds(JavaClasses classes) throws IOException {
        Set<String> visible = names(ROOT);
        visible.removeIf(name -> name.startsWith("."));
        visible.removeAll(Set.of("target", "demo-out")); // of a build, of a demo: not under version control
        assertThat(visible)
                .as("a newcomer finds everything from five folders")
                .contains("pom.xml", "api", "detectors", "sources", "sinks", "app")
                .isSubsetOf(
                        "pom.xml",
                        "api",
                        "detectors",
                        "sources",
                        "sinks",
                        "app",
                        "README.md",
                        "CHANGELOG.md",
                        "CONTRIBUTING.md",
                        "SECURITY.md",
                        "LICENSE",
                        "NOTICE",
                        "grebe",
                        "grebe.cmd",
                        "mvnw",
                        "mvnw.cmd");
    }

    @ArchTest
    static void everyModuleIsBuilt(JavaClasses classes) throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(modules())
                .as("a module outside the reactor is tested by nobody")
                .allSatisfy(module -> assertThat(pom).contains("<module>" + module + "</module>"));
    }

    @ArchTest
    static void everyModuleIsSeenHere(JavaClasses classes) throws IOException {
        Set<String> seen = classes.stream()
                .map(type -> type.getPackage().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String module : modules()) {
            for (String sources : packagesOf(module)) {
                assertThat(seen)
                        .as("the rules hold what is on their class path; add %s to this module's pom", module)
                        .contains(sources);
            }
        }
    }

    @ArchTest
    static void everyPackageLiesInItsModule(JavaClasses classes) throws IOException {
        for (String module : modules()) {
            for (String sources : packagesOf(module)) {
                assertThat(rootPackages(module))
                        .as("from the folder %s one must be able to guess the package, and back: %s", module, sources)
                        .anyMatch(root -> sources.equals(root) || sources.startsWith(root + "."));
            }
        }
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(type -> type.getPackage()).distinct())
                .as("NullAway checks what is marked")
                .allSatisfy(sources -> assertThat(sources.tryGetPackageInfo())
                        .as("package-info of %s", sources.getName())
                        .hasValueSatisfying(
                                info -> assertThat(info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                                        .isTrue()));
    }

    private static List<String> rootPackages(String module) {
        String name = module.substring(module.indexOf('/') + 1);
        if (module.equals("api")) {
            return List.of("dev.grebe.plan", "dev.grebe.data", "dev.grebe.plugin");
        }
        if (module.startsWith("sources/") || module.startsWith("sinks/")) {
            return List.of("dev.grebe." + module.replace('/', '.'));
        }
        return List.of("dev.grebe." + name.replace('/', '.'));
    }

    /** The folders with a pom, relative to the root, with a slash between names. */
    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT, 4, (file, attributes) -> file.getFileName().toString().equals("pom.xml"))) {
            return files.map(pom -> ROOT.relativize(pom.getParent()).toString().replace('\\', '/'))
                    .filter(module -> !module.isEmpty() && !("/" + module + "/").contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> packagesOf(String module) throws IOException {
        Path java = ROOT.resolve(module).resolve("src/main/java");
        if (!Files.isDirectory(java)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(java)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> java.relativize(file.getParent())
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above this one has a mvnw");
        }
        return folder;
    }
}
