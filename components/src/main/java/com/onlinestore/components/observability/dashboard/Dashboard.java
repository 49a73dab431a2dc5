package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.observability.Monitoring;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;

/**
 * A page of Grafana, as a ConfigMap that its sidecar loads.
 *
 * @param uid what its address is made of, see {@link Uids}
 * @param folder in which Grafana lists it
 * @param variables its choices, besides the data source
 * @param links to other dashboards
 */
public record Dashboard(
    String uid,
    String title,
    String folder,
    List<Variable> variables,
    List<Link> links,
    List<Row> rows) {

  /** The label that Grafana's sidecar looks for, in every namespace. */
  private static final Map<String, String> LOADED = Map.of("grafana_dashboard", "1");

  /** Copies the lists. */
  public Dashboard {
    variables = List.copyOf(variables);
    links = List.copyOf(links);
    rows = List.copyOf(rows);
  }

  /**
   * The dashboard as an object of {@code namespace}; the file in it is called by the uid, because
   * the sidecar puts the files of all namespaces into one folder.
   */
  public ConfigMap configMap(String name, String namespace, String partOf) {
    ConfigMap map =
        new ConfigMapBuilder()
            .withMetadata(
                Labels.with(Labels.metadata(name, namespace, Labels.of(name, partOf)), LOADED))
            .withData(Map.of(uid + ".json", DashboardJson.of(this)))
            .build();
    map.getMetadata().setAnnotations(Map.of(Monitoring.DASHBOARD_FOLDER, folder));
    return map;
  }
}
