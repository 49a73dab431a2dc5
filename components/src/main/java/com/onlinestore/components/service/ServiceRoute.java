package com.onlinestore.components.service;

import com.onlinestore.components.mesh.istio.VirtualService;
import java.util.List;

/** A route to a service with its timeout and retries, the same from inside and from the gateway. */
public final class ServiceRoute {

  private ServiceRoute() {}

  /**
   * The route to all pods of {@code service}, not to a subset: during an update old and new ones
   * serve side by side.
   *
   * @param match when it is taken; empty for always
   * @param rewrite what the matched path becomes; null to leave it
   */
  public static VirtualService.Route to(
      String service,
      Store store,
      List<VirtualService.Match> match,
      VirtualService.Rewrite rewrite) {
    ServiceSettings settings = store.graph().settingsOf(service);
    RetrySettings retries = settings.traffic().retries();
    boolean retried = retries.attempts() > 0;
    return new VirtualService.Route(
        service,
        match,
        rewrite,
        List.of(
            new VirtualService.Weighted(
                new VirtualService.Destination(
                    store.hostOf(service), null, new VirtualService.Port(settings.port())))),
        settings.traffic().timeout().toString(),
        new VirtualService.Retries(
            retries.attempts(),
            retried ? retries.perTryTimeout().toString() : null,
            retried ? RetrySettings.SAFE_CONDITIONS : null),
        null);
  }
}
