package com.onlinestore.components.observability.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What breaks one store and is not among the rules of kube-prometheus-stack, which already tell of
 * pods that are not ready or crash, autoscalers at their maximum, volumes that fill and targets
 * that are down, in every namespace.
 *
 * @param namespace of the store
 * @param gateway namespace of its gateway; empty where there is none
 * @param sidecars whether every pod must have one
 * @param alerting who is told
 */
public record StoreAlerts(
    String namespace, Optional<String> gateway, boolean sidecars, Alerting alerting) {

  /** A share of failures that no customer overlooks, whatever the objectives. */
  private static final String FAILING = "0.05";

  /** Proxies renew certificates of a day when half of it is over. */
  private static final String TWO_HOURS = "2 * 3600";

  /** The rules. */
  public RuleGroup group() {
    List<Rule> rules = new ArrayList<>();
    rules.add(notScraped().rule(alerting, Map.of("namespace", namespace)));
    rules.add(unavailable().rule(alerting, Map.of()));
    rules.add(proxyCertificate().rule(alerting, Map.of()));
    if (sidecars) {
      rules.add(sidecarMissing().rule(alerting, Map.of()));
    }
    gateway.ifPresent(
        place -> {
          rules.add(gatewayFailing(place).rule(alerting, Map.of("namespace", place)));
          rules.add(gatewayCertificate(place).rule(alerting, Map.of()));
        });
    return new RuleGroup("store", null, rules);
  }

  private Alert notScraped() {
    return new Alert(
        "StoreNotScraped",
        Severity.CRITICAL,
        "absent(up{namespace=\"%s\"} == 1)".formatted(namespace),
        "10m",
        "Prometheus reads nothing of the store in %s.".formatted(namespace),
        "No pod of it answers, or nobody looks: objectives and dashboards are blind.");
  }

  private Alert unavailable() {
    String wanted = "max by (namespace, deployment) (kube_deployment_spec_replicas{%s}) > 0";
    String available =
        "max by (namespace, deployment) (kube_deployment_status_replicas_available{%s}) == 0";
    return new Alert(
        "WorkloadUnavailable",
        Severity.CRITICAL,
        (wanted + " and " + available).formatted(places(), places()) + " or " + rollouts(),
        "5m",
        "No pod of {{ $labels.namespace }}/{{ $labels.deployment }} is available.",
        "{{ $value }} are wanted and none is ready: whoever calls it gets errors.");
  }

  /**
   * With a canary a Rollout has the pods, which kube-state-metrics knows by its ReplicaSets alone.
   */
  private String rollouts() {
    String pods =
        "sum by (namespace, deployment) (label_replace(kube_replicaset_%1$s{%2$s}"
            + " * on (namespace, replicaset) group_left (owner_name)"
            + " kube_replicaset_owner{%2$s,owner_kind=\"Rollout\"},"
            + " \"deployment\", \"$1\", \"owner_name\", \"(.*)\"))";
    return "%s > 0 and %s == 0"
        .formatted(
            pods.formatted("spec_replicas", places()),
            pods.formatted("status_ready_replicas", places()));
  }

  private Alert proxyCertificate() {
    return new Alert(
        "ProxyCertificateEnding",
        Severity.CRITICAL,
        ("min by (namespace, pod) (istio_agent_cert_expiry_seconds{%s,resource_name=\"default\"})"
                + " < %s")
            .formatted(places(), TWO_HOURS),
        "10m",
        "The certificate of {{ $labels.namespace }}/{{ $labels.pod }} was not renewed.",
        "It ends in {{ $value | humanizeDuration }}; then nobody reaches the pod.");
  }

  /** A native sidecar is an init container. */
  private Alert sidecarMissing() {
    return new Alert(
        "SidecarMissing",
        Severity.WARNING,
        ("max by (namespace, pod) (kube_pod_status_phase{namespace=\"%1$s\",phase=\"Running\"}) == 1"
                + " unless on (namespace, pod)"
                + " (kube_pod_container_info{namespace=\"%1$s\",container=\"istio-proxy\"}"
                + " or kube_pod_init_container_info{namespace=\"%1$s\",container=\"istio-proxy\"})")
            .formatted(namespace),
        "10m",
        "{{ $labels.namespace }}/{{ $labels.pod }} runs without a sidecar.",
        "No service of the store can call it, and nothing holds it to its declared calls but the"
            + " network.");
  }

  private static Alert gatewayFailing(String place) {
    String requests =
        "sum(rate(istio_requests_total{reporter=\"source\",source_workload_namespace=\"%s\"%s}[5m]))";
    return new Alert(
        "GatewayFailing",
        Severity.CRITICAL,
        "%s / %s > %s"
            .formatted(
                requests.formatted(place, ",response_code=~\"5..\""),
                requests.formatted(place, ""),
                FAILING),
        "5m",
        "The gateway in %s answers with errors.".formatted(place),
        "{{ $value | humanizePercentage }} of the requests from outside end with a 5xx.");
  }

  private static Alert gatewayCertificate(String place) {
    return new Alert(
        "GatewayCertificateEnding",
        Severity.WARNING,
        ("min by (namespace)"
                + " ({__name__=~\"envoy_listener_.*ssl_certificate_.+_expiration_unix_time_seconds\","
                + "namespace=\"%s\"}) - time() < 14 * 86400")
            .formatted(place),
        "1h",
        "A certificate of the gateway in %s ends soon.".formatted(place),
        "It ends in {{ $value | humanizeDuration }}; then browsers refuse the store.");
  }

  /** The namespaces of the store and its gateway. */
  private String places() {
    return "namespace=~\"%s\"".formatted(namespace + gateway.map(place -> "|" + place).orElse(""));
  }
}
