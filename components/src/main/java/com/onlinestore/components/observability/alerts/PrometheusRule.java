package com.onlinestore.components.observability.alerts;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** Rules as the Prometheus operator takes them. */
public record PrometheusRule(List<RuleGroup> groups) {

  /** Copies the groups. */
  public PrometheusRule {
    groups = List.copyOf(groups);
  }

  /** The object with this spec; the labels are those that Prometheus selects rules by. */
  public CustomObject named(ObjectMeta metadata, Map<String, String> monitorLabels) {
    ObjectMeta labelled = Labels.with(metadata, monitorLabels);
    return new CustomObject("monitoring.coreos.com/v1", "PrometheusRule", labelled, this);
  }
}
