package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HardeningTest {

  @Test
  void seccompStandsOnThePodSoThatSidecarsInheritIt() {
    assertYaml(
        Hardening.pod(10001),
        "",
        """
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile: {type: RuntimeDefault}
        """);
  }

  @Test
  void aContainerHasNoPrivilegesNoCapabilitiesAndNoWritableRoot() {
    assertYaml(
        Hardening.container(1000),
        "",
        """
        runAsNonRoot: true
        runAsUser: 1000
        runAsGroup: 1000
        privileged: false
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: {drop: [ALL]}
        """);
  }

  @Test
  void aNamespaceEnforcesAuditsAndWarnsAtItsLevel() {
    assertThat(Hardening.namespaceLabels(PodSecurity.RESTRICTED))
        .containsExactly(
            Map.entry("pod-security.kubernetes.io/audit", "restricted"),
            Map.entry("pod-security.kubernetes.io/enforce", "restricted"),
            Map.entry("pod-security.kubernetes.io/warn", "restricted"));
    assertThat(Hardening.namespaceLabels(PodSecurity.PRIVILEGED))
        .containsOnlyKeys(Hardening.namespaceLabels(PodSecurity.RESTRICTED).keySet())
        .containsValue("privileged")
        .doesNotContainValue("restricted");
  }
}
