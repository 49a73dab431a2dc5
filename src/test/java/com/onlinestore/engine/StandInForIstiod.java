package com.onlinestore.engine;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does to the webhooks of revision tags what an istiod does, which no simulator runs: writes its
 * certificate into them. And because nobody answers them, it lets pods pass.
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

  private static void sign(String webhooks) {
    Cluster.kubectl(
        "patch", webhooks, "--field-manager=pilot-discovery", "--type=json", "-p", PATCH);
  }
}
