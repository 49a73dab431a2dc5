package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.settings.Checks.amount;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.List;
import java.util.Map;

/**
 * What a container is given and what it may use at most.
 *
 * <p>Memory always has a limit, because a leak must hit its own pod and no other; it equals the
 * request unless set. CPU has none unless set: a limit only makes requests wait while cores are
 * idle. Disk has none either: nodes that report no disk would never get the pod, and writable paths
 * are bounded by their own volumes.
 *
 * @param requests default 100m CPU and 128Mi memory
 * @param limits default the memory requested
 */
public record ContainerResources(
    @JsonPropertyDescription(
            "What the scheduler keeps free for it. Default: cpu 100m, memory 128Mi.")
        Amounts requests,
    @JsonPropertyDescription(
            "What it may use at most. Default: memory as requested, no limit on cpu.")
        Amounts limits) {

  private static final Amounts REQUESTS =
      new Amounts(new Quantity("100m"), new Quantity("128Mi"), null);

  /** Fills in the defaults. */
  public ContainerResources {
    requests = or(requests, Amounts.NONE).orElse(REQUESTS);
    limits = or(limits, Amounts.NONE).orElse(new Amounts(null, requests.memory(), null));
  }

  /** All defaults. */
  public static ContainerResources defaults() {
    return new ContainerResources(null, null);
  }

  /** A request over its limit, which the API server would refuse. */
  public List<Problem> problems() {
    return new Problems()
        .addAll("requests.cpu", over(requests.cpu(), limits.cpu(), "cpu"))
        .addAll("requests.memory", over(requests.memory(), limits.memory(), "memory"))
        .addAll(
            "requests.ephemeralStorage",
            over(requests.ephemeralStorage(), limits.ephemeralStorage(), "ephemeralStorage"))
        .list();
  }

  /** As a container's {@code resources}. */
  public ResourceRequirements requirements() {
    return new ResourceRequirementsBuilder()
        .withRequests(requests.asMap())
        .withLimits(limits.asMap())
        .build();
  }

  /** As Helm values. */
  public Map<String, Object> asValues() {
    return Map.of("requests", requests.asValues(), "limits", limits.asValues());
  }

  private static List<Problem> over(Quantity request, Quantity limit, String what) {
    boolean over = request != null && limit != null && amount(request).compareTo(amount(limit)) > 0;
    return new Problems()
        .addIf(over, "", "%s must not be more than limits.%s (%s).", request, what, limit)
        .list();
  }
}
