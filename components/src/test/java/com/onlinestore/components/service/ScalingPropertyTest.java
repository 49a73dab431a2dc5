package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.amount;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Autoscaler, budget, update and quota never stand in each other's way. */
class ScalingPropertyTest {

  @Property
  void eitherTheDeploymentOrTheAutoscalerDecides(@ForAll("services") ServiceSettings settings) {
    Integer replicas = deployment(settings).getSpec().getReplicas();

    scaling(settings)
        .autoscaler()
        .ifPresentOrElse(
            autoscaler -> {
              assertThat(replicas).isNull();
              assertThat(autoscaler.getSpec().getMinReplicas())
                  .isPositive()
                  .isLessThanOrEqualTo(autoscaler.getSpec().getMaxReplicas());
            },
            () -> assertThat(replicas).isNotNull());
  }

  /** At every count of healthy pods at least one may go, and a broken one always may. */
  @Property
  void noBudgetBlocksADrainForGood(@ForAll("services") ServiceSettings settings) {
    PodDisruptionBudgetSpec budget = scaling(settings).disruptionBudget().getSpec();

    assertThat(budget.getMinAvailable()).isNull();
    assertThat(budget.getMaxUnavailable().getIntVal()).isPositive();
    assertThat(budget.getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
  }

  @Property
  void anUpdateNeitherTakesAPodAwayFirstNorStandsStill(
      @ForAll("services") ServiceSettings settings) {
    Deployment deployment = deployment(settings);

    assertThat(
            deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
        .isZero();
    assertThat(surge(deployment, Math.max(1, settings.maxReplicas()))).isPositive();
  }

  @Property
  void theQuotaAdmitsEveryServiceAtItsMaximumWithASurgeAndSidecars(@ForAll("stores") Store store) {
    BigDecimal pods = BigDecimal.ZERO;
    BigDecimal cpu = BigDecimal.ZERO;
    BigDecimal memory = BigDecimal.ZERO;
    BigDecimal limit = BigDecimal.ZERO;
    List<ServiceSettings> releases =
        store.graph().services().values().stream()
            .flatMap(service -> service.releases().values().stream())
            .toList();
    for (ServiceSettings release : releases) {
      Deployment deployment = new ServiceWorkload("any", release, store).deployment();
      int most = release.maxReplicas();
      BigDecimal count = new BigDecimal(most + surge(deployment, most));
      pods = pods.add(count);
      cpu = cpu.add(count.multiply(perPod(deployment, "cpu", "proxyCPU", false)));
      memory = memory.add(count.multiply(perPod(deployment, "memory", "proxyMemory", false)));
      limit = limit.add(count.multiply(perPod(deployment, "memory", "proxyMemoryLimit", true)));
    }

    Map<String, Quantity> hard =
        new NamespaceBudget(store.namespace(), releases, store.mesh()).quota().getSpec().getHard();
    assertThat(pods).isLessThanOrEqualTo(amount(hard.get("pods")));
    assertThat(cpu).isLessThanOrEqualTo(amount(hard.get("requests.cpu")));
    assertThat(memory).isLessThanOrEqualTo(amount(hard.get("requests.memory")));
    assertThat(limit).isLessThanOrEqualTo(amount(hard.get("limits.memory")));
  }

  @Provide
  Arbitrary<ServiceSettings> services() {
    return Services.service();
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  /** As the API server adds it up: the container and what the annotation gives the sidecar. */
  private static BigDecimal perPod(
      Deployment deployment, String resource, String annotation, boolean limits) {
    var template = deployment.getSpec().getTemplate();
    var resources = template.getSpec().getContainers().get(0).getResources();
    String sidecar = template.getMetadata().getAnnotations().get("sidecar.istio.io/" + annotation);
    return amount((limits ? resources.getLimits() : resources.getRequests()).get(resource))
        .add(amount(new Quantity(sidecar)));
  }

  /** A share of the wanted pods, rounded up. */
  private static int surge(Deployment deployment, int replicas) {
    String share = deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge().getStrVal();
    return (int) Math.ceil(replicas * Integer.parseInt(share.replace("%", "")) / 100.0);
  }

  private static Deployment deployment(ServiceSettings settings) {
    ServiceSettings alone = ServiceSettingsBuilder.builder(settings).calls(List.of()).build();
    return new ServiceWorkload(
            "orders", alone.releases().values().iterator().next(), Stores.of("orders", alone))
        .deployment();
  }

  private static ServiceScaling scaling(ServiceSettings settings) {
    return new ServiceScaling("orders", settings, Stores.of("orders", settings));
  }
}
