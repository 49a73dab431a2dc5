package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.service.ExternalHost.Protocol;
import com.onlinestore.components.settings.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoreEgressTest {

  private static final ExternalHost API = host("api.example.com", 443, Protocol.TLS);
  private static final ExternalHost DATABASE = host("db.example.com", 5432, Protocol.TCP);

  @Test
  void everyHostIsRegisteredOnceHoweverManyServicesCallIt() {
    List<CustomObject> entries =
        StoreEgress.entries(
            Stores.of(
                Map.of(
                    "orders", calling(DATABASE, API, host("api.example.com", 8443, Protocol.TLS)),
                    "users", calling(API, DATABASE))));

    assertThat(entries).hasSize(2);
    assertYaml(
        entries.get(0),
        "",
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: api.example.com
          namespace: store
          labels:
            app.kubernetes.io/managed-by: pulumi
            app.kubernetes.io/name: egress
            app.kubernetes.io/part-of: store
        spec:
          hosts: [api.example.com]
          exportTo: [.]
          location: MESH_EXTERNAL
          resolution: DNS
          ports:
            - {number: 443, name: tls-443, protocol: TLS}
            - {number: 8443, name: tls-8443, protocol: TLS}
        """);
    assertYaml(entries.get(1), "/spec/ports", "[{number: 5432, name: tcp-5432, protocol: TCP}]");
  }

  @Test
  void withoutExternalHostsNothingIsRegistered() {
    assertThat(StoreEgress.entries(Stores.of("orders", Stores.service().build()))).isEmpty();
  }

  @Test
  void oneAddressInTwoWaysIsAProblem() {
    assertThat(
            StoreEgress.problems(
                new TreeMap<>(
                    Map.of(
                        "orders", calling(API),
                        "users", calling(DATABASE, host("api.example.com", 443, Protocol.TCP))))))
        .containsExactly(
            new Problem(
                "users.externalHosts[1].protocol",
                "api.example.com:443 is tcp here and tls at orders.externalHosts[0]; use one of them."));
  }

  @Test
  void anotherPortMayBeSpokenToInAnotherWay() {
    assertThat(
            StoreEgress.problems(
                Map.of(
                    "orders", calling(API, API),
                    "users", calling(host("api.example.com", 80, Protocol.TCP)))))
        .isEmpty();
  }

  private static ServiceSettings calling(ExternalHost... hosts) {
    return Stores.service().externalHosts(Arrays.asList(hosts)).build();
  }

  private static ExternalHost host(String host, int port, Protocol protocol) {
    return new ExternalHost(host, port, protocol, List.of());
  }

  /** The application calls port 80 in plain HTTP, and its proxy the host's own port in TLS. */
  @Test
  void tlsBeginsAtTheProxyOnlyWhereAskedFor() {
    Store store =
        Stores.of(
            "orders",
            calling(API, host("tax.example.com", 8443, Protocol.HTTP_WITH_TLS_ORIGINATION)));

    assertYaml(
        StoreEgress.entries(store).get(1),
        "/spec/ports",
        "[{number: 80, name: http-80, protocol: HTTP, targetPort: 8443}]");
    assertThat(StoreEgress.tlsOrigination(store)).hasSize(1);
    assertYaml(
        StoreEgress.tlsOrigination(store).get(0),
        "/spec",
        """
        host: tax.example.com
        exportTo: [.]
        trafficPolicy:
          portLevelSettings:
            - port: {number: 80}
              tls: {mode: SIMPLE, sni: tax.example.com, caCertificates: system}
        """);
    assertYaml(StoreEgress.tlsOrigination(store).get(0), "/metadata/name", "tax.example.com");
  }

  @Test
  void twoPortsOfAHostCannotBeCalledAsOne() {
    assertThat(
            StoreEgress.problems(
                new TreeMap<>(
                    Map.of(
                        "orders",
                        calling(host("a.b", 443, Protocol.HTTP_WITH_TLS_ORIGINATION)),
                        "users",
                        calling(
                            host("a.b", 8443, Protocol.HTTP_WITH_TLS_ORIGINATION),
                            host("a.b", 80, Protocol.TCP))))))
        .containsExactly(
            new Problem(
                "users.externalHosts[0].port",
                "8443 is called as a.b:80, as is 443 at orders.externalHosts[0]; use one of them."),
            new Problem(
                "users.externalHosts[1].protocol",
                "a.b:80 is tcp here and http-with-tls-origination at orders.externalHosts[0]; use"
                    + " one of them."));
  }
}
