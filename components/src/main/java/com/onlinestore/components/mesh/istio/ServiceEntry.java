package com.onlinestore.components.mesh.istio;

import com.onlinestore.components.settings.Checks;
import java.util.List;

/** A host outside the mesh that workloads of one namespace may call. */
public record ServiceEntry(
    List<String> hosts, List<String> exportTo, String location, String resolution, List<Port> ports)
    implements IstioSpec {

  /** A port of the host and how the proxy treats it. */
  public record Port(int number, String name, String protocol) {}

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
