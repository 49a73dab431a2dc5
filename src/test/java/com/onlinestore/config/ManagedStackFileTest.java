package com.onlinestore.config;

import static com.onlinestore.config.StackFiles.NOWHERE;
import static com.onlinestore.config.StackFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.settings.Profile;
import com.onlinestore.errors.StackFileError;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stack files that make their cluster. */
class ManagedStackFileTest {

  private static final CloudPlace IRELAND =
      new CloudPlace("online-store-test", "eu-west-1", "", "");
  private static final CloudPlace BELGIUM =
      new CloudPlace("online-store-test", "", "acme-store", "europe-west1");

  private static final String OWNED = "ownership: {owner: store-team, costCentre: cc-4711}\n";
  private static final String DEPLOYER = "deployer: 'arn:aws:iam::111122223333:role/deployer'";

  @Test
  void aClusterOnAwsIsPrivateAndProtectedInProductionAlone() {
    ClusterSettings cluster = read(OWNED + "cluster: {eks: {" + DEPLOYER + "}}", IRELAND).cluster();

    assertThat(cluster.managed()).isTrue();
    assertThat(cluster.existing()).isNull();
    assertThat(cluster.accessOrDefault().isPublic()).isFalse();
    assertThat(cluster.guardedIn(Profile.PROD)).isTrue();
    assertThat(cluster.guardedIn(Profile.DEV)).isFalse();
    assertThat(cluster.only()).isFalse();
  }

  @Test
  void everyMistakeOfAClusterOnAwsIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    profile: prod
                    observability: {tracing: {zipkin: "http://zipkin:9411"}}
                    mesh: {use: existing}
                    metricsServer: {use: install}
                    cluster:
                      access: {publicFrom: [0.0.0.0/0], proxy: "http://localhost:8888"}
                      eks:
                        deployer: arn:aws:iam::111122223333:user/me
                        version: "1.29"
                        network:
                          cidr: 10.20.0.0/22
                          services: 10.20.0.0/20
                          zones: [eu-west-1a, eu-west-1b, us-east-1a]
                        nodeGroups:
                          general: {instanceTypes: [m7x.large], spot: true, min: 5, max: 3}
                    """,
                    IRELAND))
        .isInstanceOf(StackFileError.class)
        .hasMessage(
            """
            The stack file has 13 problems:
              online-store:store cluster.access.proxy: has no effect on a public endpoint (publicFrom: [0.0.0.0/0]); remove one.
              online-store:store cluster.access.publicFrom[0]: "0.0.0.0/0" opens the API server to the internet; name the ranges of your offices, runners and VPN, none wider than /8.
              online-store:store cluster.eks.deployer: "arn:aws:iam::111122223333:user/me" must be the ARN of a role, such as arn:aws:iam::111122223333:role/deployer.
              online-store:store cluster.eks.network.cidr: 10.20.0.0/22 must be from /16 to /20: larger ones AWS refuses, smaller ones have no room for pods.
              online-store:store cluster.eks.network.services: 10.20.0.0/20 overlaps cidr (10.20.0.0/22); choose another range.
              online-store:store cluster.eks.network.zones[2]: "us-east-1a" is no zone of eu-west-1; zones are written like eu-west-1a.
              online-store:store cluster.eks.nodeGroups: are all spot, so that all nodes may be taken back at once; prod needs one that is not.
              online-store:store cluster.eks.nodeGroups.general: min (5) must not be greater than max (3).
              online-store:store cluster.eks.nodeGroups.general.instanceTypes[0]: "m7x.large" is of no family that this platform knows. Did you mean "m7a"? Families: t3, t3a, t4g, m5, m5a, m6i, m6a, m6g, m7i, m7i-flex, m7a, m7g, m8g, c5, c6i, c6a, c6g, c7i, c7a, c7g, c8g, r5, r6i, r6a, r6g, r7i, r7a, r7g, r8g.
              online-store:store cluster.eks.version: "1.29" does not work with Istio 1.30.3, which supports Kubernetes 1.32 to 1.36.
              online-store:store mesh.use: existing finds no mesh in a cluster that this stack makes; remove it.
              online-store:store metricsServer.use: install would bring a second metrics-server: a managed cluster has one; remove it.
              online-store:store ownership: is required for a cluster that this stack makes: {owner: <team>, costCentre: <who pays>}.""");
  }

  @Test
  void everyMistakeOfAClusterOnGoogleCloudIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    OWNED
                        + """
                        profile: prod
                        observability: {tracing: {zipkin: "http://zipkin:9411"}}
                        cluster:
                          gke:
                            version: "1.29"
                            zones: [us-central1-a]
                            network: {nodes: 10.20.0.0/20, pods: 10.20.0.0/16}
                            nodePools:
                              general: {machineType: m7-standard-4, spot: true, min: 5, max: 3}
                        """,
                    BELGIUM))
        .hasMessage(
            """
            The stack file has 6 problems:
              online-store:store cluster.gke.network.pods: 10.20.0.0/16 overlaps nodes (10.20.0.0/20); each needs addresses of its own.
              online-store:store cluster.gke.nodePools: are all spot, of which Google may take every node at once; with profile prod one must not be.
              online-store:store cluster.gke.nodePools.general.machineType: "m7-standard-4" is of no known machine family; known are c2, c2d, c3, c3d, c4, c4a, e2, n1, n2, n2d, n4, t2a, t2d.
              online-store:store cluster.gke.nodePools.general.min: (5) must not be greater than max (3).
              online-store:store cluster.gke.version: "1.29" does not work with Istio 1.30.3, which supports Kubernetes 1.32 to 1.36.
              online-store:store cluster.gke.zones[0]: "us-central1-a" is not a zone of europe-west1, where the cluster is.""");
  }

  @Test
  void aPlaceInACloudIsNeededWhereAClusterIsMadeThere() {
    assertThatThrownBy(() -> read(OWNED + "cluster: {eks: {" + DEPLOYER + "}}", NOWHERE))
        .hasMessage(
            """
            The stack file has a problem:
              aws:region: is not set. Set it with: pulumi config set aws:region eu-west-1, or set AWS_REGION.""");
    assertThatThrownBy(() -> read(OWNED + "cluster: {gke: {}}", NOWHERE))
        .hasMessage(
            """
            The stack file has 2 problems:
              gcp:project: is not set. Set it with: pulumi config set gcp:project <project>, or set GOOGLE_PROJECT.
              gcp:region: is not set. Set it with: pulumi config set gcp:region europe-west1, or set GOOGLE_REGION.""");
    assertThatThrownBy(
            () ->
                read(
                    OWNED + "cluster: {eks: {" + DEPLOYER + "}}",
                    new CloudPlace("online-store-test", "europe", "", "")))
        .hasMessageContaining("aws:region: \"europe\" must be a region, such as eu-west-1.");
  }

  @Test
  void aPlaceIsReadFromPulumisKeysBeforeTheCloudsOwnVariables() {
    Map<String, String> keys = Map.of("aws:region", "eu-west-1");
    Map<String, String> environment =
        Map.of("AWS_REGION", "us-east-1", "GOOGLE_CLOUD_PROJECT", "acme", "GOOGLE_REGION", "");

    assertThat(
            CloudPlace.read(
                "online-store-test", key -> Optional.ofNullable(keys.get(key)), environment))
        .isEqualTo(new CloudPlace("online-store-test", "eu-west-1", "acme", ""));
  }

  @Test
  void aNameThatTheCloudDoesNotTakeIsToldBeforeAnythingIsMade() {
    CloudPlace longName =
        new CloudPlace("online-store-production-eu-west", "eu-west-1", "acme", "europe-west1");

    assertThatThrownBy(() -> read(OWNED + "cluster: {eks: {" + DEPLOYER + "}}", longName))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store cluster.eks: would be called "online-store-production-eu-west" after project and stack, which its cloud does not take (^[a-z]([a-z0-9-]{0,25}[a-z0-9])?$); give the stack a shorter, plainer name.""");
    assertThat(read(OWNED + "cluster: {gke: {}}", longName).cluster().managed()).isTrue();
  }

  @Test
  void whatOnlyAClusterOfOursHasMeansNothingOnAnother() {
    assertThatThrownBy(
            () ->
                read(
                    OWNED
                        + """
                        cluster:
                          existing: {}
                          access: {publicFrom: [203.0.113.0/24]}
                          protected: true
                          only: true
                        """,
                    NOWHERE))
        .hasMessage(
            """
            The stack file has 4 problems:
              online-store:store cluster.access: has no effect on a cluster that is not ours; remove it.
              online-store:store cluster.only: would do nothing: this stack makes no cluster; remove it.
              online-store:store cluster.protected: has no effect on a cluster that is not ours; remove it.
              online-store:store ownership: has no effect: this stack makes no cluster; remove it.""");
    assertThatThrownBy(
            () -> read(OWNED + "cluster: {existing: {}, eks: {" + DEPLOYER + "}}", IRELAND))
        .hasMessageContaining(
            "online-store:store cluster: names several clusters; a stack has one of existing, eks"
                + " and gke.");
  }

  @Test
  void aGatewayIsInternalOnlyWhereSomebodyKnowsHow() {
    String gateway =
        "gateway: {hosts: [a.b], plainHttp: true, internal: true, routes: [{path: /, service:"
            + " orders}]}\n";
    assertThatThrownBy(() -> read(gateway, NOWHERE))
        .hasMessageContaining(
            "online-store:store gateway.internal: true needs"
                + " cluster.existing.internalLoadBalancerAnnotations: only the cluster's owner"
                + " knows what makes its load balancers internal.");
    assertThat(
            read(
                    gateway + "cluster: {existing: {internalLoadBalancerAnnotations: {a: b}}}",
                    NOWHERE)
                .gateway()
                .internal())
        .isTrue();
  }

  @Test
  void aServiceHasARoleOnlyInACloudAndOneOfThatCloud() {
    String orders = "services: {orders: {image: 'acme/orders:1', cloudRole: %s}}\n";

    assertThatThrownBy(() -> read(orders.formatted("orders@acme"), NOWHERE))
        .hasMessageContaining(
            "online-store:store services.orders.cloudRole: has no effect: only a cluster that this"
                + " stack makes is known to give roles; remove it.");
    assertThatThrownBy(
            () ->
                read(
                    OWNED + orders.formatted("orders@acme") + "cluster: {eks: {" + DEPLOYER + "}}",
                    IRELAND))
        .hasMessageContaining(
            "online-store:store services.orders.cloudRole: \"orders@acme\" is no role of the"
                + " cluster's cloud, such as arn:aws:iam::111122223333:role/orders.");
    assertThat(
            read(
                    OWNED
                        + orders.formatted("orders@acme-store.iam.gserviceaccount.com")
                        + "cluster: {gke: {}}",
                    BELGIUM)
                .services()
                .get("orders")
                .cloudRole())
        .isEqualTo("orders@acme-store.iam.gserviceaccount.com");
  }
}
