package com.onlinestore.components.mesh;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Where proxies and programs send spans: a Service that takes OTLP over gRPC.
 *
 * @param namespace of the Service
 * @param service its name
 * @param port default 4317, OTLP's registered port
 */
public record TracingCollector(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Namespace of the collector's Service.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String namespace,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the collector's Service.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String service,
    @JsonPropertyDescription("Its port for OTLP over gRPC. Default: 4317.") @Min(1) @Max(65535)
        Integer port) {

  /** OTLP over gRPC, as registered with IANA. */
  public static final int OTLP_GRPC = 4317;

  /** OTLP over HTTP, where programs reach it; likewise registered. */
  public static final int OTLP_HTTP = 4318;

  /** Refuses names that no Service can have. */
  public TracingCollector {
    matching("namespace", namespace, Checks.DNS_LABEL);
    matching("service", service, Checks.SERVICE_NAME);
    port = within("port", or(port, OTLP_GRPC), 1, 65535);
  }

  /** The full name in the cluster. */
  public String host() {
    return service + "." + namespace + ".svc.cluster.local";
  }
}
