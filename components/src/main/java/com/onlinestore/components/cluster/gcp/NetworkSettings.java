package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * The cluster's address ranges. None of them can be changed while the cluster lives.
 *
 * <pre>{@code
 * var network = NetworkSettingsBuilder.builder().nodes("10.1.0.0/20").build();
 * }</pre>
 *
 * @param nodes one address for each node and internal load balancer; default 10.20.0.0/20
 * @param pods 256 addresses for each node; default 10.24.0.0/14, a thousand nodes
 * @param services one address for each Kubernetes Service; default 10.28.0.0/20
 * @param controlPlane for the API server, exactly a /28; default 172.16.0.0/28
 */
@RecordBuilder
public record NetworkSettings(
    @JsonPropertyDescription(
            "Range of the nodes and internal load balancers. Default: 10.20.0.0/20.")
        @Pattern(regexp = Cidr.PATTERN)
        String nodes,
    @JsonPropertyDescription(
            "Range of the pods, of which each node takes 256 addresses. Default: 10.24.0.0/14.")
        @Pattern(regexp = Cidr.PATTERN)
        String pods,
    @JsonPropertyDescription("Range of the Kubernetes Services. Default: 10.28.0.0/20.")
        @Pattern(regexp = Cidr.PATTERN)
        String services,
    @JsonPropertyDescription(
            "Range of the control plane, exactly a /28, as no peered network may have it. Default:"
                + " 172.16.0.0/28.")
        @Pattern(regexp = Cidr.PATTERN)
        String controlPlane) {

  /** Fills in the defaults. */
  public NetworkSettings {
    nodes = matching("nodes", or(nodes, "10.20.0.0/20"), Cidr.PATTERN);
    pods = matching("pods", or(pods, "10.24.0.0/14"), Cidr.PATTERN);
    services = matching("services", or(services, "10.28.0.0/20"), Cidr.PATTERN);
    controlPlane = matching("controlPlane", or(controlPlane, "172.16.0.0/28"), Cidr.PATTERN);
  }

  /** Room for a thousand nodes. */
  public static NetworkSettings defaults() {
    return NetworkSettingsBuilder.builder().build();
  }

  /**
   * Ranges that overlap, are none, or are too small.
   *
   * @param mostNodes how many nodes there can be
   */
  List<Problem> problems(int mostNodes) {
    return new Problems().addAll("", GkeRanges.of(this).problems(mostNodes)).list();
  }
}
