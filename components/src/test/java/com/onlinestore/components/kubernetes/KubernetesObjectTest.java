package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesObjectTest {

  private static final CustomResourceOptions NONE = CustomResourceOptions.Empty;

  record Nothing() {}

  @Test
  void hasTheTypeTokenOfTheProviderForEveryGroup() {
    Recording recording =
        Recording.of(
            () -> {
              new KubernetesObject("a", new NamespaceBuilder().build(), NONE);
              new KubernetesObject("b", new DeploymentBuilder().build(), NONE);
              new KubernetesObject("c", custom(Map.of("a", "b")), NONE);
            });

    assertThat(recording.resources())
        .extracting(Registered::toString)
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace a",
            "kubernetes:apps/v1:Deployment b",
            "kubernetes:networking.istio.io/v1:Sidecar c");
  }

  @Test
  void carriesEveryTopLevelFieldOfItsManifest() {
    Recording recording =
        Recording.of(
            () ->
                new KubernetesObject(
                    "account",
                    new ServiceAccountBuilder()
                        .withMetadata(Labels.metadata("orders", "store", Map.of("a", "b")))
                        .withAutomountServiceAccountToken(false)
                        .build(),
                    NONE));

    assertYaml(
        recording.get("account").inputs(),
        "",
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: orders, namespace: store, labels: {a: b}}
        automountServiceAccountToken: false
        """);
  }

  /** An AuthorizationPolicy that allows nothing is one with an empty spec. */
  @Test
  void keepsAnEmptySpec() {
    Recording recording =
        Recording.of(() -> new KubernetesObject("nothing", custom(new Nothing()), NONE));

    assertThat(recording.get("nothing").inputs()).containsEntry("spec", Map.of());
  }

  @Test
  void refusesAFieldItWouldLose() {
    assertThat(
            Recording.refusal(
                () ->
                    new KubernetesObject(
                        "account",
                        new ServiceAccountBuilder().addNewImagePullSecret("login").build(),
                        NONE)))
        .isEqualTo("ManifestArgs carries no top-level field [imagePullSecrets]: add it there.");
  }

  @Test
  void sendsSecretTextAsASecret() {
    Recording recording =
        Recording.of(
            () ->
                new KubernetesObject(
                    "login",
                    new SecretBuilder().withType("Opaque").build(),
                    Output.of(Map.of("password", "hunter2")),
                    NONE));

    assertYaml(
        recording.get("login").inputs(),
        "",
        """
        apiVersion: v1
        kind: Secret
        type: Opaque
        stringData: {secret: {password: hunter2}}
        """);
  }

  private static CustomObject custom(Object spec) {
    return new CustomObject(
        "networking.istio.io/v1", "Sidecar", Labels.metadata("x", "store", Map.of("a", "b")), spec);
  }
}
