package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import java.time.LocalDate;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final String PLAIN_HTTP =
      """
      {"services": {"cart": {"image": "acme/cart:1"}},%s
       "gateway": {"hosts": ["shop.example.com"], "plainHttp": true,
         "routes": [{"path": "/", "service": "cart"}]}}
      """;

  private static final String WAIVER =
      """
      "policies": {"waivers": [{"rule": "exposure/plain-http", "resource": "Gateway *",
        "reason": "made-up data only", "owner": "store-team", "until": "%s"}]},
      """;

  private static final String KEY = "online-store:store";

  @Test
  void findsWhatWouldNotWorkBeforeTheEngineHearsOfIt() {
    assertThat(
            refusal(
                """
                {"services": {"cart": {"image": "acme/cart:1"}},
                 "gateway": {"hosts": ["shop.example.com", "cart.example.com"], "tlsSecret": "shop-tls",
                   "routes": [{"host": "cart.example.com", "path": "/", "service": "cart"}]}}
                """))
        .isEqualTo(
            """
            The mesh would not work, so nothing was created:
              Gateway store-gateway/store-gateway spec.servers[0].hosts[0]: no VirtualService routes "shop.example.com" on this gateway, so it answers 404: add a route, or remove the host.
              Gateway store-gateway/store-gateway spec.servers[1].hosts[0]: no VirtualService routes "shop.example.com" on this gateway, so it answers 404: add a route, or remove the host."""
                .stripTrailing());
  }

  @Test
  void aMandatoryPolicyThatIsBrokenStopsTheRun() {
    assertThat(refusal(PLAIN_HTTP.formatted("")))
        .isEqualTo(
            """
            Mandatory policies are broken, so nothing was created:
              mandatory exposure/plain-http
                Gateway store-gateway/store-gateway spec.servers[0].port.protocol: "HTTP", answers in the open
                Why: Everybody on the way reads passwords and orders, and may change them.
                Fix: Give the gateway a certificate, and port 80 a redirect."""
                .stripTrailing());
  }

  @Test
  void aWaiverOfTheStackFileLetsItRunUntilItEnds() {
    assertThat(refusal(PLAIN_HTTP.formatted(WAIVER.formatted("2026-11-21")))).isEmpty();
    assertThat(refusal(PLAIN_HTTP.formatted(WAIVER.formatted("2026-11-20"))))
        .contains("mandatory exposure/plain-http")
        .contains("mandatory waivers/expired");
  }

  @Test
  void aStackFileWithProblemsStopsTheRun() {
    assertThat(refusal("{\"services\": {\"cart\": {\"image\": \"acme/cart:1\", \"prot\": 1}}}"))
        .isEqualTo(
            """
            The stack file has a problem:
              online-store:store services.cart.prot: is not a setting. Did you mean "port"?""");
  }

  /** The run itself would find it when it comes to what is overridden, and that may be late. */
  @Test
  void anOverrideThatCannotBeCarriedOutStopsTheRun() {
    assertThat(
            refusal(
                """
                {"overrides": [{"of": "Namespace store", "adopt": true, "id": "other",
                  "reason": "the store ran before Pulumi"}]}
                """))
        .isEqualTo(
            """
            The stack file has a problem:
              online-store:store overrides[0].id: is only for resources of a cloud: an object is found by its name.""");
  }

  @Test
  void aRehearsalThatFailsByItselfIsWarnedOf() {
    Rehearsal.Outcome outcome =
        rehearse(
            "{}",
            context -> {
              throw new IllegalStateException("no answer to a lookup");
            });

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.warning())
        .isEqualTo(
            "Neither the mesh nor policies were checked, because the rehearsal failed: no answer to"
                + " a lookup");
  }

  @Test
  void rulesThatCannotBeLoadedStopTheRun() {
    Rehearsal.Outcome outcome =
        rehearse(
            "{}",
            context -> {
              throw new ServiceConfigurationError(
                  "RuleCatalogue: Provider com.acme.Rules not found");
            });

    assertThat(outcome)
        .isEqualTo(new Rehearsal.Outcome("RuleCatalogue: Provider com.acme.Rules not found", ""));
  }

  private static String refusal(String store) {
    Rehearsal.Outcome outcome = rehearse(store, OnlineStore.program(Set.of(KEY), Set.of()));
    assertThat(outcome.warning()).isEmpty();
    return outcome.refusal();
  }

  private static Rehearsal.Outcome rehearse(String store, Consumer<Context> program) {
    return Rehearsal.begin(
            "online-store",
            "dev",
            Map.of(KEY, store),
            Set.of(),
            program,
            LocalDate.of(2026, 11, 21))
        .outcome();
  }
}
