package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.observability.alerts.PrometheusRule;
import com.onlinestore.components.observability.objectives.ObjectiveRules;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Optional;

/** What a service promises, as the rules that hold it to that. */
record ServiceObjectives(String name, ServiceSettings settings, Store store) {

  /** In words, for people who read the object or a plan. */
  private static final String IN_WORDS = "online-store/objectives";

  Optional<CustomObject> rules() {
    return Optional.ofNullable(settings.slo())
        .map(
            slo ->
                new PrometheusRule(
                        new ObjectiveRules(
                                name,
                                slo,
                                store.requests(),
                                store.monitoring().alerting().of(settings.team()))
                            .groups())
                    .named(metadata(), store.monitoring().monitorLabels()));
  }

  private ObjectMeta metadata() {
    return new ObjectMetaBuilder(store.metadata(name))
        .addToAnnotations(IN_WORDS, settings.slo().inWords())
        .build();
  }
}
