package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.observability.alerts.ClusterAlerts;
import com.onlinestore.components.observability.alerts.PrometheusRule;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prometheus, Alertmanager and Grafana with their operator; every PodMonitor of the cluster is
 * scraped. One per cluster.
 *
 * <p>Its namespace is privileged: the node exporter reads the host. After a destroy the operator's
 * CRDs stay, because Helm never deletes them.
 *
 * <pre>{@code
 * Monitoring monitoring =
 *     new PrometheusStack(
 *             "prometheus",
 *             ObservabilitySettings.defaults(),
 *             Profile.PROD,
 *             cluster.facts(),
 *             Mirrors.NONE,
 *             MeshSettings.defaults(),
 *             Optional.empty(),
 *             cluster.options())
 *         .monitoring();
 * }</pre>
 */
public final class PrometheusStack extends ComponentResource {

  private static final String PART_OF = "monitoring";
  private static final String RELEASE = "kps";
  private static final String ADMIN_SECRET = "grafana-admin";

  /** As the chart names the Service. */
  private static final String ADDRESS =
      "http://%s-prometheus.%s.svc.cluster.local:9090"
          .formatted(RELEASE, ObservabilitySettings.MONITORING);

  private final Monitoring monitoring;

  /**
   * Installs the stack.
   *
   * @param mesh whose control plane, and in ambient mode node proxies, are scraped
   * @param grafanaPassword the administrator's password; empty lets the chart make one up
   */
  public PrometheusStack(
      String name,
      ObservabilitySettings settings,
      Profile profile,
      ClusterFacts facts,
      Mirrors mirrors,
      MeshSettings mesh,
      Optional<Output<String>> grafanaPassword,
      ComponentResourceOptions options) {
    super("online-store:observability:PrometheusStack", name, options);
    Problems.refuse(name + ": the observability settings have problems", settings.problems());
    Resource namespace = namespace(name);
    Resource before =
        grafanaPassword.<Resource>map(value -> secret(name, value, namespace)).orElse(namespace);
    Map<String, Object> values =
        new PrometheusValues(settings, profile, facts, mirrors, mesh.ambient())
            .all(
                RELEASE,
                grafanaPassword
                    .map(set -> ADMIN_SECRET)
                    .or(() -> Optional.ofNullable(settings.grafanaAdminSecret())));
    Release release =
        HelmRelease.create(
            name + "-release",
            Chart.PROMETHEUS_STACK,
            mirrors,
            RELEASE,
            ObservabilitySettings.MONITORING,
            values,
            after(before));
    watchIstiod(name, mesh.namespace(), release);
    if (mesh.ambient()) {
      watchNodeProxies(name, release);
    }
    Alerting alerting = settings.alerts().alerting();
    alerts(name, alerting, release);
    this.monitoring =
        new Monitoring(
            ObservabilitySettings.MONITORING,
            Map.of(),
            List.of(release),
            Optional.of(ADDRESS),
            alerting,
            settings.access(),
            DataSources.of(settings));
    registerOutputs(Map.of());
  }

  /** What services need to be watched by this Prometheus. */
  public Monitoring monitoring() {
    return monitoring;
  }

  private Resource namespace(String name) {
    return GuardedNamespace.create(
        name + "-namespace",
        ObservabilitySettings.MONITORING,
        PART_OF,
        PodSecurity.PRIVILEGED,
        GuardedNamespace.OUTSIDE_MESH,
        after());
  }

  private Resource secret(String name, Output<String> password, Resource namespace) {
    Secret secret =
        new SecretBuilder().withMetadata(metadata(ADMIN_SECRET)).withType("Opaque").build();
    return new KubernetesObject(
        name + "-grafana-admin",
        secret,
        password.applyValue(value -> Map.of("admin-user", "admin", "admin-password", value)),
        after(namespace));
  }

  private void watchIstiod(String name, String istiodNamespace, Resource release) {
    Map<String, Object> spec =
        Map.of(
            "selector", Map.of("matchLabels", Map.of("istio", "pilot")),
            "namespaceSelector", Map.of("matchNames", List.of(istiodNamespace)),
            "endpoints", List.of(Map.of("port", "http-monitoring", "interval", "15s")));
    watch(name, "ServiceMonitor", "istiod", spec, release);
  }

  /** Wherever they are: in a mesh that is somebody else's nobody knows. */
  private void watchNodeProxies(String name, Resource release) {
    Map<String, Object> spec =
        Map.of(
            "selector", Map.of("matchLabels", Map.of("app", "ztunnel")),
            "namespaceSelector", Map.of("any", true),
            "podMetricsEndpoints", List.of(Map.of("port", "ztunnel-stats", "interval", "15s")));
    watch(name, "PodMonitor", "ztunnel", spec, release);
  }

  private void watch(
      String name, String kind, String what, Map<String, Object> spec, Resource release) {
    CustomObject monitor = new CustomObject("monitoring.coreos.com/v1", kind, metadata(what), spec);
    new KubernetesObject(name + "-" + what, monitor, after(release));
  }

  private void alerts(String name, Alerting alerting, Resource release) {
    CustomObject rules =
        new PrometheusRule(List.of(ClusterAlerts.group(alerting)))
            .named(metadata("mesh"), Map.of());
    new KubernetesObject(name + "-alerts", rules, after(release));
  }

  private static ObjectMeta metadata(String name) {
    return Labels.metadata(name, ObservabilitySettings.MONITORING, Labels.of(name, PART_OF));
  }

  private CustomResourceOptions after(Resource... resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
