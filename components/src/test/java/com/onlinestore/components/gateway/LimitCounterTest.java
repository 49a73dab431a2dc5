package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.limited;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ExternalHost;
import com.onlinestore.components.service.PortProtocol;
import com.onlinestore.components.service.SecretReference;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitCounterTest {

  private static final GatewaySettings SHARED =
      limited("{client: {requests: 20}, shared: true}", route("/", "orders"));

  @Test
  void thereIsNoneWhereEachPodCountsForItself() {
    GatewaySettings local = limited("{client: {requests: 20}}", route("/", "orders"));

    assertThat(LimitCounter.services(local)).isEmpty();
    assertThat(LimitCounter.services(null)).isEmpty();
    assertThat(local.calls()).containsExactly(new Call("orders"));
  }

  @Test
  void onlyTheGatewayCallsItAndItAloneCallsItsRedis() {
    Map<String, ServiceSettings> services = LimitCounter.services(SHARED);

    assertThat(services).containsOnlyKeys("ratelimit", "ratelimit-redis");
    assertThat(SHARED.calls()).containsExactly(new Call("orders"), new Call("ratelimit"));
    assertThat(services.get("ratelimit").calls()).containsExactly(new Call("ratelimit-redis"));
    assertThat(services.get("ratelimit").externalHosts()).isEmpty();
    assertThat(services.get("ratelimit-redis").calls()).isEmpty();
    assertThat(services.values()).allSatisfy(each -> assertThat(each.problems()).isEmpty());
  }

  @Test
  void itIsAskedByGrpcAndItsRedisByBytes() {
    Map<String, ServiceSettings> services = LimitCounter.services(SHARED);

    assertThat(services.get("ratelimit").servicePorts())
        .containsExactly(
            new ServicePort("grpc", 8081, PortProtocol.GRPC),
            new ServicePort("metrics", 9090, PortProtocol.HTTP));
    assertThat(services.get("ratelimit").environment())
        .containsEntry("REDIS_URL", "ratelimit-redis:6379")
        .containsEntry("USE_STATSD", "false");
    assertThat(services.get("ratelimit-redis").servicePorts())
        .containsExactly(new ServicePort("tcp", 6379, PortProtocol.TCP));
    assertThat(services.get("ratelimit-redis").replicas()).isEqualTo(1);
  }

  /** A descriptor of a filter must find its limit by the same keys and values. */
  @Test
  void itReadsTheLimitsOfTheFilters() {
    GatewaySettings settings =
        limited(
            "{rate: {requests: 1000}, client: {requests: 20}, shared: true}",
            Yaml.read(
                RouteSettings.class,
                "{path: /orders, service: orders, limits: {client: {requests: 5, per: 1m}}}"),
            route("/", "orders"));
    Map<String, String> files = LimitCounter.services(settings).get("ratelimit").configFiles();

    assertThat(files).containsOnlyKeys("/data/ratelimit/config/limits.yaml");
    assertYaml(
        Yaml.read(Map.class, files.get("/data/ratelimit/config/limits.yaml")),
        "",
        """
        domain: ratelimit
        descriptors:
          - key: route
            value: /orders
            descriptors:
              - key: masked_remote_address
                rate_limit: {unit: minute, requests_per_unit: 5}
          - key: gateway
            value: all
            rate_limit: {unit: second, requests_per_unit: 1000}
            descriptors:
              - key: masked_remote_address
                rate_limit: {unit: second, requests_per_unit: 20}
        """);
  }

  @Test
  void aRedisOutsideTakesThePlaceOfThePod() {
    GatewaySettings settings =
        limited(
            """
            client: {requests: 20}
            shared: true
            redis:
              host: limits.abc.euw1.cache.amazonaws.com
              port: 6380
              tls: true
              cidrs: [10.20.0.0/16]
              password: {secret: limits, key: password}
            """,
            route("/", "orders"));
    Map<String, ServiceSettings> services = LimitCounter.services(settings);

    assertThat(services).containsOnlyKeys("ratelimit");
    assertThat(LimitCounter.names(settings)).containsExactly("ratelimit");
    ServiceSettings counter = services.get("ratelimit");
    assertThat(counter.calls()).isEmpty();
    assertThat(counter.externalHosts())
        .containsExactly(
            new ExternalHost(
                "limits.abc.euw1.cache.amazonaws.com",
                6380,
                ExternalHost.Protocol.TLS,
                List.of("10.20.0.0/16")));
    assertThat(counter.environment())
        .containsEntry("REDIS_URL", "limits.abc.euw1.cache.amazonaws.com:6380")
        .containsEntry("REDIS_TLS", "true");
    assertThat(counter.secrets())
        .containsExactly(Map.entry("REDIS_AUTH", new SecretReference("limits", "password")));
  }

  @Test
  void aRedisIsOnItsUsualPortWithoutTlsByDefault() {
    assertThat(Yaml.read(RedisSettings.class, "host: redis.example.com"))
        .isEqualTo(new RedisSettings("redis.example.com", 6379, false, List.of(), null));
  }
}
