package com.onlinestore.components.helm;

import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * Installs a pinned chart as a Helm release with a fixed name.
 *
 * <p>Always awaited: the wait of a gateway's release is what lets its load balancer go before the
 * controller that made it. Values are a plain map; the SDK drops nulls, so that no default of a
 * chart can be deleted by one.
 */
public final class HelmRelease {

  /** Seconds that an installation may take; image pulls on new nodes are slow. */
  static final int TIMEOUT_SECONDS = 900;

  private HelmRelease() {}

  /**
   * Registers the release {@code releaseName} of the pinned version under the resource name {@code
   * name}.
   */
  public static Release create(
      String name,
      Chart chart,
      Mirrors mirrors,
      String releaseName,
      String namespace,
      Map<String, Object> values,
      CustomResourceOptions options) {
    return create(name, chart, chart.version(), mirrors, releaseName, namespace, values, options);
  }

  /** The same in another version, to whose values the caller sees. */
  public static Release create(
      String name,
      Chart chart,
      String version,
      Mirrors mirrors,
      String releaseName,
      String namespace,
      Map<String, Object> values,
      CustomResourceOptions options) {
    Mirrors.Location location = mirrors.locate(chart, version);
    ReleaseArgs.Builder args =
        ReleaseArgs.builder()
            .name(releaseName)
            .namespace(namespace)
            .chart(location.chart())
            .version(version)
            .values(values)
            .timeout(TIMEOUT_SECONDS);
    if (location.repository() != null) {
      args.repositoryOpts(RepositoryOptsArgs.builder().repo(location.repository()).build());
    }
    return new Release(name, args.build(), options);
  }
}
