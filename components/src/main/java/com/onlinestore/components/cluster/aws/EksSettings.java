package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cluster of Amazon's Elastic Kubernetes Service in a network of its own.
 *
 * <pre>{@code
 * var eks =
 *     EksSettingsBuilder.builder()
 *         .deployer("arn:aws:iam::111122223333:role/deployer")
 *         .nodeGroups(
 *             Map.of(
 *                 "general",
 *                 NodeGroupSettingsBuilder.builder().instanceTypes(List.of("m7i.large")).build()))
 *         .build();
 * }</pre>
 *
 * @param deployer ARN of the role that runs this program; it alone may change what is in the
 *     cluster, besides {@code admins}
 * @param admins ARNs of roles that may do everything in the cluster
 * @param version minor version of Kubernetes; default {@value #VERSION}
 * @param network addresses and zones
 * @param nodeGroups by name; default one of two to four small nodes in dev, three to nine in prod
 * @param addonVersions by add-on, as in {@code v1.21.1-eksbuild.1}; default the one that EKS
 *     recommends for the version of Kubernetes
 * @param logRetentionDays of the control plane's and the flow logs; default 14, in prod 365
 * @param profile of the AWS configuration that kubectl uses; null for its default
 * @param role that kubectl takes on before it asks for a token; null for none
 */
@RecordBuilder
public record EksSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "ARN of the role that runs pulumi up, such as"
                + " arn:aws:iam::111122223333:role/deployer. It becomes an administrator of the"
                + " cluster.")
        @Pattern(regexp = EksSettings.ROLE)
        String deployer,
    @JsonPropertyDescription("ARNs of other roles that administrate the cluster.")
        List<@Pattern(regexp = EksSettings.ROLE) String> admins,
    @JsonPropertyDescription(
            "Minor version of Kubernetes in quotes. Default: \"" + EksSettings.VERSION + "\".")
        @Pattern(regexp = ExistingClusterSettings.VERSION)
        String version,
    @JsonPropertyDescription("Addresses and zones.") EksNetworkSettings network,
    @JsonPropertyDescription(
            "Managed node groups by name. Default: one, of 2 to 4 small nodes in dev and 3 to 9 in"
                + " prod.")
        Map<String, NodeGroupSettings> nodeGroups,
    @JsonPropertyDescription(
            "Versions of EKS add-ons by name, such as {vpc-cni: v1.21.1-eksbuild.1}. Default: what"
                + " EKS recommends for the version of Kubernetes.")
        Map<String, String> addonVersions,
    @JsonPropertyDescription(
            "Days that logs of control plane and network are kept. Default: 14, in prod 365.")
        Integer logRetentionDays,
    @JsonPropertyDescription(
            "Profile of the AWS configuration that kubectl uses. Default: AWS's own choice.")
        String profile,
    @JsonPropertyDescription(
            "ARN of a role that kubectl takes on before it asks for a token. Default: none.")
        @Pattern(regexp = EksSettings.ROLE)
        String role) {

  /** The version that the pinned charts are made for. */
  public static final String VERSION = "1.35";

  /** What the ARN of a role must look like. */
  public static final String ROLE = RoleArn.PATTERN;

  /** What CloudWatch takes: docs.aws.amazon.com, PutRetentionPolicy. */
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private static final String GROUP_NAME = "^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$";

  private static final Map<Profile, NodeGroupSettings> GROUPS =
      Map.of(
          Profile.DEV, group("large", 2, 4),
          Profile.PROD, group("xlarge", 3, 9));

  /** Fills in the defaults that no profile decides. */
  public EksSettings {
    matching("deployer", deployer, EksSettings.ROLE);
    admins = Checks.copy(admins);
    admins.forEach(admin -> matching("admins", admin, EksSettings.ROLE));
    version = matching("version", or(version, VERSION), ExistingClusterSettings.VERSION);
    network = or(network, EksNetworkSettings.defaults());
    nodeGroups = Checks.sorted(nodeGroups);
    addonVersions = Checks.sorted(addonVersions);
    if (role != null) {
      matching("role", role, EksSettings.ROLE);
    }
  }

  Map<String, NodeGroupSettings> nodeGroupsIn(Profile profile) {
    return nodeGroups.isEmpty() ? Map.of("general", GROUPS.get(profile)) : nodeGroups;
  }

  int logRetentionIn(Profile profile) {
    return or(logRetentionDays, profile == Profile.PROD ? 365 : 14);
  }

  /** The deployer and everybody else who administrates the cluster, each once. */
  List<String> administrators() {
    return Stream.concat(Stream.of(deployer), admins.stream()).distinct().toList();
  }

  /**
   * What is wrong across the settings.
   *
   * @param region of {@code aws:region}; empty where nobody said, which is told elsewhere
   */
  public List<Problem> problems(String region, Profile profile) {
    Problems problems =
        new Problems()
            .addAll("network", network.problems(region))
            .addIf(
                logRetentionDays != null && !RETENTIONS.contains(logRetentionDays),
                "logRetentionDays",
                "%d is no retention of CloudWatch; choose one of %s.",
                logRetentionDays,
                RETENTIONS.stream().sorted().toList())
            .addIf(
                nodeGroupsIn(profile).values().stream().allMatch(NodeGroupSettings::spot)
                    && profile == Profile.PROD,
                "nodeGroups",
                "are all spot, so that all nodes may be taken back at once; prod needs one that is"
                    + " not.")
            .addIf(
                nodeGroupsIn(profile).values().stream().noneMatch(NodeGroupSettings::takesAnyPod),
                "nodeGroups",
                "all have taints, so that the cluster's own parts would run nowhere; leave one"
                    + " without.");
    addonVersions
        .keySet()
        .forEach(
            addon ->
                problems.addIf(
                    EksAddon.of(addon).isEmpty(),
                    "addonVersions." + addon,
                    "is no add-on of this platform. Add-ons: %s.",
                    String.join(", ", EksAddon.names())));
    nodeGroups.forEach(
        (name, group) ->
            problems
                .addIf(
                    !name.matches(GROUP_NAME),
                    "nodeGroups." + name,
                    "must begin with a letter and hold only lower-case letters, digits and dashes,"
                        + " at most 20.")
                .addAll("nodeGroups." + name, group.problems()));
    return problems.list();
  }

  /** Types that cost nearly the same, so that one without capacity does not stop the group. */
  private static NodeGroupSettings group(String size, int min, int max) {
    return NodeGroupSettingsBuilder.builder()
        .instanceTypes(Stream.of("m7i.", "m6i.", "m7a.", "m6a.").map(each -> each + size).toList())
        .min(min)
        .max(max)
        .build();
  }
}
