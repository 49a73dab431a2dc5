package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Where a service tells how it is: by HTTP, by gRPC's own health protocol, or for a TCP port by
 * taking a connection.
 *
 * <p>Readiness may look at what the service needs; liveness must not, or one slow database restarts
 * every pod of the store.
 *
 * <pre>{@code
 * var probes = new ProbeSettings("/ready", "/alive", null, 120);
 * }</pre>
 *
 * @param readiness answers 200 when requests may come, over HTTP; default /readyz
 * @param liveness answers 200 unless a restart is the only cure, over HTTP; default /healthz
 * @param port name of the port that is asked; default the main one
 * @param startupSeconds how long a start may take before it counts as failed; default 120
 */
public record ProbeSettings(
    @JsonPropertyDescription("Path that answers 200 when requests may come. Default: /readyz.")
        @Pattern(regexp = Checks.PATH)
        String readiness,
    @JsonPropertyDescription(
            "Path that answers 200 unless a restart is the only cure. Default: /healthz.")
        @Pattern(regexp = Checks.PATH)
        String liveness,
    @JsonPropertyDescription("Name of the port that is asked. Default: the main one.")
        @Pattern(regexp = ServicePort.NAME)
        String port,
    @JsonPropertyDescription("Seconds that a start may take. Default: 120.") @Min(5) @Max(3600)
        Integer startupSeconds) {

  /** Fills in the defaults. */
  public ProbeSettings {
    readiness = matching("readiness", or(readiness, "/readyz"), Checks.PATH);
    liveness = matching("liveness", or(liveness, "/healthz"), Checks.PATH);
    optional("port", port, ServicePort.NAME);
    startupSeconds = within("startupSeconds", or(startupSeconds, 120), 5, 3600);
  }

  /** The paths most frameworks use on Kubernetes. */
  public static ProbeSettings defaults() {
    return new ProbeSettings(null, null, null, null);
  }
}
