package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.cluster.aws.EksNetworkSettings;
import com.onlinestore.components.cluster.aws.EksSettings;
import com.onlinestore.components.cluster.aws.NodeGroupSettings;
import com.onlinestore.components.cluster.gcp.GkeSettings;
import com.onlinestore.components.cluster.gcp.MaintenanceWindow;
import com.onlinestore.components.cluster.gcp.NetworkSettings;
import com.onlinestore.components.cluster.gcp.NodePoolSettings;
import com.onlinestore.components.gateway.CorsSettings;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.LoginSettings;
import com.onlinestore.components.gateway.RedisSettings;
import com.onlinestore.components.gateway.RouteSettings;
import com.onlinestore.components.gateway.TokenSettings;
import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.mesh.RevisionSettings;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.observability.LogBucket;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.observability.SearchSettings;
import com.onlinestore.components.observability.ToolAccess;
import com.onlinestore.components.observability.TracingSettings;
import com.onlinestore.components.observability.alerts.AlertRoute;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.observability.alerts.EmailSettings;
import com.onlinestore.components.observability.alerts.SecretKey;
import com.onlinestore.components.observability.alerts.SlackSettings;
import com.onlinestore.components.observability.objectives.SloSettings;
import com.onlinestore.components.service.AutoscalingSettings;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.CanarySettings;
import com.onlinestore.components.service.DisruptionSettings;
import com.onlinestore.components.service.EjectionSettings;
import com.onlinestore.components.service.ExternalHost;
import com.onlinestore.components.service.Fault;
import com.onlinestore.components.service.LatencySettings;
import com.onlinestore.components.service.PlaintextSettings;
import com.onlinestore.components.service.PortSettings;
import com.onlinestore.components.service.ProbeSettings;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.service.RequestMatch;
import com.onlinestore.components.service.RetrySettings;
import com.onlinestore.components.service.SecretReference;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.TrafficSettings;
import com.onlinestore.components.service.VersionSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The schema of the stack file is made of annotations, callers from Java meet constructors: both
 * must refuse the same, or one of them fails late.
 */
class SettingsContractTest {

  private static final String NO_NAME = "Not a name!";

  /** Every record with annotated fields, and the least that each needs. */
  private static final Map<Class<? extends Record>, Map<String, Object>> RECORDS =
      Map.ofEntries(
          Map.entry(AccessSettings.class, Map.of()),
          Map.entry(AlertRoute.class, Map.of("receiver", "on-call")),
          Map.entry(AlertSettings.class, Map.of()),
          Map.entry(AutoscalingSettings.class, Map.of()),
          Map.entry(Call.class, Map.of("service", "orders")),
          Map.entry(CanarySettings.class, Map.of()),
          Map.entry(CorsSettings.class, Map.of("origins", List.of("https://shop.example.com"))),
          Map.entry(DisruptionSettings.class, Map.of()),
          Map.entry(EjectionSettings.class, Map.of()),
          Map.entry(EksNetworkSettings.class, Map.of()),
          Map.entry(
              EksSettings.class, Map.of("deployer", "arn:aws:iam::111122223333:role/deployer")),
          Map.entry(
              EmailSettings.class,
              Map.of(
                  "to", List.of("store@example.com"),
                  "from", "alerts@example.com",
                  "smarthost", "smtp.example.com:587",
                  "user", "alerts",
                  "password", Map.of("secret", "smtp", "key", "password"))),
          Map.entry(ExistingClusterSettings.class, Map.of()),
          Map.entry(ExternalHost.class, Map.of("host", "a.b")),
          Map.entry(
              GatewaySettings.class,
              Map.of(
                  "hosts", List.of("a.b"),
                  "routes", List.of(Map.of("path", "/", "service", "orders")))),
          Map.entry(Fault.class, Map.of("header", "x-fault", "value", "slow")),
          Map.entry(GkeSettings.class, Map.of()),
          Map.entry(LatencySettings.class, Map.of()),
          Map.entry(LoginSettings.class, Map.of("service", "login")),
          Map.entry(MaintenanceWindow.class, Map.of()),
          Map.entry(MeshSettings.class, Map.of()),
          Map.entry(NetworkSettings.class, Map.of()),
          Map.entry(
              NodeGroupSettings.class,
              Map.of("instanceTypes", List.of("m7g.large"), "min", 1, "max", 1)),
          Map.entry(NodePoolSettings.class, Map.of("machineType", "e2-standard-4")),
          Map.entry(ObservabilitySettings.class, Map.of()),
          Map.entry(
              PlaintextSettings.class,
              Map.of("from", List.of("legacy"), "reason", "no sidecar until March")),
          Map.entry(
              OverrideSettings.class,
              Map.of("of", "Deployment store/orders-v1", "reason", "there is no setting")),
          Map.entry(PortSettings.class, Map.of("port", 9090)),
          Map.entry(ProbeSettings.class, Map.of()),
          Map.entry(RateSettings.class, Map.of("requests", 1)),
          Map.entry(RedisSettings.class, Map.of("host", "a.b")),
          Map.entry(RequestMatch.class, Map.of("value", "a")),
          Map.entry(RetrySettings.class, Map.of()),
          Map.entry(RevisionSettings.class, Map.of()),
          Map.entry(RouteSettings.class, Map.of("path", "/", "service", "orders")),
          Map.entry(SecretKey.class, Map.of("secret", "slack", "key", "url")),
          Map.entry(SecretReference.class, Map.of("secret", "db", "key", "url")),
          Map.entry(ServiceSettings.class, Map.of("image", "acme/orders:1")),
          Map.entry(
              SlackSettings.class,
              Map.of("channel", "#store", "url", Map.of("secret", "slack", "key", "url"))),
          Map.entry(SloSettings.class, Map.of()),
          Map.entry(Taint.class, Map.of("key", "gpu")),
          Map.entry(LogBucket.class, Map.of("url", "s3://acme-logs", "cloudRole", "role")),
          Map.entry(SearchSettings.class, Map.of("url", "https://search.acme.test:9200")),
          Map.entry(TracingSettings.class, Map.of()),
          Map.entry(ToolAccess.class, Map.of()),
          Map.entry(
              TokenSettings.class,
              Map.of(
                  "issuer", "https://id.example.com/",
                  "jwksUri", "https://id.example.com/keys",
                  "audiences", List.of("store"))),
          Map.entry(TracingCollector.class, Map.of("namespace", "a", "service", "b")),
          Map.entry(TrafficSettings.class, Map.of()),
          Map.entry(VersionSettings.class, Map.of()));

  @TestFactory
  Stream<DynamicTest> aConstructorRefusesExactlyWhatTheSchemaRefuses() {
    return RECORDS.keySet().stream()
        .flatMap(
            type ->
                Arrays.stream(type.getRecordComponents())
                    .flatMap(component -> checks(type, component)));
  }

  private static Stream<DynamicTest> checks(
      Class<? extends Record> type, RecordComponent component) {
    Stream.Builder<DynamicTest> checks = Stream.builder();
    Min min = component.getAccessor().getAnnotation(Min.class);
    Max max = component.getAccessor().getAnnotation(Max.class);
    if (min != null) {
      checks.add(check(type, component, min.value() - 1, true));
      checks.add(check(type, component, min.value(), false));
    }
    if (max != null) {
      checks.add(check(type, component, max.value() + 1, true));
      checks.add(check(type, component, max.value(), false));
    }
    if (component.getType() == String.class) {
      boolean pattern = component.getAccessor().isAnnotationPresent(Pattern.class);
      checks.add(check(type, component, NO_NAME, pattern));
    }
    if (elementsHavePattern(component)) {
      checks.add(check(type, component, List.of(NO_NAME), true));
    }
    return checks.build();
  }

  private static DynamicTest check(
      Class<? extends Record> type, RecordComponent component, Object value, boolean refused) {
    Map<String, Object> settings = new TreeMap<>(RECORDS.get(type));
    settings.put(component.getName(), value);
    String name = "%s %s: %s".formatted(type.getSimpleName(), component.getName(), value);
    return DynamicTest.dynamicTest(
        name, () -> assertThat(Yaml.accepts(type, settings)).as(name).isEqualTo(!refused));
  }

  private static boolean elementsHavePattern(RecordComponent component) {
    AnnotatedType type = component.getAccessor().getAnnotatedReturnType();
    return type instanceof AnnotatedParameterizedType list
        && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Pattern.class);
  }
}
