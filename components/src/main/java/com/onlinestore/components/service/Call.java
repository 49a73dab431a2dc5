package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A declared call to another service; one that is not declared does not work.
 *
 * @param service the callee
 * @param methods HTTP methods allowed; empty for all
 */
public record Call(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the service that is called.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String service,
    @JsonPropertyDescription("HTTP methods that may be used. Default: all.")
        List<HttpMethod> methods) {

  /** Refuses a name that no service can have. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Call {
    matching("service", service, Checks.SERVICE_NAME);
    methods = Checks.copy(methods);
  }

  /** The short form: all methods. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Call(String service) {
    this(service, List.of());
  }

  /** The methods of HTTP. */
  public enum HttpMethod {
    /** Reads. */
    GET,
    /** Reads only headers. */
    HEAD,
    /** Creates or does. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes a part. */
    PATCH,
    /** Removes. */
    DELETE,
    /** Asks what is possible. */
    OPTIONS
  }
}
