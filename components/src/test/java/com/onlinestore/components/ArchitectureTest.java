package com.onlinestore.components;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResource;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/** Rules are methods, because some releases of Surefire silently run none that is a field. */
@AnalyzeClasses(
    packages = "com.onlinestore.components",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** From the ground up; each may use those before it. */
  private static final List<String> FLOORS =
      List.of(
          "settings",
          "kubernetes",
          "helm",
          "cluster",
          "mesh",
          "observability",
          "delivery",
          "service",
          "gateway");

  @ArchTest
  void everyFloorUsesOnlyFloorsBelowIt(JavaClasses classes) {
    LayeredArchitecture floors =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture();
    List<String> below = new ArrayList<>();
    for (String floor : FLOORS) {
      floors = floors.layer(floor).definedBy("com.onlinestore.components." + floor + "..");
      floors =
          below.isEmpty()
              ? floors.whereLayer(floor).mayNotAccessAnyLayer()
              : floors.whereLayer(floor).mayOnlyAccessLayers(below.toArray(String[]::new));
      below.add(floor);
    }
    floors.check(classes);
  }

  @ArchTest
  void packagesHaveNoCircles(JavaClasses classes) {
    slices().matching("com.onlinestore.components.(**)").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  void aLibraryKnowsNothingOfTheProgramThatUsesIt(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.onlinestore..")
                .and(not(resideInAPackage("com.onlinestore.components.."))))
        .check(classes);
  }

  /** What a component does follows from its arguments alone. */
  @ArchTest
  void componentsReadNeitherEnvironmentNorPropertiesNorFiles(JavaClasses classes) {
    noClasses()
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .orShould()
        .callMethod(System.class, "getProperties")
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net.."))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
        .check(classes);
  }

  @ArchTest
  void componentsReadNoConfiguration(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("com\\.pulumi\\.(Config|Context)")
        .check(classes);
  }

  @ArchTest
  void componentsAndObjectsAreFinal(JavaClasses classes) {
    classes()
        .that()
        .areAssignableTo(ComponentResource.class)
        .or()
        .areAssignableTo(CustomResource.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(classes);
  }

  @ArchTest
  void nothingIsRememberedBetweenTwoStacks(JavaClasses classes) {
    fields().that().areStatic().should().beFinal().check(classes);
  }

  @ArchTest
  void nobodyUsesWhatPulumiKeepsInternal(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("com.pulumi..").and(resideInAPackage("..internal..")))
        .check(classes);
  }
}
