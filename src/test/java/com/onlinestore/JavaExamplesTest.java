package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.example.adoptedstore.AdoptedStore;
import com.example.platform.MeshAndObservability;
import com.example.singleservice.SingleService;
import com.example.twostores.TwoStores;
import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.Severity;
import com.pulumi.Context;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stacks in {@code examples/java}, which people copy. */
class JavaExamplesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void aServiceWithAGatewayUsesTheMeshAndThePrometheusOfTheCluster() {
    Plan plan = plan("single-service", SingleService::stack);

    assertThat(top(plan))
        .containsExactlyInAnyOrder(
            "online-store:cluster:ExistingCluster cluster",
            "online-store:service:StoreNamespace hello",
            "online-store:service:StoreService hello",
            "online-store:gateway:StoreGateway gateway");
    assertThat(releases(plan)).containsExactly("gateway-release");
    assertThat(plan.outputs()).containsEntry("url", "https://hello.example.com");
    hasNoMistake(plan);
  }

  @Test
  void meshAndObservabilityComeToTheClusterOfAnotherStack() {
    Plan plan = plan("mesh-and-observability", MeshAndObservability::stack);

    assertThat(top(plan))
        .containsExactlyInAnyOrder(
            "online-store:cluster:ExistingCluster cluster",
            "online-store:observability:PrometheusStack prometheus",
            "online-store:observability:PlatformDashboards dashboards",
            "online-store:observability:SpanCollector spans",
            "online-store:observability:JaegerTracing jaeger",
            "online-store:mesh:IstioMesh istio",
            "online-store:mesh:MeshedNamespace accounting",
            "online-store:mesh:MeshedNamespace warehouse");
    assertThat(plan.lookups())
        .containsExactly("pulumi:pulumi:StackReference organization/online-store/dev");
    assertThat(resource(plan, "cluster-provider").inputs().path("kubeconfig").asText())
        .isEqualTo(PlannedResource.COMPUTED);
    hasNoMistake(plan);
  }

  @Test
  void twoStoresShareAMeshAndNothingElse() {
    Plan plan = plan("two-stores", TwoStores::stack);

    assertThat(top(plan))
        .containsExactlyInAnyOrder(
            "online-store:cluster:ExistingCluster cluster",
            "online-store:observability:PrometheusStack prometheus",
            "online-store:mesh:IstioMesh istio",
            "online-store:service:StoreNamespace shop",
            "online-store:service:StoreService shop-orders",
            "online-store:service:StoreService shop-products",
            "online-store:service:StoreDashboards shop-dashboards",
            "online-store:gateway:StoreGateway shop-gateway",
            "online-store:service:StoreNamespace outlet",
            "online-store:service:StoreService outlet-orders",
            "online-store:service:StoreService outlet-products",
            "online-store:service:StoreDashboards outlet-dashboards",
            "online-store:gateway:StoreGateway outlet-gateway");
    assertThat(kinds(plan, "shop")).isNotEmpty().isEqualTo(kinds(plan, "outlet"));
    hasNoMistake(plan);
  }

  @Test
  void aStoreThatRanBeforePulumiIsTakenOver() {
    Plan plan = plan("adopted-store", AdoptedStore::stack);

    assertThat(plan.resources())
        .filteredOn(each -> !each.options().adopts().isEmpty())
        .extracting(PlannedResource::name, each -> each.options().adopts())
        .containsExactlyInAnyOrder(
            tuple("shop-mesh-namespace", "shop"),
            tuple("catalogue-deployment-v1", "shop/catalogue-v1"));
    assertThat(resource(plan, "catalogue").options().aliases())
        .singleElement()
        .asString()
        .endsWith("online-store:service:StoreService::web");
    assertThat(
            resource(plan, "catalogue-deployment-v1")
                .inputs()
                .at("/metadata/labels/acme.example.com~1tier")
                .asText())
        .isEqualTo("shop");
    hasNoMistake(plan);
  }

  /** A page may leave out lines, but what it shows must be in the example. */
  @Test
  void thePageAboutAdoptionShowsLinesOfTheExample() throws IOException {
    String example =
        Files.readString(
                Path.of(
                    "../examples/java/adopted-store/src/main/java/com/example/adoptedstore",
                    "AdoptedStore.java"))
            .replaceAll("\\s+", "");
    assertThat(
            Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/adopt.md")))
                .results()
                .map(block -> block.group(1).strip().replaceAll("\\s+", "")))
        .hasSizeGreaterThan(2)
        .allSatisfy(block -> assertThat(example).contains(block));
  }

  /** Else somebody who copies one would stand on what is not promised. */
  @Test
  void examplesUseNothingOfTheLibraryButItsApi() throws IOException {
    Set<String> api =
        Files.readAllLines(Path.of("../components/api.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .collect(Collectors.toSet());
    assertThat(
            new ClassFileImporter()
                .importPackages("com.example").stream()
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getName())
                    .filter(name -> name.startsWith("com.onlinestore."))
                    .map(name -> name.replace("com.onlinestore.components.", ""))
                    .map(name -> name.replaceAll("Builder$", "").replace('$', '.')))
        .isNotEmpty()
        .isSubsetOf(api);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"adopted-store", "single-service", "mesh-and-observability", "two-stores"})
  void anExampleTakesTheVersionThatThisCheckoutInstalls(String example) throws IOException {
    Matcher version =
        Pattern.compile("<version>(.*)</version>").matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Path.of("../examples/java", example, "pom.xml"))
        .content()
        .contains("<online-store.version>" + version.group(1) + "</online-store.version>");
  }

  private static Plan plan(String example, Consumer<Context> program) {
    return Planner.plan(StackConfig.read(Path.of("../examples/java", example), "dev"), program);
  }

  /** What the program itself makes. */
  private static List<String> top(Plan plan) {
    return plan.resources().stream()
        .filter(each -> each.type().startsWith("online-store:"))
        .filter(each -> each.parent() == null || each.parent().contains("pulumi:pulumi:Stack"))
        .map(each -> each.type() + " " + each.name())
        .toList();
  }

  private static List<String> releases(Plan plan) {
    return plan.resources().stream()
        .filter(each -> each.type().equals("kubernetes:helm.sh/v3:Release"))
        .map(PlannedResource::name)
        .toList();
  }

  private static List<String> kinds(Plan plan, String namespace) {
    return plan.resources().stream()
        .filter(
            each ->
                each.inputs().at("/metadata/namespace").asText().equals(namespace)
                    || each.inputs()
                        .at("/metadata/namespace")
                        .asText()
                        .equals(namespace + "-gateway"))
        .map(PlannedResource::type)
        .sorted()
        .toList();
  }

  private static PlannedResource resource(Plan plan, String name) {
    return plan.resources().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void hasNoMistake(Plan plan) {
    assertThat(MeshCheck.mistakes(plan)).isEmpty();
    assertThat(Policies.onTheClassPath().findings(plan, List.of(), TODAY))
        .filteredOn(finding -> finding.severity() == Severity.MANDATORY)
        .isEmpty();
  }
}
