package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingClusterSettingsTest {

  @Test
  void byDefaultItIsWhatKubectlUsesWithLoadBalancersAndEnforcedPolicies() {
    assertThat(Yaml.read(ExistingClusterSettings.class, "{}"))
        .isEqualTo(ExistingClusterSettings.defaults())
        .isEqualTo(
            new ExistingClusterSettings(
                null, null, true, Map.of(), Map.of(), null, null, false, true, null));
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(
            Yaml.read(
                ExistingClusterSettings.class,
                """
                kubeconfig: /home/me/.kube/config
                context: kind-store
                loadBalancer: false
                loadBalancerAnnotations: {a/b: c}
                internalLoadBalancerAnnotations: {a/b: d}
                storageClass: fast
                istioPlatform: minikube
                controlPlaneMetrics: true
                networkPolicies: false
                version: "1.34"
                """))
        .isEqualTo(
            new ExistingClusterSettings(
                "/home/me/.kube/config",
                "kind-store",
                false,
                Map.of("a/b", "c"),
                Map.of("a/b", "d"),
                "fast",
                IstioPlatform.MINIKUBE,
                true,
                false,
                "1.34"));
  }

  @Test
  void annotationsForALoadBalancerThatNeverComesAreAProblem() {
    assertThat(
            Yaml.read(
                    ExistingClusterSettings.class,
                    "{loadBalancer: false, loadBalancerAnnotations: {a: b},"
                        + " internalLoadBalancerAnnotations: {c: d}}")
                .problems())
        .containsExactly(
            new Problem(
                "loadBalancerAnnotations",
                "{a=b} has no effect in a cluster without load balancers (loadBalancer: false);"
                    + " remove one."),
            new Problem(
                "internalLoadBalancerAnnotations",
                "{c=d} has no effect in a cluster without load balancers (loadBalancer: false);"
                    + " remove one."));
    assertThat(Yaml.read(ExistingClusterSettings.class, "loadBalancer: false").problems())
        .isEmpty();
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    assertThat(Yaml.refusal(ExistingClusterSettings.class, "kubeConfig: x"))
        .startsWith("Unrecognized field \"kubeConfig\"");
  }

  @ParameterizedTest
  @CsvSource({"gke", "k3d", "k3s", "microk8s", "minikube"})
  void platformsAreWrittenAsIstiosChartsDo(String name) {
    assertThat(Yaml.read(IstioPlatform.class, name).value()).isEqualTo(name);
  }

  @Test
  void aForeignClusterIsNeverOwnedByTheStack() {
    assertThat(ExistingClusterSettings.defaults().facts())
        .isEqualTo(
            new ClusterFacts(true, Map.of(), Map.of(), null, null, false, true, null, null, false));
  }

  @Test
  void everySettingBecomesItsFact() {
    assertThat(
            ExistingClusterSettingsBuilder.builder()
                .loadBalancer(false)
                .loadBalancerAnnotations(Map.of("a", "b"))
                .storageClass("fast")
                .istioPlatform(IstioPlatform.K3S)
                .controlPlaneMetrics(true)
                .networkPolicies(false)
                .internalLoadBalancerAnnotations(Map.of("c", "d"))
                .version("1.34")
                .build()
                .facts())
        .isEqualTo(
            new ClusterFacts(
                false,
                Map.of("a", "b"),
                Map.of("c", "d"),
                "fast",
                "k3s",
                true,
                false,
                "1.34",
                null,
                false));
  }
}
