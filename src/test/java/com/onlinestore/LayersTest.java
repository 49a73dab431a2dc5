package com.onlinestore;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.LocalDate;

/** Rules are methods: Surefire silently runs none that is a field. */
@AnalyzeClasses(packages = "com.onlinestore", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  void packagesHaveNoCircles(JavaClasses all) {
    slices().matching("com.onlinestore.(**)").should().beFreeOfCycles().check(all);
  }

  @ArchTest
  void componentsKnowNothingOfTheProgram(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.components..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.onlinestore",
            "com.onlinestore.config",
            "com.onlinestore.errors",
            "com.onlinestore.plan..",
            "com.onlinestore.policy..",
            "com.onlinestore.review..")
        .check(all);
  }

  @ArchTest
  void aPlanWorksForAnyProgram(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.onlinestore", "com.onlinestore.config")
        .check(all);
  }

  @ArchTest
  void policiesWorkForAnyProgram(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.policy..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.onlinestore..")
                .and(
                    resideOutsideOfPackages(
                        "com.onlinestore.policy..",
                        "com.onlinestore.plan..",
                        "com.onlinestore.errors",
                        "com.onlinestore.components.settings")))
        .check(all);
  }

  @ArchTest
  void aPlanKnowsNoPolicies(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.onlinestore.policy..")
        .check(all);
  }

  @ArchTest
  void policiesKnowNoReviews(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.policy..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.onlinestore.review..")
        .check(all);
  }

  @ArchTest
  void onlyTheProgramsEntranceReadsTheClock(JavaClasses all) {
    noClasses()
        .that()
        .resideInAnyPackage(
            "com.onlinestore",
            "com.onlinestore.policy..",
            "com.onlinestore.review..",
            "com.onlinestore.config")
        .and()
        .doNotHaveSimpleName("App")
        .should()
        .callMethodWhere(target(owner(assignableTo(LocalDate.class))).and(target(name("now"))))
        .check(all);
  }

  @ArchTest
  void whatAPlanKnowsOfCloudsStandsAlone(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.plan.cloud")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.onlinestore..")
                .and(resideOutsideOfPackage("com.onlinestore.plan.cloud")))
        .check(all);
  }

  @ArchTest
  void whatAPlanKnowsOfTheMeshStandsAlone(JavaClasses all) {
    noClasses()
        .that()
        .resideInAPackage("com.onlinestore.plan.mesh")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.onlinestore..")
                .and(
                    resideOutsideOfPackages(
                        "com.onlinestore.plan.mesh",
                        "com.onlinestore.plan.labels",
                        "com.onlinestore.components.settings")))
        .check(all);
  }

  @ArchTest
  void onlyTheProgramsEntranceReadsTheEnvironment(JavaClasses all) {
    noClasses()
        .that()
        .haveNameNotMatching("com\\.onlinestore\\.(App|OnlineStore|plugin\\.ComponentHost)")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(all);
  }

  @ArchTest
  void onlyPlanAndPluginUseWhatPulumiKeepsInternal(JavaClasses all) {
    classes()
        .that()
        .resideOutsideOfPackages(
            "com.onlinestore.engine", "com.onlinestore.plan", "com.onlinestore.plugin")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("com.pulumi.internal..", "com.pulumi.deployment.internal..")
        .check(all);
  }
}
