package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What acts on AWS for the cluster: volumes by default on gp3, nodes when pods find no room, load
 * balancers for Services. All of it must outlive what it acts for, or that stays behind.
 *
 * <p>Nodes come by cluster-autoscaler and not by Karpenter: it only changes the size of groups that
 * Pulumi made, so that a destroy knows every instance there is.
 */
final class EksControllers extends ComponentResource {

  /** The default class of volumes. */
  static final String STORAGE_CLASS = "gp3";

  private static final String AUTOSCALER = "cluster-autoscaler";
  private static final String BALANCERS = "aws-load-balancer-controller";

  private final AwsPlace place;
  private final Mirrors mirrors;
  private final Output<String> cluster;
  private final List<Resource> all;

  /**
   * Installs the controllers.
   *
   * @param addons those that need nodes
   */
  EksControllers(
      AwsPlace place,
      Mirrors mirrors,
      Output<String> cluster,
      Output<String> vpcId,
      Map<EksAddon, Resource> addons,
      ComponentResourceOptions options) {
    super("online-store:cluster:EksControllers", place.name() + "-controllers", options);
    this.place = place;
    this.mirrors = mirrors;
    this.cluster = cluster;
    this.all =
        List.of(
            storageClass(addons.get(EksAddon.EBS_CSI)),
            balancers(vpcId, List.copyOf(addons.values())),
            autoscaler(List.of(addons.get(EksAddon.COREDNS))));
    registerOutputs(Map.of());
  }

  /** The class and the controllers. */
  List<Resource> all() {
    return all;
  }

  private Resource storageClass(Resource driver) {
    Map<String, String> annotations = Map.of("storageclass.kubernetes.io/is-default-class", "true");
    return new KubernetesObject(
        place.name() + "-storage-class",
        new StorageClassBuilder()
            .withMetadata(Labels.metadata(STORAGE_CLASS, null, Labels.of(STORAGE_CLASS, "eks")))
            .editMetadata()
            .withAnnotations(annotations)
            .endMetadata()
            .withProvisioner("ebs.csi.aws.com")
            .withParameters(Map.of("type", "gp3", "encrypted", "true"))
            .withReclaimPolicy("Delete")
            .withAllowVolumeExpansion(true)
            .withVolumeBindingMode("WaitForFirstConsumer")
            .build(),
        after(List.of(driver)));
  }

  private Resource balancers(Output<String> vpcId, List<Resource> before) {
    Map<String, Object> values = new TreeMap<>();
    values.put("clusterName", cluster);
    values.put("region", place.region());
    values.put("vpcId", vpcId);
    values.put("serviceAccount", Map.of("name", BALANCERS));
    // Its webhook would refuse every Service until the controller is up.
    values.put("enableServiceMutatorWebhook", false);
    values.put("enableShield", false);
    values.put("enableWaf", false);
    values.put("enableWafv2", false);
    values.put("defaultTags", place.tags().tags());
    values.put("replicaCount", replicas());
    values.put("podDisruptionBudget", Map.of("maxUnavailable", 1));
    values.put("resources", resources("50m", "128Mi"));
    mirrors
        .registry()
        .ifPresent(to -> values.put("image", Map.of("repository", to + "/eks/" + BALANCERS)));
    return release(
        BALANCERS, Chart.AWS_LOAD_BALANCER_CONTROLLER, Rights::loadBalancers, values, before);
  }

  private Resource autoscaler(List<Resource> before) {
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", AUTOSCALER);
    values.put("autoDiscovery", Map.of("clusterName", cluster));
    values.put("awsRegion", place.region());
    values.put("rbac", Map.of("serviceAccount", Map.of("name", AUTOSCALER)));
    // Every sidecar has a folder on its node's disk, so that no node would ever be removed.
    values.put(
        "customArgs",
        List.of(
            "--balance-similar-node-groups",
            "--expander=least-waste",
            "--skip-nodes-with-local-storage=false",
            "--skip-nodes-with-system-pods=false"));
    values.put("replicaCount", replicas());
    values.put("resources", resources("50m", "300Mi"));
    mirrors
        .registry()
        .ifPresent(
            to -> values.put("image", Map.of("repository", to + "/autoscaling/" + AUTOSCALER)));
    return release(AUTOSCALER, Chart.CLUSTER_AUTOSCALER, Rights::autoscaler, values, before);
  }

  private Resource release(
      String controller,
      Chart chart,
      Function<Rights, String> policy,
      Map<String, Object> values,
      List<Resource> before) {
    List<Resource> after = new ArrayList<>(before);
    after.addAll(
        PodRole.own(
            place,
            PodRole.NAMESPACE,
            controller,
            cluster.applyValue(of -> policy.apply(place.rights(of))),
            cluster,
            this));
    return HelmRelease.create(
        place.name() + "-" + controller + "-release",
        chart,
        mirrors,
        controller,
        PodRole.NAMESPACE,
        values,
        after(after));
  }

  private int replicas() {
    return place.profile() == Profile.PROD ? 2 : 1;
  }

  private static Map<String, Object> resources(String cpu, String memory) {
    return Map.of(
        "requests", Map.of("cpu", cpu, "memory", memory), "limits", Map.of("memory", memory));
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
