package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A port of a Service or of a host outside.
 *
 * @param number what callers connect to
 * @param target what the pods listen on
 * @param protocol in lower case; empty where nothing says it, so that the mesh guesses
 */
record HostPort(int number, int target, String protocol) {

  private static final Set<String> HTTP =
      Set.of("http", "http2", "grpc", "grpc-web", "kubernetes.io/h2c", "kubernetes.io/ws");

  private static final Pattern NAME =
      Pattern.compile(
          "(http2|https|http|grpc-web|grpc|tcp|tls|mongo|redis|mysql|udp)(-.*)?",
          Pattern.CASE_INSENSITIVE);

  static HostPort ofService(JsonNode port) {
    int number = port.path("port").asInt();
    return new HostPort(number, port.path("targetPort").asInt(number), protocol(port));
  }

  static HostPort ofEntry(JsonNode port) {
    int number = port.path("number").asInt();
    return new HostPort(
        number,
        port.path("targetPort").asInt(number),
        port.path("protocol").asText().toLowerCase(Locale.ROOT));
  }

  /** Whether the mesh sees requests on it, not mere bytes; true where it would guess. */
  boolean mayBeHttp() {
    return protocol.isEmpty() || HTTP.contains(protocol);
  }

  private static String protocol(JsonNode port) {
    if (port.path("protocol").asText().equals("UDP")) {
      return "udp";
    }
    if (port.hasNonNull("appProtocol")) {
      return port.path("appProtocol").asText().toLowerCase(Locale.ROOT);
    }
    var name = NAME.matcher(port.path("name").asText());
    return name.matches() ? name.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
