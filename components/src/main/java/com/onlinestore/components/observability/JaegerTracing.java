package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * Jaeger v2 in one process, which takes spans from the collector and shows traces.
 *
 * <p>In memory or on a volume it is one pod, so an update has a short gap; in front of an
 * OpenSearch or Elasticsearch it may be two. One per cluster, because the chart's ConfigMap has a
 * fixed name.
 *
 * <pre>{@code
 * new JaegerTracing(
 *     "jaeger",
 *     TracingSettings.defaults(),
 *     Profile.DEV,
 *     cluster.facts(),
 *     spans,
 *     Mirrors.NONE,
 *     cluster.options());
 * }</pre>
 */
public final class JaegerTracing extends ComponentResource {

  /** Where the collector sends what it keeps. */
  static final String OTLP = "jaeger.%s.svc.cluster.local:4317".formatted(SpanCollector.NAMESPACE);

  /** The unique id of Grafana's data source. */
  static final String DATA_SOURCE = "jaeger";

  /** What shows traces. */
  static final String UI =
      "http://jaeger.%s.svc.cluster.local:16686".formatted(SpanCollector.NAMESPACE);

  /** Installs Jaeger beside {@code collector}. */
  public JaegerTracing(
      String name,
      TracingSettings settings,
      Profile profile,
      ClusterFacts facts,
      SpanCollector collector,
      Mirrors mirrors,
      ComponentResourceOptions options) {
    super("online-store:observability:JaegerTracing", name, options);
    HelmRelease.create(
        name + "-release",
        Chart.JAEGER,
        mirrors,
        "jaeger",
        SpanCollector.NAMESPACE,
        new JaegerValues(settings.storage(), profile, facts, mirrors).all(),
        CustomResourceOptions.builder().parent(this).dependsOn(collector.namespace()).build());
    registerOutputs(Map.of());
  }
}
