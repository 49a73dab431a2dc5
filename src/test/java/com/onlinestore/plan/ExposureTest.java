package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExposureTest {

  @Test
  void listsHostsAndPortsOfGateways() {
    assertThat(
            exposure(
                object(
                    "networking.istio.io/v1",
                    "Gateway",
                    """
                    {"servers": [
                      {"hosts": ["shop.example.com", "*.shop.example.com"],
                       "port": {"number": 443, "protocol": "HTTPS"}},
                      {"hosts": ["shop.example.com"], "tls": {"httpsRedirect": true},
                       "port": {"number": 80, "protocol": "HTTP"}}]}
                    """),
                object(
                    "gateway.networking.k8s.io/v1",
                    "Gateway",
                    """
                    {"listeners": [{"port": 80, "protocol": "HTTP"}]}
                    """)))
        .isEqualTo(
            """
              what            how               where
              Gateway shop/x  HTTPS 443         shop.example.com, *.shop.example.com
              Gateway shop/x  HTTP 80 to HTTPS  shop.example.com
              Gateway shop/x  HTTP 80           *""");
  }

  /** The Service is made by a controller, so the Gateway stands for it. */
  @Test
  void listsHostsAndLoadBalancerOfAGatewayThatIstioMakes() {
    assertThat(
            exposure(
                object(
                    "gateway.networking.k8s.io/v1",
                    "Gateway",
                    """
                    {"gatewayClassName": "istio",
                     "infrastructure": {"annotations": {
                       "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal"}},
                     "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"},
                                   {"name": "https", "port": 443, "protocol": "HTTPS"}]}
                    """),
                object(
                    "gateway.networking.k8s.io/v1",
                    "HTTPRoute",
                    """
                    {"parentRefs": [{"name": "x", "sectionName": "http"}],
                     "rules": [{"filters": [{"requestRedirect": {"scheme": "https"}}]}]}
                    """),
                object(
                    "gateway.networking.k8s.io/v1",
                    "HTTPRoute",
                    """
                    {"parentRefs": [{"name": "x", "sectionName": "https"}], "rules": [{}],
                     "hostnames": ["a.example", "b.example"]}
                    """),
                object(
                    "gateway.networking.k8s.io/v1",
                    "HTTPRoute",
                    """
                    {"parentRefs": [{"name": "y"}], "rules": [{}], "hostnames": ["c.example"]}
                    """)))
        .isEqualTo(
            """
              what            how                    where
              Gateway shop/x  HTTP 80 to HTTPS       *
              Gateway shop/x  HTTPS 443              a.example, b.example
              Gateway shop/x  internal LoadBalancer  ports 80, 443""");
  }

  @Test
  void aWaypointIsForPodsOfTheMeshAlone() {
    assertThat(
            exposure(
                object(
                    "gateway.networking.k8s.io/v1",
                    "Gateway",
                    """
                    {"gatewayClassName": "istio-waypoint",
                     "listeners": [{"port": 15008, "protocol": "HBONE"}]}
                    """)))
        .isEqualTo("nothing is exposed");
  }

  @Test
  void listsServicesAndIngresses() {
    assertThat(
            exposure(
                object("v1", "Service", "{\"type\": \"ClusterIP\", \"ports\": [{\"port\": 80}]}"),
                object(
                    "v1",
                    "Service",
                    "{\"type\": \"NodePort\", \"ports\": [{\"port\": 80}, {\"port\": 443}]}"),
                object(
                    "networking.k8s.io/v1", "Ingress", "{\"rules\": [{\"host\": \"a.example\"}]}")))
        .isEqualTo(
            """
              what            how       where
              Service shop/x  NodePort  ports 80, 443
              Ingress shop/x  HTTP      a.example""");
  }

  @Test
  void listsWhatHelmReleasesExpose() {
    assertThat(
            exposure(
                release("gateway", "{}"),
                release("gateway", "{\"service\": {\"type\": \"ClusterIP\"}}"),
                release(
                    "oci://mirror.example/gateway",
                    """
                    {"service": {"type": "NodePort",
                                 "ports": [{"port": 80, "nodePort": 30080}, {"port": 443}]}}
                    """),
                release(
                    "kube-prometheus-stack",
                    """
                    {"grafana": {"service": {"type": "LoadBalancer"},
                                 "ingress": {"enabled": true, "hosts": ["grafana.example"]}},
                     "prometheus": {"ingress": {"enabled": false}}}
                    """)))
        .isEqualTo(
            """
              what                            how           where
              Release mesh/x                  LoadBalancer  default ports
              Release mesh/x                  NodePort      ports 80:30080, 443
              Release mesh/x grafana service  LoadBalancer  default ports
              Release mesh/x grafana ingress  HTTP          grafana.example""");
  }

  @Test
  void saysWhoReachesALoadBalancer() {
    String aws = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    String gke = "networking.gke.io/load-balancer-type";
    assertThat(
            exposure(
                release("gateway", annotated(aws, "internet-facing")),
                release("gateway", annotated(aws, "internal")),
                release("gateway", annotated(gke, "External")),
                release("gateway", annotated(gke, "Internal")),
                release("gateway", annotated("example.com/other", "internal")),
                release(
                    "gateway",
                    """
                    {"service": {"type": "NodePort", "annotations": {"%s": "internal"}}}
                    """
                        .formatted(aws)),
                release(
                    "grafana",
                    """
                    {"service": {"type": "LoadBalancer", "annotations": {"%s": "internal"}}}
                    """
                        .formatted(aws))))
        .isEqualTo(
            """
              what                    how                           where
              Release mesh/x          internet-facing LoadBalancer  default ports
              Release mesh/x          internal LoadBalancer         default ports
              Release mesh/x          internet-facing LoadBalancer  default ports
              Release mesh/x          internal LoadBalancer         default ports
              Release mesh/x          LoadBalancer                  default ports
              Release mesh/x          NodePort                      default ports
              Release mesh/x service  internal LoadBalancer         default ports""");
  }

  @Test
  void saysThatNothingIsExposed() {
    assertThat(exposure(object("v1", "Service", "{}"))).isEqualTo("nothing is exposed");
  }

  private static String exposure(PlannedResource... resources) {
    Plan plan = Plans.of(resources);
    return String.join("\n", Exposure.lines(PlanFacts.of(plan).openings())).stripIndent();
  }

  private static String annotated(String key, String value) {
    return "{\"service\": {\"annotations\": {\"%s\": \"%s\"}}}".formatted(key, value);
  }

  private static PlannedResource object(String apiVersion, String kind, String spec) {
    return resource(
        "kubernetes:" + apiVersion + ":" + kind,
        "x",
        """
        {"apiVersion": "%s", "kind": "%s", "spec": %s,
         "metadata": {"name": "x", "namespace": "shop"}}
        """
            .formatted(apiVersion, kind, spec));
  }

  private static PlannedResource release(String chart, String values) {
    return resource(
        "kubernetes:helm.sh/v3:Release",
        "x",
        """
        {"name": "x", "namespace": "mesh", "chart": "%s", "values": %s}
        """
            .formatted(chart, values));
  }
}
