package com.example.platform;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.IstioMesh;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.mesh.MeshedNamespace;
import com.onlinestore.components.observability.JaegerTracing;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.observability.PrometheusStack;
import com.onlinestore.components.observability.SpanCollector;
import com.onlinestore.components.observability.TracingSettings;
import com.onlinestore.components.observability.dashboard.PlatformDashboards;
import com.onlinestore.components.settings.Profile;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.StackReference;
import java.util.List;
import java.util.Optional;

/**
 * Istio, Prometheus, Grafana and Jaeger on the cluster of another stack, and namespaces for whoever
 * deploys there. What runs in such a namespace is reached by nobody and reaches nobody until its
 * owner allows it.
 */
public final class MeshAndObservability {

  private static final Profile PROFILE = Profile.DEV;
  private static final MeshSettings MESH = MeshSettings.defaults();
  private static final TracingSettings TRACING = TracingSettings.defaults();

  private MeshAndObservability() {}

  public static void main(String[] args) {
    Pulumi.run(MeshAndObservability::stack);
  }

  public static void stack(Context context) {
    var clusterStack = new StackReference(context.config().require("clusterStack"));
    Output<String> kubeconfig =
        clusterStack.requireOutput("kubeconfig").applyValue(String::valueOf);
    var cluster =
        new ExistingCluster(
            "cluster",
            kubeconfig,
            ExistingClusterSettings.defaults(),
            ComponentResourceOptions.Empty);

    Monitoring monitoring =
        new PrometheusStack(
                "prometheus",
                ObservabilitySettings.defaults(),
                PROFILE,
                cluster.facts(),
                Mirrors.NONE,
                MESH,
                Optional.empty(),
                cluster.options())
            .monitoring();
    new PlatformDashboards("dashboards", monitoring, cluster.cost(), cluster.options());
    var spans =
        new SpanCollector("spans", TRACING, PROFILE, monitoring, Mirrors.NONE, cluster.options());
    new JaegerTracing(
        "jaeger", TRACING, PROFILE, cluster.facts(), spans, Mirrors.NONE, cluster.options());
    Mesh mesh =
        new IstioMesh(
                "istio",
                MESH,
                PROFILE,
                cluster.facts(),
                Mirrors.NONE,
                Optional.of(SpanCollector.ADDRESS),
                List.of(),
                cluster.options())
            .mesh();

    List<String> namespaces =
        context.config().requireObject("namespaces", TypeShape.list(String.class));
    for (String namespace : namespaces) {
      new MeshedNamespace(
          namespace,
          namespace,
          namespace,
          mesh,
          mesh.memberLabels(),
          TRACING.samplingIn(PROFILE),
          cluster.options());
    }
    context.export("namespaces", Output.of(String.join(" ", namespaces)));
  }
}
