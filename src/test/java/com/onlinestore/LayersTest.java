package com.onlinestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.onlinestore", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("com.onlinestore.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule componentsKnowNothingOfTheProgram =
      noClasses()
          .that()
          .resideInAPackage("com.onlinestore.components..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.onlinestore", "com.onlinestore.config", "com.onlinestore.plan");

  @ArchTest
  static final ArchRule aPlanWorksForAnyProgram =
      noClasses()
          .that()
          .resideInAPackage("com.onlinestore.plan")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.onlinestore", "com.onlinestore.config");

  @ArchTest
  static final ArchRule onlyTheProgramsEntranceReadsTheEnvironment =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("com.onlinestore.App")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule onlyThePlanUsesWhatPulumiKeepsInternal =
      classes()
          .that()
          .resideOutsideOfPackage("com.onlinestore.plan")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("com.pulumi.internal..", "com.pulumi.deployment.internal..");
}
