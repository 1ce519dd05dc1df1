package id.dukcapil.portal;

import static id.dukcapil.portal.ArchitectureTests.BAD_EXAMPLE;
import static id.dukcapil.portal.ArchitectureTests.PORTAL;
import static id.dukcapil.portal.ArchitectureTests.areTheRootOfAModule;
import static id.dukcapil.portal.ArchitectureTests.isOutside;
import static id.dukcapil.portal.ArchitectureTests.module;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The form of a module: its root keeps what others use, its inside stands in small sub-packages. What was built before this
 * rule is listed with its number. A number may only be lowered, and has to be when it can be.
 */
class ModuleFormTests {

    private static final int LARGEST = 25;

    /** Types at the root of a module that neither another module nor its own screens and API use. */
    private static final Map<String, Long> INSIDE_AT_THE_ROOT = Map.ofEntries(
            entry("audit", 39L),
            entry("booking", 63L),
            entry("calendar", 11L),
            entry("cards", 5L),
            entry("channel", 27L),
            entry("common", 1L),
            entry("delivery", 12L),
            entry("documents", 16L),
            entry("notification", 23L),
            entry("operations", 8L),
            entry("platform", 17L),
            entry("population", 2L),
            entry("privacy", 11L),
            entry("shell", 32L),
            entry("signing", 47L),
            entry("sla", 18L),
            entry("staff", 18L),
            entry("submission", 36L));

    /** Types of a package below the root of its module, where that is too large. */
    private static final Map<String, Long> LARGE_PACKAGES = Map.ofEntries(
            entry("booking.ui", 45L),
            entry("common.ui", 47L),
            entry("population.importing", 39L),
            entry("signing.ui", 43L),
            entry("staff.signin", 54L),
            entry("submission.ui", 35L));

    @Test
    void theRootOfAModuleKeepsOnlyWhatOthersUse() {
        assertThat(insideAtTheRoot(PORTAL))
                .as("a new module has none; lower a number that has become smaller")
                .isEqualTo(INSIDE_AT_THE_ROOT);
    }

    @Test
    void theInsideStandsInSmallPackages() {
        assertThat(largerThan(LARGEST, PORTAL))
                .as("packages of more than %d types; lower a number that has become smaller", LARGEST)
                .isEqualTo(LARGE_PACKAGES);
    }

    @Test
    void theRulesRefuseTheBadExample() {
        assertThat(insideAtTheRoot(BAD_EXAMPLE)).containsEntry("booking", 1L);
        assertThat(largerThan(0, BAD_EXAMPLE)).containsEntry("population.ui", 1L);
    }

    private static Map<String, Long> insideAtTheRoot(JavaClasses classes) {
        Set<JavaClass> used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOutside(dependency.getOriginClass(), module(dependency.getTargetClass())))
                .map(Dependency::getTargetClass)
                .map(ModuleFormTests::outermost)
                .collect(toSet());
        return types(classes)
                .filter(areTheRootOfAModule())
                .filter(Predicate.not(used::contains))
                .collect(groupingBy(ArchitectureTests::module, TreeMap::new, counting()));
    }

    private static Map<String, Long> largerThan(int most, JavaClasses classes) {
        Map<String, Long> sizes = types(classes)
                .filter(areTheRootOfAModule().negate())
                .collect(groupingBy(
                        type -> type.getPackageName().replaceFirst(".*portal\\.?", ""), TreeMap::new, counting()));
        sizes.values().removeIf(size -> size <= most);
        return sizes;
    }

    private static Stream<JavaClass> types(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ModuleFormTests::outermost).orElse(type);
    }
}
