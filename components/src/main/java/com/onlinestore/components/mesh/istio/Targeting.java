package com.onlinestore.components.mesh.istio;

/**
 * A spec that holds for pods by their labels or, named {@link #at}, for a target. The trap: proxies
 * that istiod makes for a Gateway carry labels too, but whether a selector of them counts is a
 * setting of the mesh, and {@code istioctl analyze} warns of it.
 */
public sealed interface Targeting extends IstioSpec
    permits AuthorizationPolicy, EnvoyFilter, RequestAuthentication {

  /** The same for this target alone. */
  IstioSpec at(Target target);
}
