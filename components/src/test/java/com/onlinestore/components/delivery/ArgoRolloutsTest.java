package com.onlinestore.components.delivery;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import org.junit.jupiter.api.Test;

class ArgoRolloutsTest {

  @Test
  void isOneReleaseInARestrictedNamespaceOutsideTheMesh() {
    Recording recording = recording(Profile.DEV, Mirrors.NONE);

    assertThat(recording.get("rollouts").type()).isEqualTo("online-store:delivery:ArgoRollouts");
    assertThat(recording.childrenOf("rollouts"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace rollouts-namespace",
            "kubernetes:helm.sh/v3:Release rollouts-release");
    assertYaml(
        recording.get("rollouts-namespace").inputs(),
        "/metadata",
        """
        name: argo-rollouts
        labels:
          app.kubernetes.io/managed-by: pulumi
          app.kubernetes.io/name: argo-rollouts
          app.kubernetes.io/part-of: argo-rollouts
          istio-injection: disabled
          pod-security.kubernetes.io/audit: restricted
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
        """);
    assertThat(recording.get("rollouts-release").dependencies())
        .containsExactly("rollouts-namespace");
    assertThat(recording.get("rollouts-release").inputs())
        .containsEntry("name", "argo-rollouts")
        .containsEntry("namespace", "argo-rollouts")
        .containsEntry("chart", "argo-rollouts")
        .containsEntry("version", "2.41.0");
  }

  /** The chart would also give it load balancers, ingresses and other meshes. */
  @Test
  void mayMoveWeightsOfIstioAndOfNothingElse() {
    assertYaml(
        recording(Profile.DEV, Mirrors.NONE).get("rollouts-release").inputs(),
        "/values",
        """
        controller:
          replicas: 1
          pdb: {enabled: false}
          resources:
            requests: {cpu: 50m, memory: 128Mi}
            limits: {memory: 512Mi}
        providerRBAC:
          providers:
            ambassador: false
            apisix: false
            awsAppMesh: false
            awsLoadBalancerController: false
            contour: false
            gatewayAPI: false
            glooPlatform: false
            istio: true
            smi: false
            traefik: false
        """);
  }

  @Test
  void inProdCanariesSurviveADrain() {
    var values = recording(Profile.PROD, Mirrors.NONE).get("rollouts-release").inputs();

    assertYaml(values, "/values/controller/replicas", "2");
    assertYaml(values, "/values/controller/pdb", "{enabled: true, maxUnavailable: 1}");
  }

  @Test
  void itsImageComesFromTheMirror() {
    assertYaml(
        recording(Profile.DEV, new Mirrors(null, "registry.local"))
            .get("rollouts-release")
            .inputs(),
        "/values/controller/image",
        "{registry: registry.local}");
  }

  @Test
  void isInstalledUnlessItIsSomebodyElses() {
    assertThat(Yaml.read(RolloutsSettings.class, "{}")).isEqualTo(RolloutsSettings.defaults());
    assertThat(RolloutsSettings.defaults().use()).isEqualTo(Use.INSTALL);
    assertThat(Yaml.read(RolloutsSettings.class, "{use: existing}").use()).isEqualTo(Use.EXISTING);
  }

  private static Recording recording(Profile profile, Mirrors mirrors) {
    return Recording.of(() -> new ArgoRollouts("rollouts", profile, mirrors, TOP));
  }
}
