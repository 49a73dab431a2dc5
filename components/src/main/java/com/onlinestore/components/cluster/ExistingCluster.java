package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Problems;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * A cluster that is already there: used, not taken over. Nothing of it is created or changed.
 *
 * <p>The kubeconfig goes to the provider as a path, so the file's content never enters the state.
 */
public final class ExistingCluster extends ComponentResource implements KubernetesCluster {

  /** The release of Pulumi's Kubernetes plugin that every object goes through. */
  public static final String PLUGIN_VERSION = "4.32.0";

  private final Provider provider;
  private final ClusterFacts facts;

  /** Connects to the cluster that {@code settings} name. */
  public ExistingCluster(
      String name, ExistingClusterSettings settings, ComponentResourceOptions options) {
    super("online-store:cluster:ExistingCluster", name, options);
    Problems.refuse(name + ": the cluster's settings have problems", settings.problems());
    this.facts = settings.facts();
    this.provider = connect(name, settings);
    registerOutputs(Map.of());
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public ClusterFacts facts() {
    return facts;
  }

  private Provider connect(String name, ExistingClusterSettings settings) {
    ProviderArgs.Builder args = ProviderArgs.builder();
    if (settings.kubeconfig() != null) {
      args.kubeconfig(settings.kubeconfig());
    }
    if (settings.context() != null) {
      args.context(settings.context());
    }
    return new Provider(
        name + "-provider",
        args.build(),
        CustomResourceOptions.builder().parent(this).version(PLUGIN_VERSION).build());
  }
}
