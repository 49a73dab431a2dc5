package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.Recording.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.Alerting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformDashboardsTest {

  @Test
  void areTheMeshAndTheClusterBesideGrafana() {
    Monitoring monitoring =
        new Monitoring("monitoring", Map.of(), List.of(), Optional.empty(), Alerting.DEFAULTS);
    Recording recording =
        Recording.of(() -> new PlatformDashboards("pages", monitoring, CostEstimate.NONE, TOP));

    assertThat(recording.childrenOf("pages"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:ConfigMap pages-mesh",
            "kubernetes:core/v1:ConfigMap pages-cluster-capacity");
    assertThat(recording.get("pages-mesh").inputs().toString())
        .contains("name=mesh", "namespace=monitoring", "grafana_folder=Platform");
  }
}
