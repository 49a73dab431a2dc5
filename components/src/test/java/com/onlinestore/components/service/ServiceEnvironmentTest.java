package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.mesh.Meshes;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEnvironmentTest {

  private static final Map<String, SecretReference> DATABASE =
      Map.of("DATABASE_URL", new SecretReference("orders-db", "url"));

  @Test
  void holdsHeapSizesAddressesVariablesAndSecrets() {
    ServiceSettings orders =
        Stores.service()
            .calls(List.of(new Call("payments"), new Call("stock-keeper")))
            .environment(Map.of("LOG_LEVEL", "debug"))
            .secrets(DATABASE)
            .build();
    Store store =
        Stores.of(
            Map.of(
                "orders", orders,
                "payments", Stores.service().port(9898).build(),
                "stock-keeper", Stores.service().build()));

    assertYaml(
        Map.of("env", new ServiceEnvironment("orders", orders, store).variables()),
        "/env",
        """
        - name: DATABASE_URL
          valueFrom: {secretKeyRef: {name: orders-db, key: url}}
        - name: K8S_POD_NAME
          valueFrom: {fieldRef: {fieldPath: metadata.name}}
        - {name: GOMEMLIMIT, value: 115MiB}
        - {name: JAVA_TOOL_OPTIONS, value: "-XX:MaxRAMPercentage=75.0"}
        - {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://jaeger.tracing.svc.cluster.local:4317"}
        - {name: OTEL_EXPORTER_OTLP_PROTOCOL, value: grpc}
        - {name: OTEL_LOGS_EXPORTER, value: none}
        - {name: OTEL_METRICS_EXPORTER, value: none}
        - name: OTEL_RESOURCE_ATTRIBUTES
          value: service.namespace=store,service.version=v1,deployment.environment.name=dev,k8s.pod.name=$(K8S_POD_NAME)
        - {name: OTEL_SERVICE_NAME, value: orders}
        - {name: PAYMENTS_URL, value: "http://payments:9898"}
        - {name: STOCK_KEEPER_URL, value: "http://stock-keeper:8080"}
        - {name: LOG_LEVEL, value: debug}
        """);
  }

  /** Of HTTP an URL; of anything else what its clients take. */
  @Test
  void anAddressFollowsThePortAndItsProtocol() {
    ServiceSettings orders =
        Stores.service()
            .calls(
                List.of(
                    new Call("stock"),
                    new Call("stock", "admin", null, null),
                    new Call("stock", "queue", null, null)))
            .build();
    ServiceSettings stock =
        Stores.service()
            .protocol(PortProtocol.GRPC)
            .port(9000)
            .ports(
                Map.of(
                    "admin", new PortSettings(9090, null),
                    "queue", new PortSettings(5672, PortProtocol.TCP)))
            .build();

    assertThat(
            new ServiceEnvironment(
                    "orders", orders, Stores.of(Map.of("orders", orders, "stock", stock)))
                .variables())
        .contains(
            new EnvVar("STOCK_ADDRESS", "stock:9000", null),
            new EnvVar("STOCK_ADMIN_URL", "http://stock:9090", null),
            new EnvVar("STOCK_QUEUE_ADDRESS", "stock:5672", null));
  }

  @ParameterizedTest
  @CsvSource({"128Mi, 115MiB", "1Gi, 921MiB", "100M, 85MiB", "1Mi, 1MiB", "500Ki, 1MiB"})
  void goIsTakenToNineTenthsOfTheLimit(String limit, String heap) {
    ServiceSettings settings =
        Stores.service()
            .resources(
                Yaml.read(
                    ContainerResources.class,
                    "{requests: {memory: %s}, limits: {memory: %s}}".formatted(limit, limit)))
            .build();

    assertThat(variables(settings)).contains(new EnvVar("GOMEMLIMIT", heap, null));
  }

  @Test
  void whatTheStackFileSaysWinsOverWhatIsDerived() {
    ServiceSettings settings =
        Stores.service()
            .calls(List.of(new Call("orders")))
            .environment(
                Map.of("ORDERS_URL", "http://proxy", "GOMEMLIMIT", "off", "JAVA_TOOL_OPTIONS", ""))
            .build();

    assertThat(variables(settings))
        .contains(
            new EnvVar("GOMEMLIMIT", "off", null),
            new EnvVar("JAVA_TOOL_OPTIONS", "", null),
            new EnvVar("ORDERS_URL", "http://proxy", null));
  }

  /** A program that has its own way of tracing keeps it. */
  @Test
  void whereSpansGoIsForTheStackFileToChange() {
    Map<String, String> own =
        Map.of("OTEL_SERVICE_NAME", "legacy", "OTEL_METRICS_EXPORTER", "otlp", "K8S_POD_NAME", "x");

    assertThat(variables(Stores.service().environment(own).build()))
        .contains(
            new EnvVar("OTEL_SERVICE_NAME", "legacy", null),
            new EnvVar("OTEL_METRICS_EXPORTER", "otlp", null),
            new EnvVar("K8S_POD_NAME", "x", null))
        .extracting(EnvVar::getName)
        .doesNotHaveDuplicates();
  }

  @Test
  void whereNobodyTakesSpansNothingIsSaidOfThem() {
    ServiceSettings settings = Stores.service().build();
    Store silent =
        new Store(
            "shop",
            new ServiceGraph(Map.of("orders", settings)),
            Meshes.SILENT,
            Stores.MONITORING,
            Mirrors.NONE,
            Optional.empty());

    assertThat(new ServiceEnvironment("orders", settings, silent).variables())
        .extracting(EnvVar::getName)
        .containsExactly("GOMEMLIMIT", "JAVA_TOOL_OPTIONS");
  }

  @Test
  void aSecretReplacesADerivedVariableToo() {
    ServiceSettings settings =
        Stores.service()
            .calls(List.of(new Call("orders")))
            .secrets(Map.of("ORDERS_URL", new SecretReference("orders", "url")))
            .build();

    assertThat(variables(settings)).extracting(EnvVar::getName).doesNotHaveDuplicates();
  }

  /** Kubernetes puts $(NAME) in only where NAME was defined further up. */
  @Test
  void aVariableMayBeMadeFromASecret() {
    ServiceSettings settings =
        Stores.service()
            .environment(Map.of("JDBC_URL", "jdbc:$(DATABASE_URL)"))
            .secrets(DATABASE)
            .build();

    assertThat(variables(settings))
        .extracting(EnvVar::getName)
        .containsSubsequence("DATABASE_URL", "JDBC_URL");
  }

  private static List<EnvVar> variables(ServiceSettings settings) {
    return new ServiceEnvironment("orders", settings, Stores.of("orders", settings)).variables();
  }
}
