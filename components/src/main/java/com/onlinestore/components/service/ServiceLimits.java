package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.envoy.HttpFilter;
import com.onlinestore.components.mesh.envoy.LocalRateLimit;
import com.onlinestore.components.mesh.istio.EnvoyFilter;
import com.onlinestore.components.mesh.istio.EnvoyFilter.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each pod's sidecar refuses, so that a service under too much load still answers what it can.
 * Probes do not pass there, so a pod that refuses requests is not restarted for it.
 */
record ServiceLimits(String name, ServiceSettings settings, Store store) {

  Optional<CustomObject> envoyFilter() {
    if (settings.limits() == null) {
      return Optional.empty();
    }
    return Optional.of(
        EnvoyFilter.beforeRouting(
                Labels.selector(name), Context.SIDECAR_INBOUND, settings.port(), filters())
            .named(store.metadata(name)));
  }

  /** The rate first: a request that is refused need not be held. */
  private List<HttpFilter> filters() {
    LimitSettings limits = settings.limits();
    List<HttpFilter> filters = new ArrayList<>();
    if (limits.rate() != null) {
      RateSettings rate = limits.rate();
      filters.add(
          new HttpFilter(
              "limit.rate", LocalRateLimit.ofAll("rate", rate.bucket(), rate.retryAfter())));
    }
    if (limits.body() != null) {
      filters.add(BodyLimit.filter(limits.body()));
    }
    return filters;
  }
}
