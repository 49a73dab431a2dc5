package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.amount;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.observability.alerts.AlertmanagerConfig;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Helm values of kube-prometheus-stack.
 *
 * @param ambient whether Prometheus joins an ambient mesh
 */
record PrometheusValues(
    ObservabilitySettings settings,
    Profile profile,
    ClusterFacts facts,
    Mirrors mirrors,
    boolean ambient) {

  /** Prometheus' MB are mebibytes. */
  private static final BigDecimal MEBIBYTE = new BigDecimal(1024 * 1024);

  /** Silences and what has been told: small, but worth keeping. */
  private static final Quantity SILENCES = new Quantity("2Gi");

  private static final Map<String, Object> CONTROL_PLANE_RULES =
      Map.of(
          "etcd", false,
          "kubeControllerManager", false,
          "kubeSchedulerAlerting", false,
          "kubeSchedulerRecording", false,
          "kubeProxy", false);

  Map<String, Object> all(String fullName, Optional<String> adminSecret) {
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", fullName);
    values.put("cleanPrometheusOperatorObjectNames", true);
    values.put("prometheus", prometheus());
    values.put("alertmanager", alertmanager());
    values.put("grafana", grafana(adminSecret));
    mirrors
        .registry()
        .ifPresent(registry -> values.put("global", Map.of("imageRegistry", registry)));
    if (!facts.controlPlaneMetrics()) {
      values.putAll(withoutControlPlane());
    }
    Map<String, Object> rules = rules();
    if (!rules.isEmpty()) {
      values.put("defaultRules", rules);
    }
    return values;
  }

  private Map<String, Object> prometheus() {
    Map<String, Object> spec = new TreeMap<>();
    for (String selector :
        List.of("serviceMonitor", "podMonitor", "rule", "probe", "scrapeConfig")) {
      spec.put(selector + "SelectorNilUsesHelmValues", false);
    }
    if (ambient) {
      spec.put("podMetadata", Map.of("labels", AmbientPrometheus.MEMBER));
    }
    spec.put("retention", settings.prometheus().retentionIn(profile).toString());
    spec.put("replicas", profile == Profile.PROD ? 2 : 1);
    spec.put("enableFeatures", List.of("exemplar-storage"));
    spec.put("resources", resources());
    settings.access().url(Tool.PROMETHEUS).ifPresent(url -> spec.put("externalUrl", url));
    Quantity storage = settings.prometheus().storageIn(profile);
    if (storage != null) {
      spec.put("retentionSize", mostOf(storage));
      spec.put("storageSpec", claim(storage));
    }
    Map<String, Object> prometheus = new TreeMap<>();
    prometheus.put("prometheusSpec", spec);
    prometheus.put("podDisruptionBudget", Map.of("enabled", profile == Profile.PROD));
    return prometheus;
  }

  private Map<String, Object> resources() {
    PrometheusSize size = settings.prometheus().sizeIn(profile);
    return amounts(
        profile == Profile.PROD ? "500m" : "100m",
        size.memory().toString(),
        size.memoryLimit().toString());
  }

  /** Leaves room for the write-ahead log and compaction: a full disk stops Prometheus. */
  private static String mostOf(Quantity storage) {
    return amount(storage)
            .multiply(BigDecimal.valueOf(PrometheusSize.PERCENT_OF_VOLUME, 2))
            .divide(MEBIBYTE, 0, RoundingMode.DOWN)
        + "MB";
  }

  private Map<String, Object> alertmanager() {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("replicas", profile == Profile.PROD ? 3 : 1);
    spec.put("resources", amounts("10m", "64Mi", "128Mi"));
    settings.access().url(Tool.ALERTMANAGER).ifPresent(url -> spec.put("externalUrl", url));
    if (profile == Profile.PROD) {
      spec.put("storage", claim(SILENCES));
    }
    if (!settings.alerts().secrets().isEmpty()) {
      spec.put("secrets", settings.alerts().secrets());
    }
    Map<String, Object> alertmanager = new TreeMap<>();
    alertmanager.put("alertmanagerSpec", spec);
    if (!settings.alerts().secrets().isEmpty()) {
      alertmanager.put("config", new AlertmanagerConfig(settings.alerts()).all());
    }
    return alertmanager;
  }

  /** The chart's own rules; theirs is the team that answers for the cluster. */
  private Map<String, Object> rules() {
    Map<String, Object> rules = new TreeMap<>();
    if (!facts.controlPlaneMetrics()) {
      rules.put("rules", CONTROL_PLANE_RULES);
    }
    if (settings.alerts().team() != null) {
      rules.put("additionalRuleLabels", Map.of("team", settings.alerts().team()));
    }
    return rules;
  }

  private Map<String, Object> grafana(Optional<String> adminSecret) {
    Map<String, Object> grafana = new TreeMap<>();
    grafana.put("resources", amounts("100m", "256Mi", "512Mi"));
    grafana.put("testFramework", Map.of("enabled", false));
    GrafanaDataSources sources = new GrafanaDataSources(settings);
    grafana.put("additionalDataSources", sources.all());
    grafana.put(
        "sidecar",
        Map.of(
            "dashboards",
            Map.of(
                "folderAnnotation",
                Monitoring.DASHBOARD_FOLDER,
                "provider",
                Map.of("foldersFromFilesStructure", true)),
            "datasources",
            Map.of("exemplarTraceIdDestinations", sources.exemplars())));
    settings
        .access()
        .url(Tool.GRAFANA)
        .ifPresent(
            url ->
                grafana.put(
                    "grafana.ini",
                    Map.of(
                        "server", Map.of("root_url", url),
                        "security", Map.of("cookie_secure", true))));
    adminSecret.ifPresent(secret -> grafana.put("admin", Map.of("existingSecret", secret)));
    return grafana;
  }

  /** A managed control plane cannot be scraped: its targets would be down for ever and alert. */
  private static Map<String, Object> withoutControlPlane() {
    Map<String, Object> off = Map.of("enabled", false);
    return Map.of(
        "kubeControllerManager", off,
        "kubeScheduler", off,
        "kubeEtcd", off,
        "kubeProxy", off);
  }

  private Map<String, Object> claim(Quantity size) {
    Map<String, Object> spec = ChartValues.claim(size, facts.storageClass());
    return Map.of("volumeClaimTemplate", Map.of("spec", spec));
  }

  private static Map<String, Object> amounts(String cpu, String memory, String memoryLimit) {
    return Map.of(
        "requests", Map.of("cpu", cpu, "memory", memory), "limits", Map.of("memory", memoryLimit));
  }
}
