package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.NodeLabels;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/**
 * Nodes of one kind, which an autoscaler adds and removes.
 *
 * <p>The trap of arm64 families (t2a, c4a): GKE taints their nodes, so that only pods that select
 * {@code kubernetes.io/arch: arm64} run there.
 *
 * <pre>{@code
 * var nodes =
 *     NodePoolSettingsBuilder.builder().machineType("e2-standard-4").min(1).max(3).build();
 * }</pre>
 *
 * @param machineType as in {@code n2d-standard-4}
 * @param spot much cheaper nodes that Google takes back at any time; default false
 * @param min nodes that there always are, over all zones; default 1
 * @param max nodes that there can be, over all zones; default 3, or min where that is more
 * @param diskSize of each node in GB; default 100
 * @param labels of each node
 * @param taints that keep other pods off
 * @param maxSurge nodes added while an upgrade runs; default 1
 * @param maxUnavailable nodes that an upgrade may take away; default 0
 */
@RecordBuilder
public record NodePoolSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Machine type, such as n2d-standard-4. On arm64 families (t2a, c4a) only pods that"
                + " select arm64 run.")
        @Pattern(regexp = NodePoolSettings.MACHINE_TYPE)
        String machineType,
    @JsonPropertyDescription(
            "Whether the nodes are cheaper ones that Google takes back at any time. Default:"
                + " false.")
        Boolean spot,
    @JsonPropertyDescription("Nodes that there always are, over all zones. Default: 1.")
        @Min(0)
        @Max(1000)
        Integer min,
    @JsonPropertyDescription(
            "Nodes that there can be, over all zones. Default: 3, or min where that is more.")
        @Min(1)
        @Max(1000)
        Integer max,
    @JsonPropertyDescription("Size of each node's disk in GB. Default: 100.") @Min(20) @Max(2000)
        Integer diskSize,
    @JsonPropertyDescription("Labels of each node, such as {tier: web}. Default: none.")
        Map<String, String> labels,
    @JsonPropertyDescription("Taints that keep other pods off. Default: none.") List<Taint> taints,
    @JsonPropertyDescription("Nodes added while an upgrade runs. Default: 1.") @Min(0) @Max(20)
        Integer maxSurge,
    @JsonPropertyDescription("Nodes that an upgrade may take away. Default: 0.") @Min(0) @Max(20)
        Integer maxUnavailable) {

  /** A machine type: family, shape, size. */
  public static final String MACHINE_TYPE = "^[a-z][a-z0-9]*(-[a-z0-9]+)+$";

  private static final int MOST_AT_ONCE = 20;

  /** Fills in the defaults. */
  public NodePoolSettings {
    matching("machineType", machineType, MACHINE_TYPE);
    spot = or(spot, false);
    min = within("min", or(min, 1), 0, 1000);
    max = within("max", or(max, Math.max(3, min)), 1, 1000);
    diskSize = within("diskSize", or(diskSize, 100), 20, 2000);
    labels = Checks.sorted(labels);
    taints = Checks.copy(taints);
    maxSurge = within("maxSurge", or(maxSurge, 1), 0, MOST_AT_ONCE);
    maxUnavailable = within("maxUnavailable", or(maxUnavailable, 0), 0, MOST_AT_ONCE);
  }

  /** On-demand nodes without taints. */
  static NodePoolSettings of(String machineType, int min, int max) {
    return NodePoolSettingsBuilder.builder().machineType(machineType).min(min).max(max).build();
  }

  /** What is wrong with this pool. */
  List<Problem> problems(String region, List<String> zones) {
    Problems problems =
        new Problems()
            .addAll("machineType", MachineType.problems(machineType, region, zones))
            .addIf(min > max, "min", "(%d) must not be greater than max (%d).", min, max)
            .addIf(
                maxSurge + maxUnavailable == 0,
                "maxSurge",
                "and maxUnavailable must not both be 0: no node could ever be upgraded.")
            .addIf(
                maxSurge + maxUnavailable > MOST_AT_ONCE,
                "maxSurge",
                "(%d) and maxUnavailable (%d) must not be more than %d together.",
                maxSurge,
                maxUnavailable,
                MOST_AT_ONCE)
            .addIf(
                MachineFamily.of(machineType).filter(each -> !each.persistentDisks()).isPresent()
                    && isOpen(),
                "machineType",
                "\"%s\" attaches no persistent disk, so that pods with volumes fail on it; give the"
                    + " pool taints.",
                machineType);
    return problems.addAll("labels", NodeLabels.problems(labels)).list();
  }

  /** Whether any pod may run here. */
  boolean isOpen() {
    return !arm64()
        && taints.stream().allMatch(taint -> taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE);
  }

  /** Whether its machines are of another architecture than most images. */
  boolean arm64() {
    return MachineFamily.of(machineType).filter(MachineFamily::arm64).isPresent();
  }

  /** The type of a node's disk; the machine type must be a known one. */
  String bootDisk() {
    return MachineFamily.of(machineType).orElseThrow().bootDisk();
  }

  /** Nodes while the autoscaler is at its maximum and an upgrade runs. */
  int most() {
    return max + maxSurge;
  }
}
