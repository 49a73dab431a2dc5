package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.kubernetes.Manifests;
import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.EksFunctions;
import com.pulumi.aws.eks.inputs.AddonPodIdentityAssociationArgs;
import com.pulumi.aws.eks.inputs.GetAddonVersionArgs;
import com.pulumi.aws.eks.outputs.GetAddonVersionResult;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The add-ons that EKS keeps: those that nodes need before they come up, and those that need nodes.
 */
record EksAddons(AwsPlace place, EksSettings settings, Output<String> cluster, Resource parent) {

  /** What a node needs to become ready. */
  List<Resource> beforeNodes(Resource controlPlane) {
    return List.copyOf(install(true, List.of(controlPlane)).values());
  }

  /** What needs nodes to run on. */
  Map<EksAddon, Resource> onNodes(List<Resource> nodes) {
    return install(false, nodes);
  }

  private Map<EksAddon, Resource> install(boolean beforeNodes, List<Resource> after) {
    Map<EksAddon, Resource> installed = new EnumMap<>(EksAddon.class);
    Arrays.stream(EksAddon.values())
        .filter(addon -> addon.beforeNodes() == beforeNodes)
        .forEach(addon -> installed.put(addon, install(addon, after)));
    return installed;
  }

  private Resource install(EksAddon addon, List<Resource> after) {
    AddonArgs.Builder args =
        AddonArgs.builder()
            .clusterName(cluster)
            .addonName(addon.id())
            .addonVersion(version(addon))
            .resolveConflictsOnCreate("OVERWRITE")
            .resolveConflictsOnUpdate("OVERWRITE")
            .tags(place.tags().tags());
    List<Resource> before = new ArrayList<>(after);
    switch (addon) {
      case VPC_CNI ->
          args.configurationValues(Manifests.toJson(networkValues()))
              .podIdentityAssociations(role("aws-node", "AmazonEKS_CNI_Policy", before));
      case EBS_CSI ->
          args.configurationValues(Manifests.toJson(volumeValues()))
              .podIdentityAssociations(
                  role("ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicy", before));
      case KUBE_PROXY, POD_IDENTITY, COREDNS, METRICS_SERVER -> {}
    }
    return new Addon(
        place.name() + "-" + addon.id(),
        args.build(),
        CustomResourceOptions.builder().parent(parent).dependsOn(before).build());
  }

  /** The one that EKS recommends, so that add-ons follow the version of Kubernetes. */
  private Output<String> version(EksAddon addon) {
    String pinned = settings.addonVersions().get(addon.id());
    return pinned == null
        ? EksFunctions.getAddonVersion(
                GetAddonVersionArgs.builder()
                    .addonName(addon.id())
                    .kubernetesVersion(settings.version())
                    .build())
            .applyValue(GetAddonVersionResult::version)
        : Output.of(pinned);
  }

  /**
   * Policies are enforced, and a node gets its addresses sixteen at a time, which is what lets it
   * hold as many pods as its memory.
   */
  private static Map<String, Object> networkValues() {
    return Map.of(
        "enableNetworkPolicy",
        "true",
        "env",
        Map.of("ENABLE_PREFIX_DELEGATION", "true", "WARM_PREFIX_TARGET", "1"));
  }

  private Map<String, Object> volumeValues() {
    return Map.of("controller", Map.of("extraVolumeTags", new TreeMap<>(place.tags().tags())));
  }

  /**
   * A role for an add-on.
   *
   * @param before gets the role's rights, which must outlive the add-on: without them it leaves
   *     volumes and addresses behind
   */
  private AddonPodIdentityAssociationArgs role(
      String serviceAccount, String policy, List<Resource> before) {
    PodRole role = PodRole.managed(place, serviceAccount, policy, cluster, parent);
    before.addAll(role.rights());
    return AddonPodIdentityAssociationArgs.builder()
        .serviceAccount(serviceAccount)
        .roleArn(role.arn())
        .build();
  }
}
