package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.WorkloadIdentity.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudAccessTest {

  private static final WorkloadIdentity BY_HOST =
      new WorkloadIdentity("cloud/role", ".*", "", List.of(), List.of("sts.example.com"));

  private static final WorkloadIdentity BY_ADDRESS =
      new WorkloadIdentity(
          "cloud/role",
          ".*",
          "",
          List.of(new Endpoint("169.254.169.254/32", 80), new Endpoint("169.254.169.252/32", 988)),
          List.of());

  private static final ServiceSettings WITH_ROLE = Stores.service().cloudRole("orders").build();

  @Test
  void theServiceAccountSaysItsRole() {
    assertYaml(
        new ServiceWorkload("orders", WITH_ROLE, store(WITH_ROLE, BY_HOST)).serviceAccount(),
        "/metadata/annotations",
        "{cloud/role: orders}");
  }

  @Test
  void whoHandsOutCredentialsIsAnExternalHostOfServicesWithARoleAlone() {
    ServiceSettings without = Stores.service().build();

    Map<String, ServiceSettings> services =
        CloudAccess.withHosts(Map.of("orders", WITH_ROLE, "users", without), BY_HOST);

    assertThat(services.get("orders").externalHosts())
        .containsExactly(new ExternalHost("sts.example.com", null, null, null));
    assertThat(services.get("users")).isEqualTo(without);
  }

  @Test
  void aHostThatIsDeclaredAlreadyStaysAsItIs() {
    ExternalHost declared = new ExternalHost("sts.example.com", null, null, List.of("10.1.0.0/16"));
    ServiceSettings settings =
        Stores.service().cloudRole("orders").externalHosts(List.of(declared)).build();

    assertThat(
            CloudAccess.withHosts(Map.of("orders", settings), BY_HOST)
                .get("orders")
                .externalHosts())
        .containsExactly(declared);
  }

  @Test
  void theEndpointInTheNetworkIsReachedPastTheSidecar() {
    Store store = store(WITH_ROLE, BY_ADDRESS);

    assertYaml(
        new ServiceWorkload("orders", WITH_ROLE, store).deployment(),
        "/spec/template/metadata/annotations/traffic.sidecar.istio.io~1excludeOutboundIPRanges",
        "169.254.169.254/32,169.254.169.252/32");
    assertThat(
            new ServicePolicies("orders", WITH_ROLE, store).networkPolicy().getSpec().getEgress())
        .filteredOn(
            rule ->
                rule.getTo().stream()
                    .anyMatch(
                        peer ->
                            peer.getIpBlock() != null
                                && peer.getIpBlock().getCidr().startsWith("169.254.169.")))
        .extracting(rule -> rule.getPorts().get(0).getPort().getIntVal())
        .containsExactly(80, 988);
  }

  @Test
  void aServiceWithoutARoleGetsNothingOfIt() {
    ServiceSettings without = Stores.service().build();
    Store store = store(without, BY_ADDRESS);

    assertThat(
            new ServiceWorkload("orders", without, store)
                .serviceAccount()
                .getMetadata()
                .getAnnotations())
        .isNullOrEmpty();
    assertThat(
            new ServiceWorkload("orders", without, store)
                .deployment()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations())
        .doesNotContainKey("traffic.sidecar.istio.io/excludeOutboundIPRanges");
  }

  private static Store store(ServiceSettings settings, WorkloadIdentity identity) {
    Store plain = Stores.of("orders", settings);
    return new Store(
        "dev",
        plain.namespace(),
        plain.graph(),
        plain.mesh(),
        plain.monitoring(),
        plain.mirrors(),
        plain.ingress(),
        Optional.of(identity),
        List.of());
  }
}
