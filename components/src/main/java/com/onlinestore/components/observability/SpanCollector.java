package com.onlinestore.components.observability;

import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one entry for spans, of proxies and of programs: an OpenTelemetry collector that adds whose
 * pod they are from, counts them for Prometheus, and keeps traces that failed, were slow, or were
 * drawn. One per cluster.
 *
 * <p>Trap: while a replica comes or goes, traces move between replicas, and one that is then in two
 * halves is judged twice.
 *
 * <pre>{@code
 * var spans =
 *     new SpanCollector(
 *         "spans",
 *         TracingSettings.defaults(),
 *         Profile.DEV,
 *         monitoring,
 *         Mirrors.NONE,
 *         cluster.options());
 * }</pre>
 */
public final class SpanCollector extends ComponentResource {

  /** Where it goes, and Jaeger with it; restricted, unlike Prometheus' namespace. */
  public static final String NAMESPACE = "tracing";

  /** Where spans are sent. */
  public static final TracingCollector ADDRESS =
      new TracingCollector(NAMESPACE, "otel-collector", TracingCollector.OTLP_GRPC);

  private static final String NAME = ADDRESS.service();
  private static final String PEERS = NAME + "-peers";

  private final Resource namespace;

  /**
   * Installs the collector.
   *
   * @param monitoring whose Prometheus reads it, once that is there
   */
  public SpanCollector(
      String name,
      TracingSettings settings,
      Profile profile,
      Monitoring monitoring,
      Mirrors mirrors,
      ComponentResourceOptions options) {
    super("online-store:observability:SpanCollector", name, options);
    Problems.refuse(name + ": the tracing settings have problems", settings.problemsIn(profile));
    this.namespace =
        GuardedNamespace.create(
            name + "-namespace",
            NAMESPACE,
            "tracing",
            PodSecurity.RESTRICTED,
            GuardedNamespace.OUTSIDE_MESH,
            after(List.of()));
    new KubernetesObject(name + "-peers", peers(), after(List.of(namespace)));
    CollectorConfig config =
        new CollectorConfig(settings, profile, PEERS + "." + NAMESPACE + ".svc.cluster.local");
    HelmRelease.create(
        name + "-release",
        Chart.OTEL_COLLECTOR,
        mirrors,
        NAME,
        NAMESPACE,
        new CollectorValues(NAME, config, profile, mirrors).all(),
        after(List.of(namespace)));
    watch(name, monitoring);
    registerOutputs(Map.of());
  }

  /** The namespace, which Jaeger shares. */
  public Resource namespace() {
    return namespace;
  }

  /** The addresses of all replicas, not of one that is chosen. */
  private static Service peers() {
    return new ServiceBuilder()
        .withMetadata(Labels.metadata(PEERS, NAMESPACE, Labels.of(PEERS, "tracing")))
        .withNewSpec()
        .withClusterIP("None")
        .withSelector(CollectorValues.pods(NAME))
        .addNewPort()
        .withName("grpc-handed-on")
        .withPort(CollectorConfig.HANDED_ON)
        .withProtocol("TCP")
        .endPort()
        .endSpec()
        .build();
  }

  private void watch(String name, Monitoring monitoring) {
    List<Resource> before = new ArrayList<>(monitoring.ready());
    before.add(namespace);
    new KubernetesObject(
        name + "-monitor",
        PodMonitor.ownMetrics(CollectorValues.pods(NAME), List.of("metrics", "span-metrics"))
            .named(
                Labels.metadata(NAME, NAMESPACE, Labels.of(NAME, "tracing")),
                monitoring.monitorLabels()),
        after(before));
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
