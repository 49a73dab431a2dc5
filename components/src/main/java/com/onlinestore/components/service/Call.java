package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A declared call to another service; one that is not declared does not work.
 *
 * <pre>{@code
 * var reads = new Call("products", null, List.of(Call.HttpMethod.GET), List.of("/items/*"));
 * }</pre>
 *
 * @param service the callee
 * @param port name of one of its ports; null for its main one
 * @param methods HTTP methods allowed; empty for all
 * @param paths allowed, {@code /items} itself or {@code /items*} and whatever begins so; empty for
 *     all
 */
public record Call(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the service that is called.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String service,
    @JsonPropertyDescription("Name of one of its ports. Default: its main port.")
        @Pattern(regexp = ServicePort.NAME)
        String port,
    @JsonPropertyDescription("HTTP methods that may be used. Default: all.")
        List<HttpMethod> methods,
    @JsonPropertyDescription(
            "Paths that may be asked for, such as /items or /items/*. Default: all.")
        List<@Pattern(regexp = Call.PATHS) String> paths) {

  /** An absolute path, with a star only at its end. */
  public static final String PATHS = "^/[^\\s?#*{}]*\\*?$";

  /** Refuses names and paths that nothing can have. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Call {
    matching("service", service, Checks.SERVICE_NAME);
    optional("port", port, ServicePort.NAME);
    methods = Checks.copy(methods);
    paths = eachMatching("paths", paths, PATHS);
  }

  /** The short form: all methods and paths of the main port. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Call(String service) {
    this(service, null, List.of(), List.of());
  }

  /** Whether it is restricted by what only a request has. */
  boolean readsRequests() {
    return !methods.isEmpty() || !paths.isEmpty();
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
