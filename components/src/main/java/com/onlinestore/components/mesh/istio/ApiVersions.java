package com.onlinestore.components.mesh.istio;

/** Istio's API groups; all but that of Envoy's own configuration are stable since Istio 1.22. */
final class ApiVersions {

  static final String ENVOY = "networking.istio.io/v1alpha3";
  static final String NETWORKING = "networking.istio.io/v1";
  static final String SECURITY = "security.istio.io/v1";
  static final String TELEMETRY = "telemetry.istio.io/v1";

  private ApiVersions() {}
}
