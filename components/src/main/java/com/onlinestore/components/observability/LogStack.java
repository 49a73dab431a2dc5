package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loki, which keeps logs, and Alloy on every node, which reads them. One per cluster, beside
 * Prometheus, in whose namespace pods may read the host.
 *
 * <p>Loki is one pod. While it is away Alloy tries again for some minutes, and what it did not
 * deliver by then it reads from the node's files when it starts anew.
 *
 * <pre>{@code
 * new LogStack(
 *     "logs",
 *     LogSettings.defaults(),
 *     Profile.PROD,
 *     cluster.facts(),
 *     cluster.logs(),
 *     monitoring,
 *     Mirrors.NONE,
 *     cluster.options());
 * }</pre>
 */
public final class LogStack extends ComponentResource {

  /** Where logs are taken and found. */
  static final String LOKI =
      "http://%s.%s.svc.cluster.local:3100"
          .formatted(LokiValues.NAME, ObservabilitySettings.MONITORING);

  /** The unique id of Grafana's data source. */
  static final String DATA_SOURCE = "loki";

  /**
   * Installs both.
   *
   * @param made the bucket that was made with the cluster; empty for none. One that the settings
   *     name comes first
   * @param monitoring whose namespace they share and whose Prometheus reads them
   */
  public LogStack(
      String name,
      LogSettings settings,
      Profile profile,
      ClusterFacts facts,
      Optional<CloudBucket> made,
      Monitoring monitoring,
      Mirrors mirrors,
      ComponentResourceOptions options) {
    super("online-store:observability:LogStack", name, options);
    if (settings.bucket() != null) {
      Problems.refuse(
          name + ": the bucket of the logs has problems",
          settings.bucket().problemsWith(Optional.ofNullable(facts.identity())));
    }
    Optional<CloudBucket> bucket =
        settings.bucket() == null ? made : Optional.of(settings.bucket().forPods(facts.identity()));
    List<Resource> before = new ArrayList<>(monitoring.ready());
    bucket.ifPresent(used -> before.addAll(used.ready()));
    Resource loki =
        HelmRelease.create(
            name + "-loki",
            Chart.LOKI,
            mirrors,
            LokiValues.NAME,
            ObservabilitySettings.MONITORING,
            new LokiValues(settings, profile, facts, bucket, mirrors).all(),
            after(before));
    HelmRelease.create(
        name + "-alloy",
        Chart.ALLOY,
        mirrors,
        AlloyValues.NAME,
        ObservabilitySettings.MONITORING,
        new AlloyValues(mirrors).all(),
        after(List.of(loki)));
    registerOutputs(Map.of());
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
