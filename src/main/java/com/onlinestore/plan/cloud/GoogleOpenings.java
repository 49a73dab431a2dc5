package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** GKE clusters, and the rules of firewalls. */
final class GoogleOpenings {

  private GoogleOpenings() {}

  static List<Opening> of(CloudResource resource) {
    return switch (resource.type()) {
      case "gcp:container/cluster:Cluster" -> List.of(cluster(resource));
      case "gcp:compute/firewall:Firewall" -> firewall(resource);
      default -> List.of();
    };
  }

  private static Opening cluster(CloudResource cluster) {
    String what = "Cluster " + cluster.ownName();
    if (cluster.inputs().at("/privateClusterConfig/enablePrivateEndpoint").asBoolean()) {
      return new Opening(what, Openings.PRIVATE_API, "");
    }
    JsonNode networks = cluster.inputs().path("masterAuthorizedNetworksConfig");
    if (networks.isMissingNode()) {
      return new Opening(what, Openings.PUBLIC_API, Openings.from(List.of("0.0.0.0/0")));
    }
    List<String> ranges = new ArrayList<>();
    networks.path("cidrBlocks").forEach(block -> ranges.add(block.path("cidrBlock").asText()));
    // Left out it is for Google to say; a reviewer had better take it for open.
    if (networks.path("gcpPublicCidrsAccessEnabled").asBoolean(true)) {
      ranges.add("Google Cloud's public addresses");
    }
    return new Opening(
        what, Openings.PUBLIC_API, ranges.isEmpty() ? "from nowhere" : Openings.from(ranges));
  }

  // Google's own default: for what comes in, from everywhere.
  private static List<Opening> firewall(CloudResource firewall) {
    JsonNode inputs = firewall.inputs();
    List<String> ranges = Words.texts(inputs.path("sourceRanges"));
    boolean narrowed =
        inputs.has("sourceRanges")
            || inputs.has("sourceTags")
            || inputs.has("sourceServiceAccounts");
    if (inputs.path("direction").asText("INGRESS").equals("EGRESS")
        || inputs.path("disabled").asBoolean()
        || (narrowed && !Openings.isEverywhere(ranges))) {
      return List.of();
    }
    List<Opening> openings = new ArrayList<>();
    for (JsonNode allow : inputs.path("allows")) {
      String ports = Words.and(Words.texts(allow.path("ports")));
      openings.add(
          new Opening(
              "Firewall " + firewall.name(),
              "%s %s".formatted(allow.path("protocol").asText(), ports).strip(),
              Openings.from(List.of("0.0.0.0/0"))));
    }
    return openings;
  }
}
