package id.dukcapil.portal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that neither the compiler nor Modulith checks. Every rule here must also refuse the bad example. */
class ArchitectureTests {

    // Screens are found in the ui of their module (the shell is one), and nothing but the router opens them
    static final ArchRule VIEWS_STAY_IN_THEIR_ROOM = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .resideInAnyPackage("..portal.*.ui..", "..portal.shell..")
            .andShould()
            .notBePublic();

    // A module may be opened by its service and its events, never through its screens; common.ui is there for all
    static final ArchRule NOBODY_USES_THE_SCREENS_OF_OTHERS =
            classes().should(notDependOnScreensOfOtherModules()).allowEmptyShould(false);

    // What is stored is a secret of its module; inside a sub-package it may be public, so that the root's service
    // reaches it
    static final ArchRule STORED_THINGS_ARE_NOT_PUBLIC_AT_THE_ROOT =
            classes().that(areStored()).and(areTheRootOfAModule()).should().notBePublic();

    // Other modules, screens and the API see records, never an aggregate that could be changed behind the service's
    // back
    static final ArchRule STORED_THINGS_ARE_KNOWN_TO_THE_INSIDE_OF_THEIR_MODULE =
            classes().should(notDependOnStoredThingsFromOutside()).allowEmptyShould(false);

    // An aggregate changes by the clerk's verbs, which check the state
    static final ArchRule AGGREGATES_HAVE_VERBS_AND_NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    // Time comes from the one injected Clock, so that a test can decide what day it is
    static final ArchRule THERE_IS_ONE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("..portal.platform..")
            .should()
            .callMethodWhere(readsAClockOfItsOwn())
            .orShould()
            .callConstructor(Date.class);

    // Without an annotation a view would be closed to all or open by accident; either way nobody decided
    static final ArchRule EVERY_VIEW_SAYS_WHO_MAY_OPEN_IT = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should(beAnnotatedWith(RolesAllowed.class)
                    .or(beAnnotatedWith(PermitAll.class))
                    .or(beAnnotatedWith(AnonymousAllowed.class)));

    // Deny by default: a new method of a service is closed until somebody opens it
    static final ArchRule EVERY_SERVICE_SAYS_WHO_MAY_CALL_IT = classes()
            .that(annotatedWith(Service.class).or(annotatedWith(RestController.class)))
            .should()
            .beAnnotatedWith(PreAuthorize.class);

    // The business does not know how it is shown; the security of the staff portal has to know Vaadin's requests
    static final ArchRule BUSINESS_KNOWS_NO_SCREENS = noClasses()
            .that(areTheRootOfAModule())
            .and(DescribedPredicate.not(resideInAPackage("..portal.shell").or(simpleName("StaffSecurity"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    // Only one module knows how paper and spreadsheets are made
    static final ArchRule ONLY_DOCUMENTS_KNOWS_JASPER_AND_POI = noClasses()
            .that()
            .resideOutsideOfPackage("..portal.documents..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.sf.jasperreports..", "org.apache.poi..");

    // java.time says whether it means a day, a time of day or a moment; these do not. Certificates have nothing else
    static final ArchRule NO_DATES_OF_THE_PAST_CENTURY = noClasses()
            .that()
            .resideOutsideOfPackage("..portal.signing.pades")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class);

    // Who acts comes from the injected strategy: Vaadin puts one in place that also knows the session of a background
    // push
    static final ArchRule NOBODY_ASKS_A_STATIC_WHO_ACTS =
            noClasses().should().dependOnClassesThat().areAssignableTo(SecurityContextHolder.class);

    // The log has levels, a time and a request number; the console has none
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    // A class is named after what it is in the office
    static final ArchRule NAMES_SAY_SOMETHING =
            classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)");

    static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.dukcapil.portal");
    static final JavaClasses BAD_EXAMPLE = new ClassFileImporter().importPackages("badexample");
    private static final Pattern MODULE = Pattern.compile("(?:.*\\.)?portal\\.(\\w+)(\\..*)?");

    @ParameterizedTest
    @MethodSource("rules")
    void thePortalKeepsTheRule(ArchRule rule) {
        rule.check(PORTAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRefusesTheBadExample(ArchRule rule) {
        assertThat(rule.evaluate(BAD_EXAMPLE).hasViolation()).isTrue();
    }

    static Stream<Named<ArchRule>> rules() {
        return Arrays.stream(ArchitectureTests.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(field -> {
                    try {
                        return Named.of(field.getName(), (ArchRule) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClockOfItsOwn() {
        return DescribedPredicate.describe("the time is not taken from the injected Clock", access -> {
            AccessTarget called = access.getTarget();
            boolean withoutClock = called instanceof AccessTarget.CodeUnitCallTarget method
                    && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            String owner = called.getOwner().getName();
            return owner.startsWith("java.time.") && called.getName().equals("now") && withoutClock
                    || owner.equals(Clock.class.getName()) && called.getName().startsWith("system")
                    || called.getFullName().startsWith("java.lang.System.currentTimeMillis");
        });
    }

    private static ArchCondition<JavaClass> notDependOnScreensOfOtherModules() {
        return new ArchCondition<>("not depend on the ui of another module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isScreen(dependency.getTargetClass()))
                        .filter(dependency ->
                                !module(dependency.getTargetClass()).equals(module(type)))
                        .map(Dependency::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areStored() {
        return DescribedPredicate.describe(
                "are aggregates or repositories, but not the parts of the kit that aggregates share",
                type -> !type.getPackageName().endsWith(".common.procedure")
                        && (type.isAnnotatedWith(Entity.class)
                                || type.isAnnotatedWith(Embeddable.class)
                                || type.isAssignableTo(Repository.class)));
    }

    private static ArchCondition<JavaClass> notDependOnStoredThingsFromOutside() {
        return new ArchCondition<>("not depend on aggregates and repositories of another module, nor from ui and api") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> areStored().test(dependency.getTargetClass())
                                && !module(dependency.getTargetClass()).isEmpty())
                        .filter(dependency -> isOutside(type, module(dependency.getTargetClass())))
                        .map(Dependency::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
            }
        };
    }

    /** Whether a class belongs to another module, or to the screens or the API of this one. */
    static boolean isOutside(JavaClass type, String module) {
        List<String> folders = List.of(type.getPackageName().split("\\."));
        return !module(type).equals(module) || folders.contains("ui") || folders.contains("api");
    }

    private static boolean isScreen(JavaClass type) {
        return List.of(type.getPackageName().split("\\.")).contains("ui")
                && !List.of("", "common").contains(module(type));
    }

    /** The module a class belongs to; empty for what is not the portal's. */
    static String module(JavaClass type) {
        Matcher matcher = MODULE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    static DescribedPredicate<JavaClass> areTheRootOfAModule() {
        return DescribedPredicate.describe("are in the root of a module", type -> {
            Matcher matcher = MODULE.matcher(type.getPackageName());
            return matcher.matches() && matcher.group(2) == null;
        });
    }
}
