package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.onlinestore.components.settings.Checks;
import java.util.List;

/** A host outside the mesh that workloads of one namespace may call. */
public record ServiceEntry(
    List<String> hosts, List<String> exportTo, String location, String resolution, List<Port> ports)
    implements IstioSpec {

  /**
   * A port that callers use and how the proxy treats it.
   *
   * @param targetPort the host's own port; null for the same
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Port(int number, String name, String protocol, Integer targetPort) {}

  /** An external host, looked up by DNS, seen by its own namespace only. */
  public static ServiceEntry external(String host, List<Port> ports) {
    return new ServiceEntry(
        List.of(Checks.required("host", host)), List.of("."), "MESH_EXTERNAL", "DNS", ports);
  }

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
