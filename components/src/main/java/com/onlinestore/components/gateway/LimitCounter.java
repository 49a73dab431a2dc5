package com.onlinestore.components.gateway;

import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.mesh.envoy.HttpFilter;
import com.onlinestore.components.mesh.envoy.RequestsCounted;
import com.onlinestore.components.mesh.envoy.SharedRateLimit;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.PortProtocol;
import com.onlinestore.components.service.PortSettings;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.ServiceSettingsBuilder;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.TrafficSettingsBuilder;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What counts requests for all pods of a gateway: Envoy's rate limit service and a Redis. Both are
 * services of the store like any other, so they have policies, probes and metrics, and only the
 * gateway may call the one and the one the other.
 */
public record LimitCounter(GatewaySettings settings) {

  /** The service that is asked; no service of the store may be called so then. */
  public static final String NAME = "ratelimit";

  /** Where it counts. */
  public static final String REDIS = "ratelimit-redis";

  private static final Image IMAGE = new Image("docker.io/envoyproxy/ratelimit:1e50889b");
  private static final Image REDIS_IMAGE = new Image("docker.io/valkey/valkey:8.1.10-alpine");
  private static final int PORT = 8081;
  private static final int METRICS_PORT = 9090;
  private static final int REDIS_PORT = 6379;

  /** Its windows begin with the second, minute, hour or day; it knows no others. */
  private static final Map<TimeSpan, String> UNITS =
      Map.of(
          TimeSpan.of("1s"), "second",
          TimeSpan.of("1m"), "minute",
          TimeSpan.of("1h"), "hour",
          TimeSpan.of("1d"), "day");

  /** The names of its services; none where each pod counts for itself. */
  public static List<String> names(GatewaySettings settings) {
    if (settings == null || !settings.limitsTogether()) {
      return List.of();
    }
    return settings.limits().redis() == null ? List.of(NAME, REDIS) : List.of(NAME);
  }

  /** Its services by name, of settings without problems. */
  public static Map<String, ServiceSettings> services(GatewaySettings settings) {
    Map<String, ServiceSettings> services = new TreeMap<>();
    names(settings)
        .forEach(
            name ->
                services.put(
                    name, name.equals(NAME) ? new LimitCounter(settings).service() : redis()));
    return services;
  }

  /** Rates that it cannot count. */
  static List<Problem> problems(RateSettings rate) {
    return new Problems()
        .addIf(
            rate != null && !UNITS.containsKey(rate.per()),
            "per",
            "%s cannot be counted with gateway.limits.shared, only 1s, 1m, 1h or 1d.",
            rate == null ? "" : rate.per())
        .addIf(
            rate != null && rate.burst() > rate.requests(),
            "burst",
            "%d has no effect with gateway.limits.shared, which counts whole windows; remove it.",
            rate == null ? 0 : rate.burst())
        .list();
  }

  /** One filter for each window, because Retry-After is at most that. */
  List<HttpFilter> filters(Store store) {
    Map<TimeSpan, List<RequestsCounted>> windows = new TreeMap<>();
    new GatewayLimits(settings)
        .rates()
        .forEach(
            limit ->
                windows
                    .computeIfAbsent(limit.rate().per(), any -> new ArrayList<>())
                    .addAll(limit.requests()));
    return windows.entrySet().stream()
        .map(
            window -> {
              String name = "shared." + UNITS.get(window.getKey());
              return new HttpFilter(
                  "limit." + name,
                  SharedRateLimit.of(
                      name,
                      NAME,
                      window.getValue(),
                      store.hostOf(NAME),
                      PORT,
                      window.getKey().wholeSeconds()));
            })
        .toList();
  }

  private ServiceSettings service() {
    RedisSettings outside = settings.limits().redis();
    Map<String, String> environment = new TreeMap<>();
    environment.put("LOG_LEVEL", "warn");
    environment.put("DEBUG_HOST", "127.0.0.1");
    environment.put("USE_STATSD", "false");
    environment.put("USE_PROMETHEUS", "true");
    environment.put("RUNTIME_ROOT", "/data");
    environment.put("RUNTIME_SUBDIRECTORY", "ratelimit");
    environment.put("RUNTIME_WATCH_ROOT", "false");
    environment.put("REDIS_SOCKET_TYPE", "tcp");
    // Who is over a limit is remembered in each of its pods, so that a flood does not reach Redis.
    environment.put("LOCAL_CACHE_SIZE_IN_BYTES", "1048576");
    environment.put("EXPIRATION_JITTER_MAX_SECONDS", "10");
    ServiceSettingsBuilder service =
        ServiceSettingsBuilder.builder()
            .image(IMAGE)
            .command(List.of("/bin/ratelimit"))
            .port(PORT)
            .protocol(PortProtocol.GRPC)
            .ports(Map.of("metrics", new PortSettings(METRICS_PORT, PortProtocol.HTTP)))
            .metricsPort("metrics")
            .traffic(TrafficSettingsBuilder.builder().maxRequests(10_000).build())
            .configFiles(Map.of("/data/ratelimit/config/limits.yaml", Manifests.toJson(limits())));
    if (outside == null) {
      environment.put("REDIS_URL", REDIS + ":" + REDIS_PORT);
      service.calls(List.of(new Call(REDIS)));
    } else {
      environment.put("REDIS_URL", outside.host() + ":" + outside.port());
      environment.put("REDIS_TLS", String.valueOf(outside.tls()));
      service.externalHosts(List.of(outside.asHost()));
      if (outside.password() != null) {
        service.secrets(Map.of("REDIS_AUTH", outside.password()));
      }
    }
    return service.environment(environment).build();
  }

  /** One pod that keeps nothing: what is lost with it is the count of the running window. */
  private static ServiceSettings redis() {
    return ServiceSettingsBuilder.builder()
        .image(REDIS_IMAGE)
        .command(List.of("valkey-server"))
        .args(
            List.of(
                "--save",
                "",
                "--appendonly",
                "no",
                "--protected-mode",
                "no",
                "--maxmemory",
                "96mb",
                "--maxmemory-policy",
                "volatile-ttl"))
        .port(REDIS_PORT)
        .protocol(PortProtocol.TCP)
        .replicas(1)
        .build();
  }

  /** The limits as it reads them; JSON is YAML, too. */
  private Map<String, Object> limits() {
    Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
    for (Limit limit : new GatewayLimits(settings).rates()) {
      Map<String, Object> entry =
          entries.computeIfAbsent(limit.key() + " " + limit.value(), any -> entry(limit));
      if (limit.byClient()) {
        entry.put(
            "descriptors",
            List.of(Map.of("key", RequestsCounted.CLIENT, "rate_limit", rate(limit.rate()))));
      } else {
        entry.put("rate_limit", rate(limit.rate()));
      }
    }
    return Map.of("domain", NAME, "descriptors", List.copyOf(entries.values()));
  }

  private static Map<String, Object> entry(Limit limit) {
    return new TreeMap<>(Map.of("key", limit.key(), "value", limit.value()));
  }

  private static Map<String, Object> rate(RateSettings rate) {
    return Map.of("unit", UNITS.get(rate.per()), "requests_per_unit", rate.requests());
  }
}
