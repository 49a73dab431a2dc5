package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What clouds let in: the API servers of clusters, and rules of firewalls that are open to every
 * address. An address that only leads out, as that of a NAT gateway, lets nothing in.
 */
public final class Openings {

  static final String PUBLIC_API = "public API server";
  static final String PRIVATE_API = "private API server";

  /** Where something is open to every address. */
  public static final String ANYWHERE = "from anywhere";

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0/0", "::/0");

  private Openings() {}

  /** What a resource lets in; none for a resource that is no entrance. */
  public static List<Opening> of(CloudResource resource) {
    if (resource.type().startsWith("aws:")) {
      return AwsOpenings.of(resource);
    }
    return resource.type().startsWith("gcp:") ? GoogleOpenings.of(resource) : List.of();
  }

  /**
   * Who reaches the load balancer of a Service: {@code internet-facing} or {@code internal}; empty
   * where its annotations leave it to the cloud.
   */
  public static Optional<String> loadBalancer(JsonNode annotations) {
    String scheme =
        annotations
            .path("service.beta.kubernetes.io/aws-load-balancer-scheme")
            .asText(annotations.path("networking.gke.io/load-balancer-type").asText());
    return switch (scheme) {
      case "internet-facing", "External" -> Optional.of("internet-facing");
      case "internal", "Internal" -> Optional.of("internal");
      default -> Optional.empty();
    };
  }

  static String from(List<String> ranges) {
    return isEverywhere(ranges) ? ANYWHERE : "from " + String.join(", ", ranges);
  }

  static boolean isEverywhere(List<String> ranges) {
    return ranges.stream().anyMatch(EVERY_ADDRESS::contains);
  }
}
