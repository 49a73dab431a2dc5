package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pod of a service and its one container. */
class ServicePodTest {

  @Test
  void runsUnderItsOwnAccountWithoutATokenAndWithoutOtherServicesAddresses() {
    PodSpec pod = pod(Stores.service().build());

    assertYaml(pod, "/serviceAccountName", "orders");
    assertYaml(pod, "/automountServiceAccountToken", "false");
    assertYaml(pod, "/enableServiceLinks", "false");
  }

  /** At pod level, so that the injected sidecar inherits it. */
  @Test
  void seccompStandsOnThePodAndTheUserIsANumber() {
    PodSpec pod = pod(Stores.service().user(1234L).build());

    assertYaml(pod, "/securityContext/seccompProfile", "type: RuntimeDefault");
    assertYaml(pod, "/securityContext/runAsUser", "1234");
    assertYaml(pod, "/securityContext/fsGroup", "1234");
    assertYaml(pod, "/containers/0/securityContext/runAsUser", "1234");
    assertThat(part(pod, "/containers/0/securityContext/seccompProfile").isMissingNode()).isTrue();
  }

  @Test
  void hasOneContainerNamedAfterTheService() {
    PodSpec pod = pod(Yaml.read(ServiceSettings.class, "{image: \"acme/orders:1\", port: 9898}"));

    assertThat(pod.getContainers()).hasSize(1);
    assertThat(pod.getInitContainers()).isEmpty();
    assertYaml(pod, "/containers/0/name", "orders");
    assertYaml(pod, "/containers/0/image", "acme/orders:1");
    assertYaml(pod, "/containers/0/ports", "[{name: http, containerPort: 9898, protocol: TCP}]");
    assertYaml(
        pod,
        "/containers/0/resources",
        "{requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}");
  }

  /** Always would break images that were loaded into kind. */
  @Test
  void pullsItsImageOnlyWhereTheNodeHasNone() {
    assertYaml(pod(Stores.service().build()), "/containers/0/imagePullPolicy", "IfNotPresent");
    assertYaml(
        pod(Stores.service().pullPolicy(PullPolicy.ALWAYS).build()),
        "/containers/0/imagePullPolicy",
        "Always");
  }

  @Test
  void takesCommandArgumentsAndLoginsFromTheSettings() {
    PodSpec pod =
        pod(
            Stores.service()
                .command(List.of("./orders"))
                .args(List.of("--url=$(PAYMENTS_URL)"))
                .pullSecrets(List.of("login"))
                .build());

    assertYaml(pod, "/containers/0/command", "[./orders]");
    assertYaml(pod, "/containers/0/args", "[--url=$(PAYMENTS_URL)]");
    assertYaml(pod, "/imagePullSecrets", "[{name: login}]");
  }

  @Test
  void itsImageComesFromTheMirror() {
    ServiceSettings settings = Stores.service().build();
    Store store = Stores.of("orders", settings);
    Store mirrored =
        new Store(
            store.namespace(),
            store.graph(),
            store.mesh(),
            store.monitoring(),
            new Mirrors(null, "registry.local"),
            store.ingress());

    assertYaml(
        new ServiceWorkload("orders", settings, mirrored).deployment(),
        "/spec/template/spec/containers/0/image",
        "registry.local/acme/shop:1");
  }

  /** The API's own sleep: a distroless image has no shell for exec. */
  @Test
  void stillServesWhileItsCallersNotice() {
    assertYaml(
        pod(Stores.service().drainDelay(TimeSpan.of("20s")).build()),
        "/containers/0/lifecycle",
        "preStop: {sleep: {seconds: 20}}");
  }

  @Test
  void isKilledOnlyAfterTheDelayAndTheSlowestRequest() {
    TrafficSettings slow = TrafficSettingsBuilder.builder().timeout(TimeSpan.of("1m")).build();

    assertYaml(pod(Stores.service().build()), "/terminationGracePeriodSeconds", "30");
    assertYaml(
        pod(Stores.service().drainDelay(TimeSpan.of("20s")).traffic(slow).build()),
        "/terminationGracePeriodSeconds",
        "85");
  }

  private static PodSpec pod(ServiceSettings settings) {
    return new ServiceWorkload("orders", settings, Stores.of("orders", settings))
        .deployment()
        .getSpec()
        .getTemplate()
        .getSpec();
  }
}
