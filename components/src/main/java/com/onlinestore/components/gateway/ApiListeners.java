package com.onlinestore.components.gateway;

import com.onlinestore.components.kubernetes.gatewayapi.Gateway;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Infrastructure;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Listener;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Parameters;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;

/** The gateway as an object of the Gateway API, from which istiod makes the proxies. */
record ApiListeners(GatewayPods pods) {

  static final String HTTP = "http";
  static final String HTTPS = "https";

  private static final String ISTIO_CLASS = "istio";
  private static final String SERVICE_TYPE = "networking.istio.io/service-type";

  /** Makes Pulumi wait until there are proxies with an address, as it does for a release. */
  private static final String WAIT_FOR = "pulumi.com/waitFor";

  /** The pods get the labels of those of a release, so that whatever selects them is the same. */
  Gateway gateway() {
    return new Gateway(
        ISTIO_CLASS,
        new Infrastructure(
            StoreGateway.podLabels(pods.gateway()),
            pods.serviceAnnotations(),
            Parameters.configMap(pods.gateway())),
        listeners());
  }

  ObjectMeta metadata(ObjectMeta metadata) {
    return new ObjectMetaBuilder(metadata)
        .addToAnnotations(SERVICE_TYPE, pods.serviceType())
        .addToAnnotations(WAIT_FOR, "condition=Programmed")
        .build();
  }

  /** For all hosts: routes name theirs, and one certificate serves them all. */
  private List<Listener> listeners() {
    List<Listener> listeners = new ArrayList<>();
    listeners.add(Listener.http(HTTP, 80));
    String secret = pods.settings().tlsSecret();
    if (secret != null) {
      listeners.add(Listener.https(HTTPS, 443, secret));
    }
    return listeners;
  }
}
