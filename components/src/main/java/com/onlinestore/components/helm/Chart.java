package com.onlinestore.components.helm;

/**
 * Every chart this platform installs, with the one version it is made for.
 *
 * <p>The values our components set are checked against exactly these versions: a new version comes
 * with a look at its values. Prometheus' repository brings Grafana along as a subchart.
 */
public enum Chart {
  /** Istio's CRDs and validation webhook. */
  ISTIO_BASE("base", Repositories.ISTIO, "1.30.3"),
  /** Istio's control plane. */
  ISTIOD("istiod", Repositories.ISTIO, "1.30.3"),
  /** Istio's network plugin, which spares pods the privileged init container. */
  ISTIO_CNI("cni", Repositories.ISTIO, "1.30.3"),
  /** The proxy of each node in an ambient mesh. */
  ZTUNNEL("ztunnel", Repositories.ISTIO, "1.30.3"),
  /** An Envoy at the edge, injected by istiod. */
  ISTIO_GATEWAY("gateway", Repositories.ISTIO, "1.30.3"),
  /** Prometheus operator, Prometheus, Alertmanager, Grafana and exporters. */
  PROMETHEUS_STACK(
      "kube-prometheus-stack", "https://prometheus-community.github.io/helm-charts", "88.5.3"),
  /** Jaeger v2 in one process. */
  JAEGER("jaeger", "https://jaegertracing.github.io/helm-charts", "4.11.1"),
  /** OpenTelemetry's collector, which takes spans, judges them and passes them on. */
  OTEL_COLLECTOR(
      "opentelemetry-collector",
      "https://open-telemetry.github.io/opentelemetry-helm-charts",
      "0.170.0"),
  /** Keeps logs. */
  LOKI("loki", "https://grafana-community.github.io/helm-charts", "18.11.0"),
  /** Reads the logs of a node's containers. */
  ALLOY("alloy", "https://grafana.github.io/helm-charts", "1.11.1"),
  /** The metrics API that autoscalers read. */
  METRICS_SERVER("metrics-server", "https://kubernetes-sigs.github.io/metrics-server", "3.13.1"),
  /** Moves requests to a new version step by step. */
  ARGO_ROLLOUTS("argo-rollouts", "https://argoproj.github.io/argo-helm", "2.41.0"),
  /** Adds and removes nodes of EKS' node groups. */
  CLUSTER_AUTOSCALER("cluster-autoscaler", "https://kubernetes.github.io/autoscaler", "9.59.0"),
  /** Makes AWS' network load balancers for Services. */
  AWS_LOAD_BALANCER_CONTROLLER(
      "aws-load-balancer-controller", "https://aws.github.io/eks-charts", "3.5.0");

  private final String chartName;
  private final String repository;
  private final String version;

  Chart(String chartName, String repository, String version) {
    this.chartName = chartName;
    this.repository = repository;
    this.version = version;
  }

  /** The chart's name in its repository. */
  public String chartName() {
    return chartName;
  }

  /** The public HTTP repository. */
  public String repository() {
    return repository;
  }

  /** The pinned version. */
  public String version() {
    return version;
  }

  /** The packaged chart's file, as {@code helm package} names it. */
  public String fileName() {
    return fileName(version);
  }

  /** The same of another version. */
  public String fileName(String otherVersion) {
    return chartName + "-" + otherVersion + ".tgz";
  }

  private static final class Repositories {
    static final String ISTIO = "https://istio-release.storage.googleapis.com/charts";
  }
}
