package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Amounts;
import com.onlinestore.components.kubernetes.ContainerResources;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks for its sidecar. Said on each pod and not left to the mesh, so that the quota
 * adds up in a mesh that is somebody else's.
 */
final class SidecarResources {

  private SidecarResources() {}

  static Map<String, String> annotations(ContainerResources proxy) {
    Map<String, String> annotations = new TreeMap<>();
    put(annotations, "sidecar.istio.io/proxyCPU", proxy.requests(), true);
    put(annotations, "sidecar.istio.io/proxyMemory", proxy.requests(), false);
    put(annotations, "sidecar.istio.io/proxyCPULimit", proxy.limits(), true);
    put(annotations, "sidecar.istio.io/proxyMemoryLimit", proxy.limits(), false);
    return annotations;
  }

  private static void put(Map<String, String> to, String name, Amounts amounts, boolean cpu) {
    Quantity amount = cpu ? amounts.cpu() : amounts.memory();
    if (amount != null) {
      to.put(name, amount.toString());
    }
  }
}
