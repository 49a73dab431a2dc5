package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanReportTest {

  private static final String SERVICE = "online-store:service:StoreService";
  private static final String MESH = "online-store:mesh:IstioMesh";
  private static final String GATEWAY = "online-store:gateway:StoreGateway";

  @Test
  void showsWhatAStackIsMadeOf() throws IOException {
    Plan plan =
        new Plan(
            "online-store",
            "dev",
            CreationOrder.sort(resources()),
            Map.of("url", "https://shop.example.com", "password", "<secret>"),
            Map.of(),
            List.of("aws:index/getAvailabilityZones:getAvailabilityZones"),
            List.of("Memory-only Jaeger loses its traces."));

    assertThat(PlanReport.of(PlanFacts.of(plan))).isEqualTo(expected("report.txt"));
  }

  @Test
  void saysLittleAboutAnEmptyStack() {
    assertThat(PlanReport.of(PlanFacts.of(Plans.of(stack()))))
        .isEqualTo(
            """
            Plan of stack dev of project online-store

              0 resources in 0 components

            Exposure
              nothing is exposed
            """);
  }

  @Test
  void hidesNoOutputOfAnotherProgramThatIsCalledAsOursIs() {
    Plan plan =
        new Plan(
            "shop",
            "dev",
            List.of(stack()),
            Map.of("overrides", "see the wiki"),
            Map.of(),
            List.of(),
            List.of());

    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .contains(
            """
            Outputs
              name       value
              overrides  see the wiki
            """);
  }

  @Test
  void showsOverridesInATableOfTheirOwnAlone() {
    Plan plan =
        new Plan(
            "online-store",
            "dev",
            List.of(stack()),
            Map.of("overrides", "{\"Key orders\": \"audits want it (policy)\"}"),
            Map.of(),
            List.of(),
            List.of());

    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .contains("  Key orders  audits want it (policy)\n")
        .doesNotContain("Outputs");
  }

  @Test
  void staysWithinTheTerminal() {
    assertThat(
            PlanReport.of(PlanFacts.of(Plans.of(resources().toArray(PlannedResource[]::new))))
                .lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
  }

  private static List<PlannedResource> resources() {
    PlannedResource provider = resource("pulumi:providers:kubernetes", "cluster", "{}");
    PlannedResource mesh = resource(MESH, "mesh", "{}");
    PlannedResource gateway = resource(GATEWAY, "gateway", "{}");
    List<PlannedResource> all = new ArrayList<>(List.of(stack(), provider, mesh, gateway));
    PlannedResource base = release("mesh-base", mesh, "base");
    PlannedResource istiod = release("mesh-istiod", mesh, "istiod", base.urn());
    all.addAll(List.of(base, istiod, release("gateway-proxy", gateway, "gateway", istiod.urn())));
    all.add(
        object(
            "Gateway",
            "gateway-listeners",
            gateway,
            """
            {"servers": [{"hosts": ["shop.example.com"],
                          "port": {"number": 443, "protocol": "HTTPS"}}]}
            """));
    for (String name : List.of("orders", "payments")) {
      PlannedResource service = resource(SERVICE, name, gateway.urn(), List.of(), "{}");
      all.add(service);
      all.add(deployment(name, service));
      for (String suffix : List.of("dns", "mesh", "metrics", "calls")) {
        all.add(object("NetworkPolicy", name + "-" + suffix, service, "{}"));
      }
    }
    all.add(
        object(
            "HorizontalPodAutoscaler",
            "orders",
            all.get(8),
            """
            {"minReplicas": 2, "maxReplicas": 10,
             "scaleTargetRef": {"kind": "Deployment", "name": "orders"}}
            """));
    return all;
  }

  private static PlannedResource release(
      String name, PlannedResource parent, String chart, String... dependencies) {
    return resource(
        "kubernetes:helm.sh/v3:Release",
        name,
        parent.urn(),
        List.of(dependencies),
        """
        {"name": "istio-%1$s", "chart": "%1$s", "version": "1.30.3", "namespace": "istio-system",
         "repositoryOpts": {"repo": "https://istio-release.storage.googleapis.com/charts"}}
        """
            .formatted(chart));
  }

  private static PlannedResource deployment(String name, PlannedResource parent) {
    return object(
        "Deployment",
        name,
        parent,
        """
        {"template": {
          "metadata": {"annotations": {"sidecar.istio.io/proxyCPU": "50m",
                                       "sidecar.istio.io/proxyMemory": "64Mi"}},
          "spec": {"containers": [
            {"resources": {"requests": {"cpu": "200m", "memory": "192Mi"}}}]}}}
        """);
  }

  private static PlannedResource object(
      String kind, String name, PlannedResource parent, String spec) {
    return resource(
        "kubernetes:toy/v1:" + kind,
        name,
        parent.urn(),
        List.of(),
        """
        {"apiVersion": "toy/v1", "kind": "%s",
         "metadata": {"name": "%s", "namespace": "store"}, "spec": %s}
        """
            .formatted(kind, name, spec));
  }

  private static String expected(String file) throws IOException {
    try (InputStream content = PlanReportTest.class.getResourceAsStream("/plan/" + file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
