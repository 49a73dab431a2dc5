package com.example.adoptedstore;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.OverriddenCluster;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.ManifestArgs;
import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.components.kubernetes.OverrideSettingsBuilder;
import com.onlinestore.components.kubernetes.Overrides;
import com.onlinestore.components.kubernetes.Patch;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettingsBuilder;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ObservabilitySettingsBuilder;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.ServiceSettingsBuilder;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store that ran before Pulumi, on a cluster that has Istio and Prometheus: its namespace and the
 * first of its services come under the components, and nothing restarts.
 */
public final class AdoptedStore {

  private static final String NAMESPACE = "shop";
  private static final double NO_TRACES = 0;

  private AdoptedStore() {}

  public static void main(String[] args) {
    Pulumi.run(AdoptedStore::stack);
  }

  public static void stack(Context context) {
    KubernetesCluster cluster = cluster();
    Store store = store(context);
    var namespace = new StoreNamespace(NAMESPACE, store, NO_TRACES, cluster.options());
    new StoreService(
        "catalogue", "catalogue", store, namespace.prepared(), calledWebBefore(cluster));
  }

  /** The cluster, and what of the store runs on it already. */
  public static KubernetesCluster cluster() {
    Overrides takenOver =
        new Overrides(
            List.of(takenOver("Namespace shop"), takenOver("Deployment shop/catalogue-v1")));
    return new OverriddenCluster(
        new ExistingCluster(
            "cluster", ExistingClusterSettings.defaults(), ComponentResourceOptions.Empty),
        takenOver);
  }

  private static OverrideSettings takenOver(String object) {
    return OverrideSettingsBuilder.builder()
        .of(object)
        .adopt(true)
        .reason("it ran here before Pulumi")
        .build();
  }

  /** For a component that this stack called otherwise until now. */
  private static ComponentResourceOptions calledWebBefore(KubernetesCluster cluster) {
    return ComponentResourceOptions.merge(
        options(cluster),
        ComponentResourceOptions.builder().aliases(Alias.builder().name("web").build()).build());
  }

  /** As every service of this stack has them: with what its objects have beyond the library's. */
  public static ComponentResourceOptions options(KubernetesCluster cluster) {
    return ComponentResourceOptions.merge(
        cluster.options(),
        ComponentResourceOptions.builder().resourceTransformations(AdoptedStore::labelled).build());
  }

  /** A deployment tool looks for the label, which stood on Deployments before. */
  private static Optional<ResourceTransformation.Result> labelled(
      ResourceTransformation.Args child) {
    Patch label =
        new Patch(Map.of("metadata", Map.of("labels", Map.of("acme.example.com/tier", "shop"))));
    return child.args() instanceof ManifestArgs object && object.object().startsWith("Deployment ")
        ? Optional.of(new ResourceTransformation.Result(object.patched(label), child.options()))
        : Optional.empty();
  }

  public static Store store(Context context) {
    Mesh mesh =
        Mesh.existing(
            MeshSettingsBuilder.builder().use(Use.EXISTING).build(),
            Profile.PROD,
            Optional.empty());
    Monitoring monitoring =
        Monitoring.existing(ObservabilitySettingsBuilder.builder().use(Use.EXISTING).build());
    var catalogue =
        ServiceSettingsBuilder.builder()
            .image(new Image(context.config().require("image")))
            .port(9898)
            .command(List.of("./podinfo", "--port=9898"))
            .build();
    return new Store(
        NAMESPACE,
        new ServiceGraph(Map.of("catalogue", catalogue)),
        mesh,
        monitoring,
        Mirrors.NONE,
        Optional.empty());
  }
}
