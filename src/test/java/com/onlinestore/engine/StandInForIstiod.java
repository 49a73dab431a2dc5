package com.onlinestore.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does what an istiod does, which no simulator runs: writes its certificate into the webhooks of
 * revision tags, and says of Gateways that their proxies run. And because nobody answers the
 * webhooks, it lets pods pass.
 */
final class StandInForIstiod {

  /** What it writes. */
  static final String CERTIFICATE =
      "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K";

  private static final String PATCH =
      """
      [{"op": "add", "path": "/webhooks/0/clientConfig/caBundle", "value": "%s"},
       {"op": "replace", "path": "/webhooks/0/failurePolicy", "value": "Ignore"}]
      """
          .formatted(CERTIFICATE);

  private static final String PROGRAMMED =
      """
      {"status": {"conditions": [
        {"type": "Programmed", "status": "True", "reason": "Programmed", "message": "",
         "lastTransitionTime": "2025-01-01T00:00:00Z"}]}}
      """;

  private static final String GATEWAYS = "gateways.gateway.networking.k8s.io";
  private static final String NAMES =
      "{range .items[*]}{.metadata.namespace}/{.metadata.name}{'\\n'}{end}";

  private static final long HALF_A_SECOND = 500_000_000L;

  private volatile boolean stopped;
  private final Thread thread = new Thread(this::watch, "stand-in for istiod");

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  private void watch() {
    while (!stopped) {
      tags().forEach(StandInForIstiod::sign);
      gateways().forEach(StandInForIstiod::program);
      LockSupport.parkNanos(HALF_A_SECOND);
    }
  }

  private static List<String> tags() {
    return Cluster.kubectl(
            "get", "mutatingwebhookconfigurations", "-l", "istio.io/tag", "-o", "name")
        .lines()
        .filter(line -> line.contains("/"))
        .toList();
  }

  /** As {@code namespace/name}; none where the cluster does not know the kind. */
  private static List<String> gateways() {
    Tools.Result found =
        Tools.run(Path.of("."), "kubectl", "get", GATEWAYS, "-A", "-o", "jsonpath=" + NAMES);
    return found.exitCode() == 0 ? found.output().lines().toList() : List.of();
  }

  /** One may be gone meanwhile, and so may a Gateway. */
  private static void sign(String webhooks) {
    Tools.run(
        Path.of("."),
        "kubectl",
        "patch",
        webhooks,
        "--field-manager=pilot-discovery",
        "--type=json",
        "-p",
        PATCH);
  }

  private static void program(String namespaceAndName) {
    String[] parts = namespaceAndName.split("/");
    Tools.run(
        Path.of("."),
        "kubectl",
        "-n",
        parts[0],
        "patch",
        GATEWAYS,
        parts[1],
        "--subresource=status",
        "--type=merge",
        "-p",
        PROGRAMMED);
  }
}
