package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardedNamespaceTest {

  @Test
  void isNeverCreatedWithoutAPodSecurityLevel() {
    Recording recording =
        Recording.of(
            () ->
                GuardedNamespace.create(
                    "shop-namespace",
                    "store",
                    "shop",
                    PodSecurity.RESTRICTED,
                    Map.of("istio-injection", "enabled"),
                    CustomResourceOptions.Empty));

    assertThat(recording.resources()).hasToString("[kubernetes:core/v1:Namespace shop-namespace]");
    assertYaml(
        recording.get("shop-namespace").inputs(),
        "/metadata",
        """
        name: store
        labels:
          app.kubernetes.io/managed-by: pulumi
          app.kubernetes.io/name: store
          app.kubernetes.io/part-of: shop
          istio-injection: enabled
          pod-security.kubernetes.io/audit: restricted
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
        """);
  }

  @Test
  void saysAloudThatItsPodsStayOutsideTheMesh() {
    assertThat(GuardedNamespace.OUTSIDE_MESH)
        .containsExactly(Map.entry("istio-injection", "disabled"));
  }
}
