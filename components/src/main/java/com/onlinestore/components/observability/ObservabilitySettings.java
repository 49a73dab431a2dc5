package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Metrics, dashboards and traces.
 *
 * <pre>{@code
 * var existing =
 *     ObservabilitySettingsBuilder.builder()
 *         .use(Use.EXISTING)
 *         .monitorLabels(Map.of("release", "kps"))
 *         .build();
 * }</pre>
 *
 * @param use whether this stack installs Prometheus, Grafana and Jaeger; default install
 * @param namespace where Prometheus runs; default monitoring
 * @param monitorLabels labels that an existing Prometheus wants on a PodMonitor; default none
 * @param prometheusUrl where an existing Prometheus answers queries; null where nobody asks it
 * @param dashboards whether Grafana gets pages about this store; default true
 * @param prometheus metrics storage
 * @param tracing traces
 * @param logs logs
 * @param alerts who is told what
 * @param access what people reach through the store's gateway; default nothing
 * @param grafanaAdminSecret a Secret in Grafana's namespace with admin-user and admin-password;
 *     null where a password is configured or made up
 */
@RecordBuilder
public record ObservabilitySettings(
    @JsonPropertyDescription(
            "install: this stack brings Prometheus, Grafana, Jaeger and Loki. existing: the cluster has"
                + " the Prometheus operator. Default: install.")
        Use use,
    @JsonPropertyDescription(
            "Namespace of Prometheus, which may read the store's metrics. Default: monitoring.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String namespace,
    @JsonPropertyDescription(
            "Labels that an existing Prometheus selects PodMonitors by, such as {release: kps}."
                + " Default: none.")
        Map<String, String> monitorLabels,
    @JsonPropertyDescription(
            "Where an existing Prometheus answers queries, such as"
                + " http://prometheus.monitoring.svc:9090; needed by canaries. Default: none.")
        @Pattern(regexp = ObservabilitySettings.URL)
        String prometheusUrl,
    @JsonPropertyDescription(
            "Pages about the store, its services, the mesh and the cluster, as ConfigMaps labelled"
                + " grafana_dashboard: \"1\". Default: true.")
        Boolean dashboards,
    @JsonPropertyDescription("Metrics storage.") PrometheusSettings prometheus,
    @JsonPropertyDescription("Traces.") TracingSettings tracing,
    @JsonPropertyDescription("Logs.") LogSettings logs,
    @JsonPropertyDescription("Who is told what.") AlertSettings alerts,
    @JsonPropertyDescription(
            "Hosts under which people who are logged in reach Grafana and its like. Default: none.")
        ToolAccess access,
    @JsonPropertyDescription(
            "Name of a Secret in the namespace monitoring whose keys admin-user and admin-password"
                + " are those of Grafana's administrator. Default: a password is made up.")
        @Pattern(regexp = Checks.SECRET)
        String grafanaAdminSecret) {

  /** Where Prometheus and Grafana go. */
  public static final String MONITORING = "monitoring";

  /** What the address of a Prometheus must look like. */
  public static final String URL = "^https?://[a-z0-9][-a-z0-9.]*(:[0-9]{1,5})?(/[^\\s/?#]+)*$";

  /** Fills in the defaults; refuses a name that no namespace can have. */
  public ObservabilitySettings {
    use = or(use, Use.INSTALL);
    namespace = matching("namespace", or(namespace, MONITORING), Checks.DNS_LABEL);
    monitorLabels = Checks.sorted(monitorLabels);
    Checks.optional("prometheusUrl", prometheusUrl, URL);
    dashboards = or(dashboards, true);
    prometheus = or(prometheus, PrometheusSettings.defaults());
    tracing = or(tracing, TracingSettings.defaults());
    alerts = or(alerts, AlertSettings.defaults());
    logs = or(logs, LogSettings.defaults());
    access = or(access, ToolAccess.none());
    Checks.optional("grafanaAdminSecret", grafanaAdminSecret, Checks.SECRET);
  }

  /** Our own Prometheus, Grafana and Jaeger. */
  public static ObservabilitySettings defaults() {
    return ObservabilitySettingsBuilder.builder().build();
  }

  /** The same, with alerts for {@code owner} where no team is named. */
  public ObservabilitySettings ownedBy(String owner) {
    return ObservabilitySettingsBuilder.builder(this).alerts(alerts.ownedBy(owner)).build();
  }

  /** Settings that only make sense for the other kind of observability. */
  public List<Problem> problems() {
    boolean install = use == Use.INSTALL;
    return new Problems()
        .addIf(
            install && !namespace.equals(MONITORING),
            "namespace",
            "\"%s\" is only for observability.use: existing; this stack installs into %s.",
            namespace,
            MONITORING)
        .addIf(
            install && !monitorLabels.isEmpty(),
            "monitorLabels",
            "%s is only for observability.use: existing; remove it.",
            monitorLabels)
        .addIf(
            install && prometheusUrl != null,
            "prometheusUrl",
            "\"%s\" is only for observability.use: existing; remove it.",
            prometheusUrl)
        .addIf(
            !install && !prometheus.equals(PrometheusSettings.defaults()),
            "prometheus",
            "has no effect on a Prometheus that is not ours (observability.use: existing); remove"
                + " it.")
        .addIf(
            !install && !access.equals(ToolAccess.none()),
            "access",
            "is only for what this stack installs: nobody knows the Services of others"
                + " (observability.use: existing). Remove it.")
        .addIf(
            access.jaeger() != null && tracing.zipkin() != null,
            "access.jaeger",
            "\"%s\" has no Jaeger behind it while traces go to a Zipkin (tracing.zipkin); remove one"
                + " of them.",
            access.jaeger())
        .addIf(
            !install && grafanaAdminSecret != null,
            "grafanaAdminSecret",
            "\"%s\" has no effect on a Grafana that is not ours (observability.use: existing); remove"
                + " it.",
            grafanaAdminSecret)
        .addAll("tracing", tracing.problems(use))
        .addAll("logs", logs.problems(use))
        .addAll("alerts", alerts.problems(use))
        .list();
  }

  /** Whether this stack keeps logs. */
  public boolean installsLogs() {
    return use == Use.INSTALL && logs.use() == Use.INSTALL;
  }

  /** The bucket for logs that a cluster of this stack's own is asked for; empty for none. */
  public Optional<BucketRequest> logBucketIn(Profile profile) {
    return installsLogs() ? logs.bucketIn(profile) : Optional.empty();
  }

  /** What {@code profile} demands of what this stack installs. */
  public List<Problem> problemsIn(Profile profile) {
    return new Problems()
        .addAll("tracing", use == Use.INSTALL ? tracing.problemsIn(profile) : List.of())
        .list();
  }
}
