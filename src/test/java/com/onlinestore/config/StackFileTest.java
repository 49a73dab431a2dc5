package com.onlinestore.config;

import static com.onlinestore.config.StackFiles.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.gateway.LoginSettings;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.OverrideRefused;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import com.onlinestore.errors.StackFileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {

  @Test
  void anEmptyStackFileIsTheDemonstrationStoreWithEveryDefault() {
    StackFile file = StackFile.read(List.of(), List.of(), key -> Optional.empty(), NOWHERE);
    assertThat(file.mirrors()).isEqualTo(Mirrors.NONE);
    assertThat(file.settings().environment()).isEqualTo("dev");
    assertThat(file.settings().profile()).isEqualTo(Profile.DEV);
    assertThat(file.settings().namespace()).isEqualTo("store");
    assertThat(file.settings().mesh().use()).isEqualTo(Use.INSTALL);
    assertThat(file.settings().gateway()).isNull();
    assertThat(file.settings().services())
        .containsOnlyKeys("orders", "payments", "products", "users");
    assertThat(file.settings().services().get("orders").calls())
        .containsExactly(new Call("products"), new Call("payments"));
  }

  @Test
  void whoIsAskedWhetherSomebodyIsLoggedInIsRegisteredByTheOwnerOfTheMesh() {
    String store =
        """
        mesh: {use: %s}
        observability: {use: existing}
        services: {login: {image: a:1}}
        gateway:
          hosts: [store.example.com]
          tlsSecret: store-tls
          login: {service: login%s}
          routes: [{path: /oauth2, service: login}]
        """;

    assertThatThrownBy(() -> read(store.formatted("existing", "")))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store gateway.login.provider: must name the extension provider under which the existing mesh knows "login".""");
    assertThatThrownBy(() -> read(store.formatted("install", ", provider: corporate")))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store gateway.login.provider: "corporate" is only for mesh.use: existing; this stack registers its own. Remove it.""");
    assertThat(read(store.formatted("existing", ", provider: corporate")).gateway().login())
        .isEqualTo(new LoginSettings("login", "corporate"));
    assertThat(read(store.formatted("install", "")).gateway().login())
        .isEqualTo(new LoginSettings("login", null));
  }

  /** Where a resource is made in the course of an output, the SDK's futures wrap what is thrown. */
  @Test
  void anOverrideThatTheComponentsRefusedIsAMistakeOfTheFileAndNothingElseIs() {
    String store =
        """
        {"overrides": [{"of": "Key orders", "patch": {"x": 1}, "reason": "audits want it so"}]}
        """;
    StackFile file =
        StackFile.read(
            List.of("online-store:store"),
            List.of(),
            key -> Optional.of(store).filter(any -> key.equals("store")),
            NOWHERE);
    RuntimeException refused =
        new CompletionException(
            new OverrideRefused(
                "Key orders", List.of(new Problem("patch.x", "is not a property."))));
    RuntimeException ours = new CompletionException(new IllegalArgumentException("x"));

    assertThat(file.mistake(refused))
        .isInstanceOf(StackFileError.class)
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store overrides[0].patch.x: is not a property.""");
    assertThat(file.mistake(ours)).isSameAs(ours);
  }

  @Test
  void whatIsWrongWithTokensIsToldInTheWordsOfPeople() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    gateway:
                      hosts: [Store]
                      tlsSecret: store-tls
                      tokens:
                        - {issuer: "http://id.example.com/", jwksUri: id.example.com, audiences: []}
                      cors: {origins: ["https://shop.example.com/"], methods: [TRACE]}
                      routes:
                        - {path: /, service: orders, token: always, claims: {role: }}
                    """))
        .isInstanceOf(StackFileError.class)
        .hasMessage(
            """
            The stack file has 8 problems:
              online-store:store gateway.cors.methods[0]: "TRACE" must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.
              online-store:store gateway.cors.origins[0]: "https://shop.example.com/" must be an origin without a path, such as https://shop.example.com, or *.
              online-store:store gateway.hosts[0]: "Store" must be a host name, such as store.example.com or *.example.com.
              online-store:store gateway.routes[0].claims.role: has no value; give it one or remove the line.
              online-store:store gateway.routes[0].token: "always" must be one of optional, required.
              online-store:store gateway.tokens[0].audiences: needs at least one entry.
              online-store:store gateway.tokens[0].issuer: "http://id.example.com/" must be an https address, such as https://id.example.com/.
              online-store:store gateway.tokens[0].jwksUri: "id.example.com" must be an https address, such as https://id.example.com/.""");
  }

  @Test
  void anEnvironmentOfAnyOtherNameIsProductionUnlessItSaysOtherwise() {
    assertThat(read("{environment: live, observability: {use: existing}}").profile())
        .isEqualTo(Profile.PROD);
    assertThat(read("{environment: local}").profile()).isEqualTo(Profile.DEV);
    assertThat(read("{environment: live, profile: dev}").profile()).isEqualTo(Profile.DEV);
  }

  @Test
  void faultsMustBeSaidTwiceWhereCustomersAre() {
    String file =
        """
        {environment: %s, observability: {use: existing}, services: {orders: {image: "acme/orders:1", faults: {allowInProd: %s,
        rules: [{header: x-fault, value: slow, delay: 3s}]}}}}
        """;

    assertThatThrownBy(() -> read(file.formatted("live", "false")))
        .hasMessage(
            "The stack file has a problem:\n"
                + "  online-store:store services.orders.faults: would fail requests on purpose in"
                + " the profile prod; remove it, or say faults.allowInProd: true as well.");
    assertThat(read(file.formatted("live", "true")).services()).containsOnlyKeys("orders");
    assertThat(read(file.formatted("dev", "false")).services()).containsOnlyKeys("orders");
  }

  /** The stand-in for a bad entry of a list is one entry, or the reading would never end. */
  @Test
  @Timeout(20)
  void aMalformedHostIsTold() {
    assertThatThrownBy(
            () ->
                read(
                    "{gateway: {hosts: [Store], plainHttp: true, routes: [{path: /, service:"
                        + " orders}]}}"))
        .hasMessageContaining(
            "online-store:store gateway.hosts[0]: \"Store\" must be a host name, such as"
                + " store.example.com or *.example.com");
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPath() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    enviroment: dev
                    mesh: {use: installed}
                    gateway:
                      hosts: [store.example.com]
                      routes:
                        - {path: /orders/, service: order}
                    services:
                      orders:
                        image: ghcr.io/acme/orders:latest
                        calls: [paymnts, payments, payments]
                        environment: {PORT: 8080}
                      payments:
                        image: ghcr.io/acme/payments:1.0.0
                        port: 0
                        resources: {requests: {memory: 1Gi}, limits: {memory: 512Mi}}
                      cart:
                        image: ghcr.io/acme/cart:1.0.0
                        autoscaling: {min: 5, max: 3}
                      users:
                    """))
        .isInstanceOf(StackFileError.class)
        .hasMessage(
            """
            The stack file has 13 problems:
              online-store:store enviroment: is not a setting. Did you mean "environment"?
              online-store:store gateway.routes[0].path: "/orders/" must be a path that begins with / and does not end with one.
              online-store:store gateway.routes[0].service: "order" is not a service of this store. Did you mean "orders"?
              online-store:store gateway.tlsSecret: names no certificate, so the store would be served without encryption. Name a TLS Secret, or say plainHttp: true.
              online-store:store mesh.use: "installed" must be one of install, existing. Did you mean "install"?
              online-store:store services.cart.autoscaling: min (5) must not be greater than max (3).
              online-store:store services.orders.calls[0]: "paymnts" is not a service of this store. Did you mean "payments"?
              online-store:store services.orders.calls[2]: "payments" is declared twice.
              online-store:store services.orders.environment.PORT: 8080 must be text; write it in quotes: "8080".
              online-store:store services.orders.image: "ghcr.io/acme/orders:latest" must be an image with a fixed tag or a digest, such as ghcr.io/acme/orders:1.4.2; "latest" is refused.
              online-store:store services.payments.port: 0 must be from 1 to 65535.
              online-store:store services.payments.resources.requests.memory: 1Gi must not be more than limits.memory (512Mi).
              online-store:store services.users: has no value; give it one or remove the line.""");
  }

  @Test
  void aRequiredSettingThatIsMissingIsNamedWithWhatItIs() {
    assertThatThrownBy(() -> read("services: {orders: {port: 8080}}"))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store services.orders.image: is required. Container image by fixed tag or\
             digest, such as ghcr.io/acme/orders:1.4.2.""");
  }

  @Test
  void aServiceWhoseImageIsMissingIsStillKnownToItsCallers() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    services:
                      orders: {}
                      cart: {image: "acme/cart:1", calls: [orders]}
                    """))
        .hasMessageStartingWith("The stack file has a problem:")
        .hasMessageContaining("services.orders.image: is required.");
  }

  @Test
  void aKeyNobodyKnowsIsToldWithTheKeysThereAre() {
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of("online-store:chartMiror", "aws:region"),
                    List.of(),
                    key -> Optional.empty(),
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:chartMiror: is not a setting of this program. Did you mean "chartMirror"?\
             Settings: store, chartMirror, imageMirror, grafanaAdminPassword.""");
  }

  @Test
  void aStoreThatIsPlainTextIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(
            () -> StackFile.read(List.of(), List.of(), key -> Optional.of("s3cr3t"), NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store: must be a structured value, not plain text.""");
  }

  @Test
  void mirrorsAreReadFromKeysOfTheirOwn() {
    Map<String, String> keys =
        Map.of("chartMirror", "oci://registry.example.com/charts/", "imageMirror", "https://x");
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of(), List.of(), key -> Optional.ofNullable(keys.get(key)), NOWHERE))
        .hasMessageContaining(
            "online-store:imageMirror: \"https://x\" must be a registry without a scheme, its host"
                + " with a dot or a port, such as registry.example.com/mirror.");
  }

  @Test
  void everyFieldOfAServiceIsRead() {
    var orders =
        read("""
            services:
              orders:
                image: ghcr.io/acme/orders@sha256:%s
                version: v2
                port: 9000
                calls: [{service: orders, methods: [GET]}]
                externalHosts: [{host: db.example.com, port: 5432}]
                secrets: {DATABASE_URL: {secret: orders-db, key: url}}
            """
                .formatted("a".repeat(64)))
            .services()
            .get("orders");
    assertThat(orders.image()).isEqualTo(new Image("ghcr.io/acme/orders@sha256:" + "a".repeat(64)));
    assertThat(orders.version()).isEqualTo("v2");
    assertThat(orders.port()).isEqualTo(9000);
    assertThat(orders.calls())
        .containsExactly(new Call("orders", null, List.of(Call.HttpMethod.GET), null));
    assertThat(orders.externalHosts().get(0).port()).isEqualTo(5432);
    assertThat(orders.secrets().get("DATABASE_URL").key()).isEqualTo("url");
  }

  @Test
  void mistakesInListsKeepThePlacesOfTheOthers() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    services:
                      orders:
                        image: acme/orders:1
                        calls: [{}, 5, Users, usrs]
                        externalHosts: [null, {port: 5}]
                      users: {image: "acme/users:1"}
                    """))
        .hasMessage(
            """
            The stack file has 6 problems:
              online-store:store services.orders.calls[0].service: is required. Name of the service that is called.
              online-store:store services.orders.calls[1]: 5 must be text; write it in quotes: "5".
              online-store:store services.orders.calls[2]: "Users" must be a service's name: lower-case letters, digits and dashes, a letter first.
              online-store:store services.orders.calls[3]: "usrs" is not a service of this store. Did you mean "users"?
              online-store:store services.orders.externalHosts[0]: has no value; give it one or remove the line.
              online-store:store services.orders.externalHosts[1].host: is required. DNS name of a host outside the cluster.""");
  }

  @Test
  void aMistakeInOneServiceHidesNothingOfAnotherWhoseNameBeginsAlike() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    services:
                      order: {image: "acme/order:1", port: 0}
                      orders: {image: "acme/orders:1", calls: [ordr]}
                      x: 5
                    """))
        .hasMessage(
            """
            The stack file has 3 problems:
              online-store:store services.order.port: 0 must be from 1 to 65535.
              online-store:store services.orders.calls[0]: "ordr" is not a service of this store. Did you mean "order"?
              online-store:store services.x: 5 must be a group of settings (key: value).""");
  }

  @Test
  void amountsMayBeNumbersAndMustBeAboveZero() {
    String resources = "services: {a: {image: 'acme/a:1', resources: {requests: {cpu: %s}}}}";
    assertThat(
            read(resources.formatted("1"))
                .services()
                .get("a")
                .resources()
                .requests()
                .cpu()
                .toString())
        .isEqualTo("1");
    assertThatThrownBy(() -> read(resources.formatted("'0'")))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store services.a.resources.requests.cpu: "0" must be an amount above 0, such as 250m, 1 or 128Mi.""");
  }

  @Test
  void whatCountsSharedLimitsHasNamesThatNoServiceCanHaveOrCall() {
    String file =
        """
        gateway:
          hosts: [a.b]
          plainHttp: true
          routes: [{path: /, service: orders}]
          limits: {client: {requests: 20}, shared: %s}
        services:
          orders: {image: 'acme/a:1', calls: [%s]}
          %s: {image: 'acme/a:1'}
        """;

    assertThat(read(file.formatted("false", "ratelimit", "ratelimit")).allServices())
        .containsOnlyKeys("orders", "ratelimit");
    assertThat(read(file.formatted("true", "users", "users")).allServices())
        .containsOnlyKeys("orders", "ratelimit", "ratelimit-redis", "users");
    assertThatThrownBy(() -> read(file.formatted("true", "ratelimit", "ratelimit")))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store services.ratelimit: is the name of what gateway.limits.shared counts with; choose another.""");
    assertThatThrownBy(() -> read(file.formatted("true", "ratelimit", "users")))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store services.orders.calls[0]: "ratelimit" is not a service of this store.""");
  }

  @Test
  void namesThatSomethingElseGoesByAreRefused() {
    assertThatThrownBy(
            () -> read("{namespace: monitoring, services: {istio-proxy: {image: 'acme/a:1'}}}"))
        .hasMessage(
            """
            The stack file has 2 problems:
              online-store:store namespace: "monitoring" belongs to Kubernetes or to this platform's own parts; choose another.
              online-store:store services.istio-proxy: is a name that Kubernetes, Istio or this platform uses itself; choose another.""");
  }

  @Test
  void aStoreWithoutServicesIsAMistake() {
    assertThatThrownBy(() -> read("services: {}"))
        .hasMessageEndingWith(
            "services: needs at least one service; without the line it is the demonstration"
                + " store.");
  }

  @Test
  void tracesThatWouldBeLostSilentlyAreTold() {
    assertThatThrownBy(
            () ->
                read(
                    "{mesh: {use: existing, tracingProvider: otel}, observability: {use:"
                        + " existing}}"))
        .hasMessageEndingWith(
            "observability.tracing.collector: must say where mesh.tracingProvider (\"otel\") sends"
                + " spans, or the sidecars cannot reach it.");
  }

  @Test
  void aSecretInsideTheStoreIsRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of("online-store:store"),
                    List.of("online-store:store"),
                    key -> Optional.of("{\"password\": \"hunter2\"}"),
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store: holds a secret. Put it into a Secret of the store's namespace and name that under a service's secrets.""");
  }

  @Test
  void aGrafanaPasswordInPlainTextIsRefused() {
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of("online-store:grafanaAdminPassword"),
                    List.of(),
                    key -> Optional.empty(),
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:grafanaAdminPassword: stands in the stack file as plain text. Set it with: pulumi config set --secret online-store:grafanaAdminPassword""");
  }

  @Test
  void grafanasAdministratorHasOnePassword() {
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of("online-store:grafanaAdminPassword"),
                    List.of("online-store:grafanaAdminPassword"),
                    key ->
                        key.equals("store")
                            ? Optional.of(
                                "{\"observability\": {\"grafanaAdminSecret\": \"owner\"}}")
                            : Optional.empty(),
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:grafanaAdminPassword: contradicts observability.grafanaAdminSecret ("owner"): remove one.""");
  }

  @Test
  void pagesAreNeverPublic() {
    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of(),
                    List.of(),
                    key ->
                        key.equals("store")
                            ? Optional.of(
                                "{\"observability\": {\"access\": {\"grafana\":"
                                    + " \"g.example.com\"}}}")
                            : Optional.empty(),
                    NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store observability.access: needs the store's gateway, and there is none; say gateway, or remove the hosts.""");
  }

  @Test
  void aChartMirrorIsLookedAtBeforeAnythingIsCreated(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> mirror("ftp://example.com"))
        .hasMessageEndingWith(
            "online-store:chartMirror: \"ftp://example.com\" must be oci://host/path,"
                + " https://host/path, http://host/path, or a folder.");
    assertThatThrownBy(() -> mirror("/no/such/folder"))
        .hasMessageEndingWith("online-store:chartMirror: \"/no/such/folder\" is not a folder.");
    for (Chart chart : Chart.values()) {
      if (chart != Chart.JAEGER) {
        Files.createFile(folder.resolve(chart.fileName()));
      }
    }
    assertThatThrownBy(() -> mirror(folder.toString()))
        .hasMessageEndingWith("\" has no jaeger-4.11.1.tgz.");
    Files.createFile(folder.resolve(Chart.JAEGER.fileName()));
    assertThat(mirror(folder.toString()).mirrors().charts()).isEqualTo(folder.toString());
  }

  @Test
  void aControlPlaneIsHeldAgainstTheKubernetesOfTheCluster() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    cluster: {existing: {version: "1.36"}}
                    mesh:
                      revisions: {v1-29: {version: 1.29.2}, v1-30: {}}
                      follow: v1-29
                    """))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store mesh.revisions.v1-29.version: "1.29.2" does not work with the cluster's Kubernetes 1.36: Istio 1.29 supports 1.31 to 1.35.""");
    assertThatThrownBy(() -> read("{cluster: {existing: {version: \"1.31\"}}}"))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store cluster.existing.version: "1.31" does not work with Istio 1.30.3, which supports Kubernetes 1.32 to 1.36.""");
  }

  @Test
  void aFolderOfChartsNeedsTheVersionsOfAllRevisions(@TempDir Path folder) throws IOException {
    for (Chart chart : Chart.values()) {
      Files.createFile(folder.resolve(chart.fileName()));
    }
    String store = "{\"mesh\": {\"revisions\": {\"default\": {\"version\": \"1.29.2\"}}}}";
    Map<String, String> config = Map.of("chartMirror", folder.toString(), "store", store);

    assertThatThrownBy(
            () ->
                StackFile.read(
                    List.of("online-store:chartMirror", "online-store:store"),
                    List.of(),
                    key -> Optional.ofNullable(config.get(key)),
                    NOWHERE))
        .hasMessageEndingWith("\" has no istiod-1.29.2.tgz.");
  }

  @Test
  void whatAnAmbientMeshCannotKeepIsToldWithItsPath() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    cluster: {existing: {networkPolicies: false}}
                    mesh: {mode: ambient}
                    services:
                      orders:
                        image: ghcr.io/acme/orders:1.4.2
                        externalHosts: [{host: api.stripe.com}]
                    """))
        .hasMessage(
            """
            The stack file has 2 problems:
              online-store:store cluster.existing.networkPolicies: false would let services of an ambient mesh (mesh.mode) call everything outside; take a network plugin that enforces NetworkPolicies, or mode sidecar.
              online-store:store services.orders.externalHosts[0]: "api.stripe.com" needs cidrs in an ambient mesh (mesh.mode), which holds nobody to a name.""");
    assertThatThrownBy(
            () ->
                read(
                    """
                    mesh: {mode: ambient}
                    gateway:
                      api: gateway-api
                      hosts: [shop.localhost]
                      plainHttp: true
                      limits: {rate: {requests: 10}, shared: true, redis: {host: limits.example.com}}
                      routes: [{path: /orders, service: orders}]
                    services:
                      orders:
                        image: ghcr.io/acme/orders:1.4.2
                        limits: {rate: {requests: 5}}
                    """))
        .hasMessage(
            """
            The stack file has 3 problems:
              online-store:store gateway.api: gateway-api would send requests past the rules of an ambient mesh's waypoint (mesh.mode), to Services of single versions; say istio, or use mode sidecar.
              online-store:store gateway.limits.redis: "limits.example.com" needs cidrs in an ambient mesh (mesh.mode), which holds nobody to a name.
              online-store:store services.orders.limits: are kept by a pod's sidecar, which an ambient mesh (mesh.mode) has none of; limit the gateway's routes (gateway.routes[].limits), or use mode sidecar.""");
    assertThat(read("{mesh: {mode: ambient}}").mesh().ambient()).isTrue();
  }

  private static StackFile mirror(String charts) {
    return StackFile.read(
        List.of("online-store:chartMirror"),
        List.of(),
        key -> key.equals("chartMirror") ? Optional.of(charts) : Optional.empty(),
        NOWHERE);
  }

  private static StackSettings read(String yaml) {
    return StackFiles.read(yaml, NOWHERE);
  }
}
