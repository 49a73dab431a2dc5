package com.onlinestore.components.mesh.istio;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.envoy.HttpFilter;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IstioSpecTest {

  private static final ObjectMeta META = Labels.metadata("x", "store", Map.of("a", "b"));

  static List<List<Object>> kinds() {
    return List.of(
        List.of(new Gateway(Map.of(), List.of()), "networking.istio.io/v1", "Gateway"),
        List.of(
            new VirtualService(List.of(), List.of(), List.of(), List.of(), List.of()),
            "networking.istio.io/v1",
            "VirtualService"),
        List.of(
            new DestinationRule("x", List.of(), null, List.of()),
            "networking.istio.io/v1",
            "DestinationRule"),
        List.of(
            EnvoyFilter.beforeRouting(
                Map.of(), EnvoyFilter.Context.GATEWAY, null, List.<HttpFilter>of()),
            "networking.istio.io/v1alpha3",
            "EnvoyFilter"),
        List.of(
            new Sidecar(null, Sidecar.REGISTRY_ONLY, List.of()),
            "networking.istio.io/v1",
            "Sidecar"),
        List.of(ServiceEntry.external("a.b", List.of()), "networking.istio.io/v1", "ServiceEntry"),
        List.of(PeerAuthentication.STRICT, "security.istio.io/v1", "PeerAuthentication"),
        List.of(
            new RequestAuthentication(null, List.of(), List.of()),
            "security.istio.io/v1",
            "RequestAuthentication"),
        List.of(AuthorizationPolicy.NOTHING, "security.istio.io/v1", "AuthorizationPolicy"),
        List.of(Telemetry.traces("x", 1), "telemetry.istio.io/v1", "Telemetry"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isNamedAfterItsRecordAndHasTheVersionOfItsGroup(List<Object> kind) {
    assertYaml(((IstioSpec) kind.get(0)).named(META), "/apiVersion", kind.get(1).toString());
    assertYaml(((IstioSpec) kind.get(0)).named(META), "/kind", kind.get(2).toString());
  }

  @Test
  void coversEveryKind() {
    assertThat(kinds())
        .extracting(kind -> (Object) kind.get(0).getClass())
        .containsExactlyInAnyOrderElementsOf(
            kindsOf(IstioSpec.class).map(kind -> (Object) kind).toList());
  }

  private static Stream<Class<?>> kindsOf(Class<?> spec) {
    return spec.isSealed()
        ? Stream.of(spec.getPermittedSubclasses()).flatMap(IstioSpecTest::kindsOf)
        : Stream.of(spec);
  }

  /** A policy without a spec's content allows nothing; with one empty rule it allows everything. */
  @Test
  void anAuthorizationPolicyWithoutRulesHasNoRulesAtAll() {
    assertYaml(AuthorizationPolicy.NOTHING.named(META), "/spec", "{}");
    assertYaml(
        AuthorizationPolicy.allow(new WorkloadSelector(Map.of("app", "x")), List.of()).named(META),
        "/spec",
        "{selector: {matchLabels: {app: x}}, action: ALLOW}");
  }

  @Test
  void anExternalHostIsSeenByItsOwnNamespaceOnly() {
    assertYaml(
        ServiceEntry.external("a.b", List.of(new ServiceEntry.Port(443, "tls-443", "TLS", null)))
            .named(META),
        "/spec",
        """
        hosts: [a.b]
        exportTo: [.]
        location: MESH_EXTERNAL
        resolution: DNS
        ports: [{number: 443, name: tls-443, protocol: TLS}]
        """);
    assertThatThrownBy(() -> ServiceEntry.external(null, List.of()))
        .hasMessage("host is required.");
  }

  @Test
  void aLogOfFailuresHoldsWhatNobodyAnsweredToo() {
    assertYaml(
        Telemetry.logsOfFailures().named(META),
        "/spec",
        """
        accessLogging:
          - providers: [{name: envoy}]
            filter: {expression: "!has(response.code) || response.code >= 400"}
        """);
  }

  @Test
  void noSamplingIsWrittenAsZeroAndNotLeftToTheDefault() {
    assertYaml(
        Telemetry.traces("x", 0).named(META),
        "/spec",
        "tracing: [{providers: [{name: x}], randomSamplingPercentage: 0.0}]");
  }
}
