package com.onlinestore.components.kubernetes.gatewayapi;

import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * The spec of an object of the Gateway API. The trap: its kinds are in no chart and in no cluster
 * by themselves; somebody must have installed them.
 */
sealed interface GatewayApiSpec permits Gateway, HttpRoute, ReferenceGrant {

  /** The group of all kinds. */
  String GROUP = "gateway.networking.k8s.io";

  /** The object with this spec. */
  CustomObject named(ObjectMeta metadata);
}
