package com.onlinestore.components.mesh.istio;

import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** The spec of an Istio object; the record's name is the object's kind. */
public sealed interface IstioSpec
    permits AuthorizationPolicy,
        DestinationRule,
        EnvoyFilter,
        Gateway,
        PeerAuthentication,
        RequestAuthentication,
        ServiceEntry,
        Sidecar,
        Telemetry,
        VirtualService {

  /** Group and version of the kind. */
  String apiVersion();

  /** The object with this spec. */
  default CustomObject named(ObjectMeta metadata) {
    return new CustomObject(apiVersion(), getClass().getSimpleName(), metadata, this);
  }
}
