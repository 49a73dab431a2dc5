package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.nio.file.Path;
import java.util.Map;
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

    Map<String, String> files = TestFiles.read(out);
    assertThat(files)
        .containsOnlyKeys(
            "resources.json",
            "stack.json",
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
    assertThat(PlanFiles.files(PlanFacts.of(Plans.of(PlanFilesTest::program))))
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

    assertThat(
            PlanFiles.files(PlanFacts.of(Plans.of(stack(), component, settings)))
                .get("resources.json"))
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
                "custom": true,
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
                "custom": false,
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
                "custom": false,
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

    assertThat(TestFiles.read(temporary.resolve("one")))
        .isEqualTo(TestFiles.read(temporary.resolve("two")));
  }

  @Test
  void writesNothingOutsideTheFolder() {
    String inputs =
        """
        {"apiVersion": "v1", "kind": "X", "metadata": {"name": "../y", "namespace": "../z"}}
        """;

    assertThat(
            PlanFiles.files(PlanFacts.of(Plans.of(resource("kubernetes:core/v1:X", "x", inputs)))))
        .containsOnlyKeys("resources.json", "stack.json", "manifests/__z/x-.._y.yaml");
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
}
