package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.amount;

import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.Mesh;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the store's namespace may use: every version of every service at its maximum with its
 * sidecar, or all of them with a waypoint, and an update of all of them at once.
 */
record NamespaceBudget(String namespace, Collection<ServiceSettings> services, Mesh mesh) {

  /**
   * A rolling update starts a quarter more pods, while as many old ones still end; with a canary
   * the new version gets all its pods before the old one gives up any.
   */
  private static final BigDecimal SURGE = new BigDecimal("0.25");

  private static final BigDecimal MEBIBYTE = new BigDecimal(1024 * 1024);

  /** Of memory, from mebibytes upwards. */
  private static final String UNITS = "MGT";

  ResourceQuota quota() {
    Map<String, Quantity> hard = new TreeMap<>();
    hard.put("pods", new Quantity(String.valueOf(pods())));
    hard.put("requests.cpu", cores(sum(each -> each.requests().cpu())));
    hard.put("requests.memory", memory(sum(each -> each.requests().memory())));
    hard.put("limits.memory", memory(sum(each -> each.limits().memory())));
    hard.put("services.loadbalancers", new Quantity("0"));
    hard.put("services.nodeports", new Quantity("0"));
    return new ResourceQuotaBuilder()
        .withMetadata(
            Labels.metadata("store-quota", namespace, Labels.of("store-quota", namespace)))
        .withNewSpec()
        .withHard(hard)
        .endSpec()
        .build();
  }

  /**
   * Amounts for containers that say none, such as those of a Job somebody runs by hand. No minimum
   * and no maximum: one that forbade the proxy's amounts would stop injection.
   */
  LimitRange limitRange() {
    return new LimitRangeBuilder()
        .withMetadata(
            Labels.metadata("store-limits", namespace, Labels.of("store-limits", namespace)))
        .withNewSpec()
        .addNewLimit()
        .withType("Container")
        .withDefaultRequest(
            new TreeMap<>(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("128Mi"))))
        .withDefault(Map.of("memory", new Quantity("256Mi")))
        .endLimit()
        .endSpec()
        .build();
  }

  private int pods() {
    return waypoints() + services.stream().mapToInt(NamespaceBudget::podsOf).sum();
  }

  private static int podsOf(ServiceSettings service) {
    int most = service.maxReplicas();
    return withUpdate(most) + (service.canary() == null ? 0 : most);
  }

  private int waypoints() {
    return mesh.waypoint().map(waypoint -> withUpdate(waypoint.maxReplicas())).orElse(0);
  }

  private static int withUpdate(int replicas) {
    BigDecimal most = new BigDecimal(replicas);
    int surge = most.multiply(SURGE).setScale(0, RoundingMode.CEILING).intValue();
    return replicas + 2 * surge;
  }

  private BigDecimal sum(Function<ContainerResources, Quantity> what) {
    BigDecimal proxy = amount(what.apply(mesh.proxy()));
    BigDecimal sidecar = mesh.ambient() ? BigDecimal.ZERO : proxy;
    return services.stream()
        .map(
            service ->
                amount(what.apply(service.resources()))
                    .add(sidecar)
                    .multiply(new BigDecimal(podsOf(service))))
        .reduce(proxy.multiply(new BigDecimal(waypoints())), BigDecimal::add);
  }

  /** Written as the API server writes it back, so that a refresh finds no change. */
  private static Quantity cores(BigDecimal cores) {
    BigDecimal thousandths = cores.movePointRight(3).setScale(0, RoundingMode.CEILING);
    BigDecimal whole = thousandths.movePointLeft(3).stripTrailingZeros();
    return new Quantity(
        whole.scale() <= 0 ? whole.toPlainString() : thousandths.toPlainString() + "m");
  }

  /** Likewise: in the largest unit that makes it a whole number. */
  private static Quantity memory(BigDecimal bytes) {
    BigInteger amount = bytes.divide(MEBIBYTE, 0, RoundingMode.CEILING).toBigInteger();
    int unit = 0;
    while (unit < UNITS.length() - 1 && amount.signum() > 0 && amount.getLowestSetBit() >= 10) {
      amount = amount.shiftRight(10);
      unit++;
    }
    return new Quantity(amount + UNITS.substring(unit, unit + 1) + "i");
  }
}
