package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.stack;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {

  private static final String NAMESPACED =
      """
      {"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "b"},
       "metadata": {"name": "settings", "namespace": "shop"}}
      """;

  @TempDir Path temporary;

  @Test
  void writesEveryResourceObjectAndRelease() {
    Path out = temporary.resolve("deep/plan");

    PlanFiles.write(Plans.of(PlanFilesTest::program), out);

    Map<String, String> files = read(out);
    assertThat(files)
        .containsOnlyKeys(
            "resources.json",
            "manifests/_cluster/clusterrole-system_shop.yaml",
            "manifests/shop/configmap-settings.yaml",
            "manifests/shop/secret-database.yaml",
            "values/istio-system-istiod.yaml");
    assertThat(files.get("manifests/shop/configmap-settings.yaml"))
        .isEqualTo(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
            """);
    assertThat(files.get("values/istio-system-istiod.yaml"))
        .isEqualTo(
            """
            autoscaleMin: 2
            global:
              proxy: null
            """);
  }

  @Test
  void writesSecretsSoThatAServerAcceptsThem() {
    assertThat(PlanFiles.files(Plans.of(PlanFilesTest::program)))
        .containsEntry(
            "manifests/shop/secret-database.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: database
              namespace: shop
            stringData:
              password: "<secret>"
              user: "<secret>"
            """);
  }

  @Test
  void writesResourcesInTheOrderOfTheirUrns() {
    String type = "kubernetes:core/v1:ConfigMap";
    PlannedResource settings = resource(type, "settings", NAMESPACED);
    PlannedResource component = resource("online-store:toy:ToyComponent", "shop", "{}");

    assertThat(PlanFiles.files(Plans.of(stack(), component, settings)).get("resources.json"))
        .isEqualTo(
            """
            [
              {
                "urn": "urn:pulumi:dev::online-store::kubernetes:core/v1:ConfigMap::settings",
                "type": "kubernetes:core/v1:ConfigMap",
                "name": "settings",
                "parent": "urn:pulumi:dev::online-store::pulumi:pulumi:Stack::online-store-dev",
                "provider": null,
                "dependencies": [],
                "protect": false,
                "inputs": {
                  "apiVersion": "v1",
                  "kind": "ConfigMap",
                  "data": {
                    "a": "b"
                  },
                  "metadata": {
                    "name": "settings",
                    "namespace": "shop"
                  }
                }
              },
              {
                "urn": "urn:pulumi:dev::online-store::online-store:toy:ToyComponent::shop",
                "type": "online-store:toy:ToyComponent",
                "name": "shop",
                "parent": "urn:pulumi:dev::online-store::pulumi:pulumi:Stack::online-store-dev",
                "provider": null,
                "dependencies": [],
                "protect": false,
                "inputs": {}
              },
              {
                "urn": "urn:pulumi:dev::online-store::pulumi:pulumi:Stack::online-store-dev",
                "type": "pulumi:pulumi:Stack",
                "name": "online-store-dev",
                "parent": null,
                "provider": null,
                "dependencies": [],
                "protect": false,
                "inputs": {}
              }
            ]
            """);
  }

  @Test
  void writesTheSameBytesEachTime() {
    PlanFiles.write(Plans.of(PlanFilesTest::program), temporary.resolve("one"));
    PlanFiles.write(Plans.of(PlanFilesTest::program), temporary.resolve("two"));

    assertThat(read(temporary.resolve("one"))).isEqualTo(read(temporary.resolve("two")));
  }

  @Test
  void replacesAnEarlierPlanAndLeavesOtherFilesAlone() throws IOException {
    PlanFiles.write(Plans.of(PlanFilesTest::program), temporary);
    Files.writeString(temporary.resolve("notes.md"), "mine");

    PlanFiles.write(
        Plans.of(resource("kubernetes:core/v1:ConfigMap", "settings", NAMESPACED)), temporary);

    assertThat(read(temporary))
        .containsOnlyKeys("notes.md", "resources.json", "manifests/shop/configmap-settings.yaml");
  }

  @Test
  void doesNotTouchAFolderThatIsNoPlan() throws IOException {
    Files.writeString(temporary.resolve("notes.md"), "mine");

    assertThatThrownBy(() -> PlanFiles.write(Plans.of(stack()), temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s is not empty and holds no earlier plan (there is no resources.json in it); name another folder.",
            temporary);
    assertThat(read(temporary)).containsOnlyKeys("notes.md");
  }

  @Test
  void refusesAFileAsFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("notes.md"), "mine");

    assertThatThrownBy(() -> PlanFiles.write(Plans.of(stack()), file))
        .isInstanceOf(UserError.class)
        .hasMessage("%s is not a folder.", file);
  }

  @Test
  void refusesTwoObjectsInOneFileBeforeItDeletesAnything() {
    PlanFiles.write(Plans.of(PlanFilesTest::program), temporary);
    String type = "kubernetes:core/v1:ConfigMap";
    Plan plan = Plans.of(resource(type, "a", NAMESPACED), resource(type, "b", NAMESPACED));

    assertThatThrownBy(() -> PlanFiles.write(plan, temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s and %s would both be written to manifests/shop/configmap-settings.yaml.",
            urn(type, "a"), urn(type, "b"));
    assertThat(read(temporary)).hasSize(5);
  }

  @Test
  void writesNothingOutsideTheFolder() {
    String inputs =
        """
        {"apiVersion": "v1", "kind": "X", "metadata": {"name": "../y", "namespace": "../z"}}
        """;

    assertThat(PlanFiles.files(Plans.of(resource("kubernetes:core/v1:X", "x", inputs))))
        .containsOnlyKeys("resources.json", "manifests/__z/x-.._y.yaml");
  }

  private static void program(Context context) {
    var options = CustomResourceOptions.Empty;
    ToyObject.configMap("settings", options);
    ToyObject.secret(
        "database", Map.of("password", "aHVudGVyMjI="), Output.ofSecret(Map.of("user", "admin")));
    ToyObject.of(
        "rbac.authorization.k8s.io/v1", "ClusterRole", null, "system:shop", Map.of(), options);
    // The SDK drops nulls from maps, but not from JSON.
    JsonElement proxy = JsonParser.parseString("{\"proxy\": null}");
    new Release(
        "istiod",
        ReleaseArgs.builder()
            .chart("istiod")
            .namespace("istio-system")
            .values(Map.of("autoscaleMin", 2, "global", proxy))
            .build());
  }

  private static Map<String, String> read(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return files;
  }
}
