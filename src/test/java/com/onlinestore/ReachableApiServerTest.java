package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachableApiServerTest {

  private static final String NOWHERE = "https://127.0.0.1:1";

  @Test
  void aServerThatListensIsReached() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusals("https://127.0.0.1:" + server.getLocalPort(), AccessSettings.defaults()))
          .isEmpty();
    }
  }

  @Test
  void aPrivateServerOutOfReachIsToldWithTheWayInside() {
    assertThat(refusals(NOWHERE, AccessSettings.defaults()))
        .containsExactly(
            "https://127.0.0.1:1 cannot be reached from here (Connection refused), so nothing was"
                + " put into the cluster. It is private: run pulumi up inside the cluster's"
                + " network, or name a proxy into it (cluster.access.proxy). The README says how"
                + " to get a runner there, with cluster.only: true as the first step.");
  }

  @Test
  void aPublicServerOutOfReachIsToldWithTheRangesItAnswers() {
    assertThat(refusals(NOWHERE, new AccessSettings(List.of("203.0.113.0/24"), null, null)))
        .containsExactly(
            "https://127.0.0.1:1 cannot be reached from here (Connection refused), so nothing was"
                + " put into the cluster. Its public endpoint answers [203.0.113.0/24] alone"
                + " (cluster.access.publicFrom): run pulumi up from there, or add your address.");
  }

  @Test
  void behindAProxyTheProxyIsAsked() {
    assertThat(refusals("https://10.0.0.1", new AccessSettings(null, null, "http://127.0.0.1:1")))
        .containsExactly(
            "https://10.0.0.1 cannot be reached from here (Connection refused), so nothing was put"
                + " into the cluster. Everything goes through cluster.access.proxy"
                + " (http://127.0.0.1:1): see that it runs and that it reaches the cluster's"
                + " network, then run pulumi up again.");
  }

  @Test
  void aProxyThatSpeaksTlsMustOnlyBeThere() throws IOException {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(
              refusals(
                  "https://10.0.0.1",
                  new AccessSettings(null, null, "https://127.0.0.1:" + proxy.getLocalPort())))
          .isEmpty();
    }
  }

  @Test
  void anUnknownProxyIsToldAtOnce() {
    assertThat(
            refusals(
                "https://10.0.0.1",
                new AccessSettings(null, null, "http://no-such-proxy.invalid:3128")))
        .singleElement()
        .asString()
        .contains("no-such-proxy.invalid");
  }

  @Test
  void aNameThatStaysUnknownIsTold() {
    assertThat(refusals("https://no-such-host.invalid", AccessSettings.defaults()))
        .singleElement()
        .asString()
        .startsWith(
            "https://no-such-host.invalid cannot be reached from here (unknown host no-such-host.invalid)");
  }

  private static List<String> refusals(String address, AccessSettings access) {
    List<String> messages = new ArrayList<>();
    new ReachableApiServer(Duration.ZERO, (UserError refusal) -> messages.add(refusal.getMessage()))
        .reach(address, access);
    return messages;
  }
}
