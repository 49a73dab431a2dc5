package com.onlinestore.config;

import com.onlinestore.components.observability.objectives.LatencySettings;
import com.onlinestore.components.observability.objectives.SloSettings;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.ServiceSettingsBuilder;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The store to begin with: four services on podinfo, a small public image that serves health,
 * metrics and calls onward, so that graph, policies and traces can be seen at work.
 */
final class DefaultStore {

  private static final Image PODINFO = new Image("ghcr.io/stefanprodan/podinfo:6.14.1");
  private static final int PORT = 9898;
  private static final SloSettings SLO =
      new SloSettings(
          new BigDecimal("99.9"),
          new LatencySettings(TimeSpan.of("500ms"), new BigDecimal("99")),
          null);

  private DefaultStore() {}

  static Map<String, ServiceSettings> services() {
    return Map.of(
        "products", calling(),
        "users", calling(),
        "payments", calling("users"),
        "orders", calling("products", "payments"));
  }

  /** A request to its {@code /echo} is sent on to the {@code /echo} of each callee. */
  private static ServiceSettings calling(String... callees) {
    List<String> command = new ArrayList<>(List.of("./podinfo", "--port=" + PORT));
    for (String callee : callees) {
      command.add("--backend-url=$(" + callee.toUpperCase(Locale.ROOT) + "_URL)/echo");
    }
    return ServiceSettingsBuilder.builder()
        .image(PODINFO)
        .port(PORT)
        .command(command)
        .calls(Stream.of(callees).map(Call::new).toList())
        .slo(SLO)
        .build();
  }
}
