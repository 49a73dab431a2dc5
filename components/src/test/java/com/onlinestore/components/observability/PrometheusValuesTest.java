package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrometheusValuesTest {

  private static final Map<String, Object> DEV = values(Profile.DEV, Facts.SHARED);
  private static final Map<String, Object> PROD = values(Profile.PROD, Facts.SHARED);

  @Test
  void dashboardsGoIntoTheFoldersThatTheyName() {
    assertYaml(
        DEV,
        "/grafana/sidecar/dashboards",
        """
        folderAnnotation: grafana_folder
        provider: {foldersFromFilesStructure: true}
        """);
  }

  @Test
  void namesAreShortAndFixed() {
    assertYaml(DEV, "/fullnameOverride", "kps");
    assertYaml(DEV, "/cleanPrometheusOperatorObjectNames", "true");
  }

  @Test
  void everyMonitorOfTheClusterIsScrapedWhateverItsLabels() {
    assertYaml(
        DEV,
        "/prometheus",
        """
        prometheusSpec:
          serviceMonitorSelectorNilUsesHelmValues: false
          podMonitorSelectorNilUsesHelmValues: false
          ruleSelectorNilUsesHelmValues: false
          probeSelectorNilUsesHelmValues: false
          scrapeConfigSelectorNilUsesHelmValues: false
          retention: 86400s
          replicas: 1
          enableFeatures: [exemplar-storage]
          resources: {requests: {cpu: 100m, memory: 512Mi}, limits: {memory: 1Gi}}
        podDisruptionBudget: {enabled: false}
        """);
  }

  @Test
  void inProdPrometheusSurvivesANodeAndKeepsItsData() {
    assertYaml(PROD, "/prometheus/prometheusSpec/replicas", "2");
    assertYaml(PROD, "/prometheus/prometheusSpec/retention", "2678400s");
    assertYaml(
        PROD,
        "/prometheus/prometheusSpec/storageSpec/volumeClaimTemplate/spec",
        "{accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}");
    assertYaml(
        PROD,
        "/prometheus/prometheusSpec/resources",
        "{requests: {cpu: 500m, memory: 2Gi}, limits: {memory: 4Gi}}");
    assertYaml(PROD, "/prometheus/podDisruptionBudget", "enabled: true");
  }

  /** A full disk stops Prometheus. */
  @Test
  void samplesLeaveRoomOnTheVolume() {
    assertYaml(PROD, "/prometheus/prometheusSpec/retentionSize", "43520MB");
  }

  /** So that links in alerts and dashboards lead where people can go. */
  @Test
  void whoHasAHostSaysItInLinks() {
    Map<String, Object> values =
        of(
            ObservabilitySettingsBuilder.builder()
                .access(
                    Yaml.read(
                        ToolAccess.class,
                        """
                        grafana: grafana.example.com
                        prometheus: prometheus.example.com
                        alertmanager: alertmanager.example.com
                        """))
                .build());

    assertYaml(
        values,
        "/grafana/grafana.ini",
        """
        server: {root_url: "https://grafana.example.com"}
        security: {cookie_secure: true}
        """);
    assertYaml(values, "/prometheus/prometheusSpec/externalUrl", "https://prometheus.example.com");
    assertYaml(
        values, "/alertmanager/alertmanagerSpec/externalUrl", "https://alertmanager.example.com");
  }

  @Test
  void inProdSilencesSurviveAlertmanagersPods() {
    assertYaml(
        PROD,
        "/alertmanager/alertmanagerSpec",
        """
        replicas: 3
        resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 128Mi}}
        storage:
          volumeClaimTemplate:
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
        """);
    assertYaml(
        DEV,
        "/alertmanager/alertmanagerSpec",
        """
        replicas: 1
        resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 128Mi}}
        """);
  }

  @Test
  void volumesAreOfTheClustersStorageClass() {
    assertYaml(
        values(Profile.PROD, Facts.SPECIAL),
        "/prometheus/prometheusSpec/storageSpec/volumeClaimTemplate/spec/storageClassName",
        "fast");
  }

  @Test
  void grafanaShowsTracesAndLinksMetricsToThem() {
    assertYaml(
        DEV,
        "/grafana/additionalDataSources/0/url",
        "http://jaeger.tracing.svc.cluster.local:16686");
    assertYaml(
        DEV,
        "/grafana/sidecar/datasources/exemplarTraceIdDestinations",
        "{datasourceUid: jaeger, traceIdLabelName: trace_id}");
    assertYaml(DEV, "/grafana/testFramework", "enabled: false");
  }

  @Test
  void grafanasPasswordComesFromASecretWhereThereIsOne() {
    Map<String, Object> values =
        new PrometheusValues(
                ObservabilitySettings.defaults(), Profile.DEV, Facts.SHARED, Mirrors.NONE, false)
            .all("kps", Optional.of("grafana-admin"));

    assertYaml(values, "/grafana/admin", "existingSecret: grafana-admin");
    assertThat(part(DEV, "/grafana/admin").isMissingNode()).isTrue();
  }

  @Test
  void aHiddenControlPlaneIsNeitherScrapedNorAlertedOn() {
    for (String part :
        new String[] {"kubeControllerManager", "kubeScheduler", "kubeEtcd", "kubeProxy"}) {
      assertYaml(DEV, "/" + part, "enabled: false");
    }
    assertYaml(
        DEV,
        "/defaultRules",
        """
        rules:
          etcd: false
          kubeControllerManager: false
          kubeSchedulerAlerting: false
          kubeSchedulerRecording: false
          kubeProxy: false
        """);
  }

  @Test
  void anOpenControlPlaneIsWatched() {
    assertThat(values(Profile.DEV, Facts.SPECIAL))
        .doesNotContainKeys(
            "kubeControllerManager", "kubeScheduler", "kubeEtcd", "kubeProxy", "defaultRules");
  }

  @Test
  void whereNobodyIsToldTheChartsOwnConfigurationStays() {
    assertThat(part(DEV, "/alertmanager/config").isMissingNode()).isTrue();
  }

  @Test
  void whoIsToldIsWrittenInSecretsThatAlertmanagerReads() {
    Map<String, Object> values =
        told(
            "{receivers: {all: {webhook: {secret: chat, key: url}}}, otherwise: all, heartbeat:"
                + " {secret: beat, key: url}}");

    assertYaml(values, "/alertmanager/alertmanagerSpec/secrets", "[beat, chat]");
    assertYaml(values, "/alertmanager/config/route/receiver", "all");
  }

  @Test
  void theChartsOwnAlertsAreTheTeams() {
    assertYaml(told("team: platform"), "/defaultRules/additionalRuleLabels", "team: platform");
  }

  private static Map<String, Object> told(String alerts) {
    ObservabilitySettings settings =
        ObservabilitySettingsBuilder.builder()
            .alerts(Yaml.read(AlertSettings.class, alerts))
            .build();
    return of(settings);
  }

  private static Map<String, Object> of(ObservabilitySettings settings) {
    return new PrometheusValues(settings, Profile.DEV, Facts.SHARED, Mirrors.NONE, false)
        .all("kps", Optional.empty());
  }

  @Test
  void everyImageComesFromTheMirror() {
    assertYaml(
        new PrometheusValues(
                ObservabilitySettings.defaults(),
                Profile.DEV,
                Facts.SHARED,
                new Mirrors(null, "registry.local"),
                false)
            .all("kps", Optional.empty()),
        "/global",
        "imageRegistry: registry.local");
    assertThat(DEV).doesNotContainKey("global");
  }

  private static Map<String, Object> values(Profile profile, ClusterFacts facts) {
    return new PrometheusValues(
            ObservabilitySettings.defaults(), profile, facts, Mirrors.NONE, false)
        .all("kps", Optional.empty());
  }
}
