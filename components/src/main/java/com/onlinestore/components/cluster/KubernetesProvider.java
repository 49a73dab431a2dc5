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
  KubernetesProvider(String name, String kubeconfig, String context, Resource parent) {
    super(
        "kubernetes",
        name,
        new Args(kubeconfig, context),
        CustomResourceOptions.builder().parent(parent).version(PLUGIN_VERSION).build());
  }

  private static final class Args extends ResourceArgs {

    @Import private final Output<String> kubeconfig;
    @Import private final Output<String> context;

    private Args(String kubeconfig, String context) {
      this.kubeconfig = kubeconfig == null ? null : Output.of(kubeconfig);
      this.context = context == null ? null : Output.of(context);
    }
  }
}
