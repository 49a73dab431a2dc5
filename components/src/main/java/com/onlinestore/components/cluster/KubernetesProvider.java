package com.onlinestore.components.cluster;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;

/**
 * The stack's connection to its cluster, in the one release of Pulumi's Kubernetes plugin that
 * every object goes through.
 *
 * <p>Not the SDK's own class, which writes the KUBECONFIG of whoever runs it into the provider's
 * inputs: plans would differ from machine to machine, and a colleague's preview would change the
 * provider. The plugin itself looks at KUBECONFIG where nothing is said.
 */
public final class KubernetesProvider extends ProviderResource {

  /** The release of Pulumi's Kubernetes plugin. */
  public static final String PLUGIN_VERSION = "4.32.0";

  /**
   * Connects to a cluster.
   *
   * @param kubeconfig path or content; null for what kubectl would use
   * @param context a context of it; null for its current one
   */
  KubernetesProvider(String name, Output<String> kubeconfig, String context, Resource parent) {
    this(
        name,
        kubeconfig,
        context == null ? null : Output.of(context),
        null,
        CustomResourceOptions.builder().parent(parent));
  }

  /**
   * Connects to a cluster of this stack.
   *
   * @param identity what stays the same while the cluster lives: only when it changes is everything
   *     in the cluster replaced, so another way to the same API server is an update
   * @param kubeconfig its content
   * @param options with what must stand before anybody may connect
   */
  public KubernetesProvider(
      String name,
      Output<String> identity,
      Output<String> kubeconfig,
      CustomResourceOptions.Builder options) {
    this(name, kubeconfig, null, identity, options);
  }

  private KubernetesProvider(
      String name,
      Output<String> kubeconfig,
      Output<String> context,
      Output<String> identity,
      CustomResourceOptions.Builder options) {
    super(
        "kubernetes",
        name,
        new Args(kubeconfig, context, identity),
        options.version(PLUGIN_VERSION).build());
  }

  private static final class Args extends ResourceArgs {

    @Import private final Output<String> kubeconfig;
    @Import private final Output<String> context;
    @Import private final Output<String> clusterIdentifier;

    /** Updated in place: pods that start while one is replaced would wait for it. */
    @Import private final Output<Boolean> enableConfigMapMutable = Output.of(true);

    private Args(
        Output<String> kubeconfig, Output<String> context, Output<String> clusterIdentifier) {
      this.kubeconfig = kubeconfig;
      this.context = context;
      this.clusterIdentifier = clusterIdentifier;
    }
  }
}
