package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSettingsTest {

  @Test
  void onlyTheImageHasNoDefault() {
    assertYaml(
        Map.of("service", Yaml.read(ServiceSettings.class, "image: acme/orders:1")),
        "/service",
        """
        image: acme/orders:1
        version: v1
        versions: {}
        live: null
        canary: null
        port: 8080
        protocol: http
        ports: {}
        metricsPath: /metrics
        metricsPort: null
        replicas: null
        autoscaling: {min: 2, max: 6, cpu: 70, memory: null}
        disruption: {maxUnavailable: 1}
        command: []
        args: []
        user: 10001
        writablePaths: []
        writableSize: 64Mi
        pullPolicy: IfNotPresent
        pullSecrets: []
        configFiles: {}
        resources:
          requests: {cpu: 100m, memory: 128Mi, ephemeralStorage: null}
          limits: {cpu: null, memory: 128Mi, ephemeralStorage: null}
        probes: {readiness: /readyz, liveness: /healthz, port: null, startupSeconds: 120}
        environment: {}
        secrets: {}
        calls: []
        externalHosts: []
        cloudRole: null
        traffic:
          timeout: 15s
          retries: {attempts: 2, perTryTimeout: 5s, budget: 20}
          maxConnections: 100
          maxPendingRequests: 100
          maxRequests: 100
          ejection: {consecutiveErrors: 5, interval: 5s, time: 30s, maxPercent: 50}
          locality: failover
        limits: null
        faults: {allowInProd: false, rules: []}
        plaintext: {}
        slo: null
        team: null
        drainDelay: 10s
        """);
    assertThat(Yaml.refusal(ServiceSettings.class, "port: 80"))
        .isEqualTo("Missing required creator property 'image' (index 0)");
    assertThatThrownBy(() -> ServiceSettingsBuilder.builder().build())
        .hasMessage("image is required.");
  }

  @Test
  void everyFieldIsReadFromAStackFile() {
    String yaml =
        """
        image: ghcr.io/acme/orders:1.4.2
        version: blue
        versions:
          green:
            image: ghcr.io/acme/orders:1.5.0
            weight: 20
            match:
              - {header: x-beta, cookie: null, value: "on"}
              - {header: null, cookie: beta, value: "1"}
            mirror: 10
            replicas: 2
            autoscaling: {min: 1, max: 2, cpu: 50, memory: 60}
            environment: {LEVEL: "2"}
        live: green
        canary: {steps: [10, 40], interval: 90s, successRate: 98.5, latency: {quantile: 95.5, max: 250ms}}
        port: 9898
        protocol: http2
        ports: {admin: {port: 9090, protocol: grpc}}
        metricsPort: admin
        metricsPath: /actuator/prometheus
        replicas: 3
        autoscaling: {min: 3, max: 9, cpu: 60, memory: 80}
        disruption: {maxUnavailable: 2}
        command: [./orders]
        args: [--verbose]
        user: 1000
        writablePaths: [/var/cache]
        writableSize: 1Gi
        pullPolicy: Always
        pullSecrets: [login]
        configFiles: {/etc/orders/application.yaml: "a: b"}
        resources:
          requests: {cpu: 250m, memory: 256Mi, ephemeralStorage: 32Mi}
          limits: {cpu: 500m, memory: 512Mi, ephemeralStorage: 64Mi}
        probes: {readiness: /ready, liveness: /live, port: admin, startupSeconds: 60}
        environment: {LOG_LEVEL: debug}
        secrets: {DATABASE_URL: {secret: orders-db, key: url}}
        calls: [{service: payments, port: grpc, methods: [GET, POST], paths: [/pay*]}]
        externalHosts: [{host: db.example.com, port: 5432, protocol: tcp, cidrs: [10.1.0.0/16]}]
        cloudRole: arn:aws:iam::111122223333:role/orders
        traffic:
          timeout: 30s
          retries: {attempts: 1, perTryTimeout: 10s, budget: 30}
          maxConnections: 10
          maxPendingRequests: 20
          maxRequests: 30
          ejection: {consecutiveErrors: 3, interval: 10s, time: 60s, maxPercent: 20}
          locality: spread
        limits: {rate: {requests: 50, per: 2s, burst: 80}, body: 1Mi}
        faults:
          allowInProd: true
          rules: [{header: x-fault, value: slow, percent: 50, delay: 3s, status: 503}]
        plaintext: {admin: {from: [legacy], reason: no sidecar until March}}
        slo:
          availability: 99.9
          latency: {threshold: 300ms, target: 99.5}
          runbook: https://runbooks.example.com
        team: checkout
        drainDelay: 20s
        """;
    Map<String, ServiceSettings> read = Map.of("it", Yaml.read(ServiceSettings.class, yaml));

    assertYaml(read, "/it", yaml);
    assertThat(part(read, "/it").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ServiceSettings.class.getRecordComponents())
                .map(component -> component.getName())
                .toList());
  }

  @Test
  void aFixedNumberOfPodsSwitchesTheDefaultAutoscalingOff() {
    ServiceSettings fixed = Stores.service().replicas(3).build();

    assertThat(fixed.autoscaling()).isNull();
    assertThat(fixed.maxReplicas()).isEqualTo(3);
    assertThat(Stores.service().build().maxReplicas()).isEqualTo(6);
  }

  /** A leak must hit its own pod and no other, while a limit on CPU only makes requests wait. */
  @Test
  void memoryIsLimitedToWhatIsRequestedAndCpuIsNot() {
    assertYaml(
        Yaml.read(
                ServiceSettings.class,
                "{image: \"acme/orders:1\", resources: {requests: {memory: 1Gi}}}")
            .resources()
            .requirements(),
        "",
        "{requests: {cpu: 100m, memory: 1Gi}, limits: {memory: 1Gi}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port: 0              | port (0) must be from 1 to 65535.
          port: 65536          | port (65536) must be from 1 to 65535.
          version: V1          | version ("V1") must match ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$.
          metricsPath: metrics | metricsPath ("metrics") must match ^/([^\\s?#]*[^\\s?#/])?$.
          writableSize: 0Gi    | writableSize (0Gi) must be greater than 0.
          disruption: {maxUnavailable: 0} | maxUnavailable (0) must be from 1 to 1000.
          """)
  void refusesWhatIsOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(ServiceSettings.class, "image: acme/orders:1\n" + yaml))
        .isEqualTo(message);
  }

  @Test
  void refusesAnUnknownKey() {
    assertThat(Yaml.refusal(ServiceSettings.class, "{image: \"acme/orders:1\", replica: 3}"))
        .startsWith("Unrecognized field \"replica\"");
  }

  @Test
  void doesNotFollowTheCollectionsItWasMadeFrom() {
    Map<String, String> environment = new HashMap<>(Map.of("A", "1"));
    ServiceSettings settings = Stores.service().environment(environment).build();
    environment.put("B", "2");

    assertThat(settings.environment()).containsExactly(Map.entry("A", "1"));
  }
}
