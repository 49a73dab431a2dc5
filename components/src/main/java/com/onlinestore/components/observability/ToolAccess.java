package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.sorted;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which names people reach the pages behind the store's gateway, once they have logged in. A
 * page without a name is not reachable from outside.
 *
 * @param grafana host of Grafana, which asks for its own password besides
 * @param prometheus host of Prometheus. The trap: whoever reaches it may ask anything
 * @param alertmanager host of Alertmanager. The trap: whoever reaches it may silence every alert
 * @param jaeger host of Jaeger
 * @param claims what a token must say, by claim: one of the values
 */
public record ToolAccess(
    @JsonPropertyDescription("Host of Grafana, such as grafana.example.com. Default: none.")
        @Pattern(regexp = Checks.ONE_HOST)
        String grafana,
    @JsonPropertyDescription("Host of Prometheus. Default: none.")
        @Pattern(regexp = Checks.ONE_HOST)
        String prometheus,
    @JsonPropertyDescription("Host of Alertmanager. Default: none.")
        @Pattern(regexp = Checks.ONE_HOST)
        String alertmanager,
    @JsonPropertyDescription("Host of Jaeger. Default: none.") @Pattern(regexp = Checks.ONE_HOST)
        String jaeger,
    @JsonPropertyDescription(
            "What the token of whoever is logged in must say, such as groups: [sre]: one of the"
                + " values. Required with gateway.tokens.")
        Map<String, List<String>> claims) {

  /** Refuses what no single host is called. */
  public ToolAccess {
    optional("grafana", grafana, Checks.ONE_HOST);
    optional("prometheus", prometheus, Checks.ONE_HOST);
    optional("alertmanager", alertmanager, Checks.ONE_HOST);
    optional("jaeger", jaeger, Checks.ONE_HOST);
    claims = sorted(claims);
  }

  /** Nothing is reachable from outside. */
  public static ToolAccess none() {
    return new ToolAccess(null, null, null, null, null);
  }

  /** The hosts of what is reachable, in a fixed order. */
  public Map<Tool, String> hosts() {
    Map<Tool, String> hosts = new EnumMap<>(Tool.class);
    put(hosts, Tool.GRAFANA, grafana);
    put(hosts, Tool.PROMETHEUS, prometheus);
    put(hosts, Tool.ALERTMANAGER, alertmanager);
    put(hosts, Tool.JAEGER, jaeger);
    return hosts;
  }

  /** Where people open a page; always encrypted. */
  Optional<String> url(Tool tool) {
    return Optional.ofNullable(hosts().get(tool)).map(host -> "https://" + host);
  }

  private static void put(Map<Tool, String> hosts, Tool tool, String host) {
    if (host != null) {
      hosts.put(tool, host);
    }
  }
}
