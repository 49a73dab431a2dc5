package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class JaegerValuesTest {

  private static final String CHECKSUM = "/jaeger/podLabels/online-store~1config";
  private static final Map<String, Object> MEMORY =
      new JaegerValues(TraceStorageSettings.MEMORY, Profile.DEV, Facts.SHARED, Mirrors.NONE).all();
  private static final Map<String, Object> VOLUME = volume(Facts.SHARED);

  @Test
  void spansComeInOnAllInterfacesAndGoToTheOneStorage() {
    assertYaml(
        MEMORY,
        "/userconfig",
        """
        service:
          extensions: [jaeger_storage, jaeger_query, healthcheckv2]
          pipelines:
            traces:
              receivers: [otlp]
              processors: [batch]
              exporters: [jaeger_storage_exporter]
        extensions:
          healthcheckv2: {use_v2: true, http: {endpoint: "0.0.0.0:13133"}}
          jaeger_query: {storage: {traces: primary}}
          jaeger_storage: {backends: {primary: {memory: {max_traces: 20000}}}}
        receivers:
          otlp:
            protocols:
              grpc: {endpoint: "0.0.0.0:4317"}
              http: {endpoint: "0.0.0.0:4318"}
        processors: {batch: {}}
        exporters: {jaeger_storage_exporter: {trace_storage: primary}}
        """);
  }

  @Test
  void itsServiceHasTheNameThatTheCollectorSendsTo() {
    assertYaml(MEMORY, "/fullnameOverride", "jaeger");
    assertThat(JaegerTracing.OTLP).isEqualTo("jaeger.tracing.svc.cluster.local:4317");
  }

  @Test
  void aRestrictedNamespaceAcceptsItsPod() {
    assertYaml(
        MEMORY,
        "/jaeger/podSecurityContext",
        """
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile: {type: RuntimeDefault}
        """);
    assertYaml(
        MEMORY,
        "/jaeger/securityContext",
        """
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: {drop: [ALL]}
        """);
  }

  @Test
  void inMemoryItHasNoVolume() {
    assertThat(MEMORY).doesNotContainKey("extraObjects");
    assertThat(part(MEMORY, "/jaeger").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "replicas", "resources", "podSecurityContext", "securityContext", "podLabels");
  }

  @Test
  void onAVolumeTracesOutliveThePodWhichIsReplacedAndNeverDoubled() {
    assertYaml(
        VOLUME,
        "/extraObjects",
        """
        - apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: {name: jaeger-badger}
          spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 20Gi}}}
        """);
    assertYaml(
        VOLUME,
        "/userconfig/extensions/jaeger_storage/backends/primary",
        """
        badger:
          directories: {keys: /badger/keys, values: /badger/values}
          ephemeral: false
          ttl: {spans: 72h}
        """);
    assertYaml(VOLUME, "/jaeger/strategy", "type: Recreate");
    assertYaml(VOLUME, "/jaeger/replicas", "1");
    assertYaml(
        VOLUME,
        "/jaeger/extraVolumes",
        "[{name: badger, persistentVolumeClaim: {claimName: jaeger-badger}}]");
    assertYaml(VOLUME, "/jaeger/extraVolumeMounts", "[{name: badger, mountPath: /badger}]");
  }

  @Test
  void theVolumeIsOfTheClustersStorageClass() {
    assertYaml(volume(Facts.SPECIAL), "/extraObjects/0/spec/storageClassName", "fast");
  }

  /** The chart sets no checksum. */
  @Test
  void aChangedConfigurationRestartsThePod() {
    assertThat(part(MEMORY, CHECKSUM).asText()).isNotEmpty();
    assertThat(part(VOLUME, CHECKSUM)).isNotEqualTo(part(MEMORY, CHECKSUM));
  }

  /** Its text makes the checksum, and a map without an order has another text in each process. */
  @Test
  void theSameConfigurationNeverRestartsThePod() {
    assertThat(mapsIn(VOLUME.get("userconfig")))
        .hasSizeGreaterThan(10)
        .allMatch(map -> map.size() < 2 || map instanceof SortedMap);
  }

  private static List<Map<?, ?>> mapsIn(Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      maps.add(map);
      map.values().forEach(each -> maps.addAll(mapsIn(each)));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> maps.addAll(mapsIn(each)));
    }
    return maps;
  }

  @Test
  void everyImageComesFromTheMirror() {
    assertYaml(
        new JaegerValues(
                TraceStorageSettings.MEMORY,
                Profile.DEV,
                Facts.SHARED,
                new Mirrors(null, "registry.local"))
            .all(),
        "/global",
        "imageRegistry: registry.local");
    assertThat(MEMORY).doesNotContainKey("global");
  }

  /** Nothing is in the pod, so there may be two, and an update has no gap. */
  @Test
  void inFrontOfASearchEngineThereAreTwoInProd() {
    Map<String, Object> values = search("opensearch", Profile.PROD);

    assertYaml(values, "/jaeger/replicas", "2");
    assertYaml(values, "/jaeger/strategy", "type: RollingUpdate");
    assertYaml(search("opensearch", Profile.DEV), "/jaeger/replicas", "1");
    assertThat(values).doesNotContainKey("extraObjects");
  }

  @Test
  void theLoginOfASearchEngineStaysInItsSecret() {
    for (String engine : List.of("opensearch", "elasticsearch")) {
      Map<String, Object> values = search(engine, Profile.PROD);

      assertYaml(
          values,
          "/userconfig/extensions/jaeger_storage/backends/primary",
          """
          %s:
            server_urls: ['https://search.acme.test:9200']
            indices: {index_prefix: jaeger}
            auth: {basic: {username: '${env:SEARCH_USERNAME}', password: '${env:SEARCH_PASSWORD}'}}
          """
              .formatted(engine));
      assertYaml(
          values,
          "/jaeger/extraEnv",
          """
          - name: SEARCH_USERNAME
            valueFrom: {secretKeyRef: {name: trace-store, key: username}}
          - name: SEARCH_PASSWORD
            valueFrom: {secretKeyRef: {name: trace-store, key: password}}
          """);
    }
  }

  @Test
  void anOpenSearchEngineNeedsNoLogin() {
    TraceStorageSettings open =
        Yaml.read(TraceStorageSettings.class, "{opensearch: {url: 'http://search:9200'}}");
    Map<String, Object> values =
        new JaegerValues(open, Profile.DEV, Facts.SHARED, Mirrors.NONE).all();

    assertYaml(values, "/jaeger/extraEnv", "[]");
    assertYaml(
        values,
        "/userconfig/extensions/jaeger_storage/backends/primary",
        "opensearch: {server_urls: ['http://search:9200'], indices: {index_prefix: jaeger}}");
  }

  private static Map<String, Object> search(String engine, Profile profile) {
    TraceStorageSettings storage =
        Yaml.read(
            TraceStorageSettings.class,
            "{%s: {url: 'https://search.acme.test:9200', secret: trace-store}}".formatted(engine));
    return new JaegerValues(storage, profile, Facts.SHARED, Mirrors.NONE).all();
  }

  private static Map<String, Object> volume(ClusterFacts facts) {
    TraceStorageSettings storage = Yaml.read(TraceStorageSettings.class, "{volume: 20Gi}");
    return new JaegerValues(storage, Profile.DEV, facts, Mirrors.NONE).all();
  }
}
