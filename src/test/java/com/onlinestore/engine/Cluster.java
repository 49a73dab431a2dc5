package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the cluster that kubectl points at. */
final class Cluster {

  /** Come and go by themselves, or stay after Helm by design: CRDs and the API groups they make. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "events",
          "events.events.k8s.io",
          "leases.coordination.k8s.io",
          "customresourcedefinitions.apiextensions.k8s.io",
          "apiservices.apiregistration.k8s.io",
          "componentstatuses");

  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);
  private static final int QUIET_SECONDS = 5;

  private Cluster() {}

  /** Every object, by kind, namespace and name. */
  static Set<String> objects() {
    String kinds =
        kubectl("api-resources", "--verbs=list", "-o", "name")
            .lines()
            .filter(kind -> !NOT_OURS.contains(kind))
            .collect(Collectors.joining(","));
    return kubectl(
            "get",
            kinds,
            "-A",
            "--ignore-not-found",
            "-o",
            "jsonpath={range .items[*]}{.kind} {.metadata.namespace}/{.metadata.name}{'\\n'}{end}")
        .lines()
        .filter(line -> !line.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The objects once they have stayed the same for a few seconds. */
  static Set<String> settled() {
    Instant limit = Instant.now().plus(SETTLES_WITHIN);
    Set<String> last = objects();
    for (int unchanged = 0; unchanged < QUIET_SECONDS; ) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError("The cluster has not settled within " + SETTLES_WITHIN + ".");
      }
      Tools.sleep(Duration.ofSeconds(1));
      Set<String> now = objects();
      unchanged = now.equals(last) ? unchanged + 1 : 0;
      last = now;
    }
    return last;
  }

  /** Wanted and ready pods of each Deployment of a namespace, as {@code "2/2"}. */
  static Map<String, String> deployments(String namespace) {
    Map<String, String> ready = new TreeMap<>();
    for (JsonNode each : json("-n", namespace, "get", "deployments").get("items")) {
      ready.put(
          each.at("/metadata/name").asText(),
          each.at("/status/readyReplicas").asInt() + "/" + each.at("/spec/replicas").asInt());
    }
    return ready;
  }

  /** Whether what {@link #deployments} says is all of it, and not nothing. */
  static boolean allReady(String readyOfWanted) {
    String[] parts = readyOfWanted.split("/");
    return parts[0].equals(parts[1]) && !parts[0].equals("0");
  }

  /** One object. */
  static JsonNode json(String... arguments) {
    try {
      return new ObjectMapper()
          .readTree(
              kubectl(
                  Stream.concat(Stream.of(arguments), Stream.of("-o", "json"))
                      .toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String kubectl(String... arguments) {
    List<String> command = Stream.concat(Stream.of("kubectl"), Stream.of(arguments)).toList();
    return Tools.run(Path.of("."), command).orFail();
  }
}
