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
 * What a container is given and what it may use at most. Nothing is filled in here, because a
 * sidecar's defaults are not an application's.
 *
 * @param requests what the scheduler keeps free
 * @param limits what the container may use at most
 */
public record ContainerResources(
    @JsonPropertyDescription("What the scheduler keeps free for it.") Amounts requests,
    @JsonPropertyDescription("What it may use at most.") Amounts limits) {

  /** Nothing set. */
  public static final ContainerResources NONE = new ContainerResources(null, null);

  /** Takes nothing for unset. */
  public ContainerResources {
    requests = or(requests, Amounts.NONE);
    limits = or(limits, Amounts.NONE);
  }

  /**
   * These amounts, with what is unset taken from {@code defaults}. A default request is lowered to
   * a limit that stands here: nobody wrote it, so nobody could be told that it is too high.
   */
  public ContainerResources orElse(ContainerResources defaults) {
    return new ContainerResources(
        requests.orElse(defaults.requests.atMost(limits)), limits.orElse(defaults.limits));
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
