package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.NodeLabels;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A managed node group, across all zones.
 *
 * <p>The trap: EKS takes least, most and current number of nodes at once, and the current one is
 * the autoscaler's. So change {@code min} and {@code max} with {@code pulumi up --refresh}, which
 * looks it up, and raise {@code min} no higher than what runs. A group whose instance types or
 * capacity change is replaced; the new one comes up before the old one is drained.
 *
 * <pre>{@code
 * var nodes =
 *     NodeGroupSettingsBuilder.builder()
 *         .instanceTypes(List.of("m7i.large"))
 *         .min(3)
 *         .max(9)
 *         .build();
 * }</pre>
 *
 * @param instanceTypes in order of preference, all of one processor architecture; several of them
 *     find capacity where one would not
 * @param spot whether the instances may be taken back at two minutes' notice
 * @param min least nodes
 * @param max most nodes; the autoscaler chooses between them
 * @param diskSize of the root volume in GiB; default 50
 * @param labels of the nodes
 * @param taints of the nodes
 * @param maxUnavailablePercent how much of the group an update replaces at once; default 33
 */
@RecordBuilder
public record NodeGroupSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Instance types in order of preference, such as [m7g.large, m6g.large]; all x86 or all"
                + " arm64.")
        List<@Pattern(regexp = NodeGroupSettings.INSTANCE_TYPE) String> instanceTypes,
    @JsonPropertyDescription("Cheaper, and taken back at two minutes' notice. Default: false.")
        Boolean spot,
    @JsonProperty(required = true) @JsonPropertyDescription("Least nodes.") @Min(1) @Max(450)
        Integer min,
    @JsonProperty(required = true) @JsonPropertyDescription("Most nodes.") @Min(1) @Max(450)
        Integer max,
    @JsonPropertyDescription("Root volume in GiB. Default: 50.") @Min(20) @Max(16384)
        Integer diskSize,
    @JsonPropertyDescription("Labels of the nodes.") Map<String, String> labels,
    @JsonPropertyDescription("Taints of the nodes.") List<Taint> taints,
    @JsonPropertyDescription(
            "Percentage of the nodes that an update replaces at once. Default: 33.")
        @Min(1)
        @Max(100)
        Integer maxUnavailablePercent) {

  /** What an instance type must look like. */
  public static final String INSTANCE_TYPE = InstanceType.PATTERN;

  /** Fills in the defaults. */
  public NodeGroupSettings {
    instanceTypes = Checks.copy(instanceTypes);
    instanceTypes.forEach(type -> matching("instanceTypes", type, InstanceType.PATTERN));
    spot = or(spot, false);
    min = within("min", or(min, 1), 1, 450);
    max = within("max", or(max, min), 1, 450);
    diskSize = within("diskSize", or(diskSize, 50), 20, 16384);
    labels = Checks.sorted(labels);
    taints = Checks.copy(taints);
    maxUnavailablePercent = within("maxUnavailablePercent", or(maxUnavailablePercent, 33), 1, 100);
  }

  /** Whether the nodes are Graviton: the first type decides, the others must agree. */
  boolean arm() {
    return leading().flatMap(InstanceType::of).map(type -> type.family().arm()).orElse(false);
  }

  /** Whether pods that tolerate nothing run here. */
  boolean takesAnyPod() {
    return taints.stream().allMatch(taint -> taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE);
  }

  /** The first type of a family that is known. */
  private Optional<String> leading() {
    return instanceTypes.stream().filter(type -> InstanceType.of(type).isPresent()).findFirst();
  }

  /** Bounds the wrong way round, families nobody knows, and architectures that differ. */
  List<Problem> problems() {
    Problems problems =
        new Problems()
            .addIf(
                instanceTypes.isEmpty(),
                "instanceTypes",
                "needs at least one instance type, such as m7g.large.")
            .addIf(min > max, "", "min (%d) must not be greater than max (%d).", min, max)
            .addAll("labels", NodeLabels.problems(labels));
    for (int i = 0; i < instanceTypes.size(); i++) {
      problems.addAll("instanceTypes[" + i + "]", problems(instanceTypes.get(i)));
    }
    return problems.list();
  }

  private List<Problem> problems(String text) {
    String family = InstanceType.familyOf(text);
    Optional<InstanceType> type = InstanceType.of(text);
    return new Problems()
        .addIf(
            type.isEmpty(),
            "",
            "\"%s\" is of no family that this platform knows.%s Families: %s.",
            text,
            Nearest.didYouMean(family, InstanceFamily.names()),
            String.join(", ", InstanceFamily.names()))
        .addIf(
            type.isPresent() && type.get().family().arm() != arm(),
            "",
            "\"%s\" is %s, but \"%s\" is %s; a node group has one architecture.",
            text,
            architecture(!arm()),
            leading().orElse(text),
            architecture(arm()))
        .list();
  }

  private static String architecture(boolean arm) {
    return arm ? "arm64" : "x86";
  }
}
