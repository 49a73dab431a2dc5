package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.CustomObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceRoutesTest {

  private static final String HOST = "orders.store.svc.cluster.local";

  @Test
  void theAddressDelegatesToTheRoutesOfItsPort() {
    assertYaml(
        routes("").address(),
        "",
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: orders
          namespace: store
          labels:
            app.kubernetes.io/managed-by: pulumi
            app.kubernetes.io/name: orders
            app.kubernetes.io/part-of: store
        spec:
          hosts: [orders.store.svc.cluster.local]
          exportTo: [.]
          http:
            - name: http
              delegate: {name: orders--http, namespace: store}
        """);
  }

  @Test
  void callersWaitAndRetryWithinTheTimeoutAndReachAllPods() {
    CustomObject http = http("traffic: {timeout: 20s, retries: {attempts: 1, perTryTimeout: 5s}}");

    assertYaml(http, "/metadata/name", "orders--http");
    assertYaml(
        http,
        "/spec",
        """
        exportTo: [.]
        http:
          - name: by-weight
            route: [{destination: {host: %s, port: {number: 8080}}}]
            timeout: 20s
            retries:
              attempts: 1
              perTryTimeout: 5s
              retryOn: connect-failure,refused-stream,reset-before-request
        """
            .formatted(HOST));
  }

  /** Left out, the mesh's own default would retry twice. */
  @Test
  void retriesThatAreSwitchedOffAreSaidToBe() {
    assertYaml(http("traffic: {retries: {attempts: 0}}"), "/spec/http/0/retries", "attempts: 0");
  }

  @Test
  void theGatewaySeesTheRoutesOfWhatItExposes() {
    ServiceSettings orders = Stores.service().build();
    Store store = Stores.exposing(Stores.of("orders", orders), Set.of("orders"));

    assertYaml(
        new ServiceRoutes("orders", orders, store).byPort().get("http"),
        "/spec/exportTo",
        "[., store-gateway]");
  }

  @Test
  void versionsShareTheRequestsByTheirWeights() {
    assertYaml(
        http("versions: {v1: {weight: 80}, v2: {weight: 20}, v3: {}}"),
        "/spec/http/0/route",
        """
        - destination: {host: %1$s, subset: v1, port: {number: 8080}}
          weight: 80
        - destination: {host: %1$s, subset: v2, port: {number: 8080}}
          weight: 20
        """
            .formatted(HOST));
  }

  @Test
  void theLiveVersionGetsEverything() {
    assertYaml(
        http("live: green\nversions: {blue: {}, green: {}}"),
        "/spec/http/0/route",
        "[{destination: {host: %s, subset: green, port: {number: 8080}}}]".formatted(HOST));
  }

  @Test
  void headersAndCookiesChooseAVersionWhateverTheWeights() {
    CustomObject http =
        http(
            """
            versions:
              v1: {weight: 100}
              v2:
                match: [{header: x-beta, value: "yes"}, {cookie: beta, value: 1.0+2}]
            """);

    assertYaml(
        http,
        "/spec/http/0",
        """
        name: v2
        match:
          - headers: {x-beta: {exact: "yes"}}
          - headers: {cookie: {regex: '^(.*;\\s*)?beta=1\\.0\\+2(;.*)?$'}}
        route: [{destination: {host: %s, subset: v2, port: {number: 8080}}}]
        timeout: 15s
        retries:
          attempts: 2
          perTryTimeout: 5s
          retryOn: connect-failure,refused-stream,reset-before-request
        """
            .formatted(HOST));
    assertYaml(http, "/spec/http/1/name", "by-weight");
  }

  @Test
  void theCookieIsFoundAmongOthersAndNotInside() {
    String regex =
        Yaml.part(
                http("versions: {v1: {weight: 100, match: [{cookie: beta, value: a.b}]}}"),
                "/spec/http/0/match/0/headers/cookie/regex")
            .asText();

    for (String cookie : new String[] {"beta=a.b", "x=1; beta=a.b", "beta=a.b; x=1"}) {
      assertThat(cookie).matches(regex);
    }
    for (String cookie : new String[] {"alphabeta=a.b", "beta=a.bc", "beta=aXb", "x=beta=a.b"}) {
      assertThat(cookie).doesNotMatch(regex);
    }
  }

  @Test
  void aMirrorGetsCopiesOfWhatOthersAnswer() {
    assertYaml(
        http("versions: {v1: {weight: 100}, v2: {mirror: 10}}"),
        "/spec/http/0/mirrors",
        """
        - destination: {host: %s, subset: v2, port: {number: 8080}}
          percentage: {value: 10}
        """
            .formatted(HOST));
  }

  @Test
  void faultsComeFirstAndOnlyToRequestsWithTheirHeader() {
    CustomObject http =
        http(
            """
            faults:
              rules:
                - {header: x-fault, value: slow, percent: 50, delay: 3s}
                - {header: x-fault, value: broken, status: 503}
            """);

    assertYaml(
        http,
        "/spec/http/0",
        """
        name: fault-0
        match: [{headers: {x-fault: {exact: slow}}}]
        fault: {delay: {percentage: {value: 50}, fixedDelay: 3s}}
        route: [{destination: {host: %s, port: {number: 8080}}}]
        timeout: 15s
        retries:
          attempts: 2
          perTryTimeout: 5s
          retryOn: connect-failure,refused-stream,reset-before-request
        """
            .formatted(HOST));
    assertYaml(http, "/spec/http/1/fault", "abort: {percentage: {value: 100}, httpStatus: 503}");
    assertYaml(http, "/spec/http/2/name", "by-weight");
  }

  @Test
  void everyPortHasRoutesInItsOwnProtocol() {
    ServiceRoutes routes =
        routes(
            """
            protocol: grpc
            port: 9000
            ports: {admin: {port: 9090}, queue: {port: 5672, protocol: tcp}}
            versions: {v1: {weight: 80}, v2: {weight: 20}}
            """);

    assertYaml(
        routes.address(),
        "/spec",
        """
        hosts: [%1$s]
        exportTo: [.]
        http:
          - name: grpc
            match: [{port: 9000}]
            delegate: {name: orders--grpc, namespace: store}
          - name: admin
            match: [{port: 9090}]
            delegate: {name: orders--admin, namespace: store}
        tcp:
          - match: [{port: 5672}]
            route:
              - destination: {host: %1$s, subset: v1, port: {number: 5672}}
                weight: 80
              - destination: {host: %1$s, subset: v2, port: {number: 5672}}
                weight: 20
        """
            .formatted(HOST));
    assertThat(routes.byPort()).containsOnlyKeys("admin", "grpc");
    assertYaml(
        routes.byPort().get("admin"), "/spec/http/0/route/0/destination/port", "number: 9090");
  }

  private static CustomObject http(String yaml) {
    return routes(yaml).byPort().get("http");
  }

  private static ServiceRoutes routes(String yaml) {
    ServiceSettings orders = Yaml.read(ServiceSettings.class, "image: acme/orders:1\n" + yaml);
    return new ServiceRoutes("orders", orders, Stores.of("orders", orders));
  }
}
