package com.onlinestore.components.observability;

import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics API for a cluster that has none; two of them in one cluster fight.
 *
 * <pre>{@code
 * new MetricsServer(
 *     "metrics-server",
 *     MetricsServerSettings.defaults(),
 *     Profile.PROD,
 *     Mirrors.NONE,
 *     cluster.options());
 * }</pre>
 */
public final class MetricsServer extends ComponentResource {

  private static final String IMAGE = "metrics-server/metrics-server";

  /** Installs metrics-server into kube-system. */
  public MetricsServer(
      String name,
      MetricsServerSettings settings,
      Profile profile,
      Mirrors mirrors,
      ComponentResourceOptions options) {
    super("online-store:observability:MetricsServer", name, options);
    Problems.refuse(name + ": the metrics server's settings have problems", settings.problems());
    HelmRelease.create(
        name + "-release",
        Chart.METRICS_SERVER,
        mirrors,
        "metrics-server",
        "kube-system",
        values(settings, profile, mirrors),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  private static Map<String, Object> values(
      MetricsServerSettings settings, Profile profile, Mirrors mirrors) {
    Map<String, Object> values = new TreeMap<>();
    values.put("replicas", profile == Profile.PROD ? 2 : 1);
    values.put(
        "podDisruptionBudget", Map.of("enabled", profile == Profile.PROD, "maxUnavailable", 1));
    if (settings.kubeletInsecureTls()) {
      values.put("args", List.of("--kubelet-insecure-tls"));
    }
    mirrors.registry().ifPresent(to -> values.put("image", Map.of("repository", to + "/" + IMAGE)));
    return values;
  }
}
