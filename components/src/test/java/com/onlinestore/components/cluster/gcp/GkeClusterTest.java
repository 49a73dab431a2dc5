package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.gcp.GoogleCloud.DEV;
import static com.onlinestore.components.cluster.gcp.GoogleCloud.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.KubernetesProvider;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.settings.Profile;
import com.pulumi.gcp.container.NodePool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GkeClusterTest {

  private static final String NAME = "online-store-gke";

  private final Recording inDev = Shared.IN_DEV;
  private final Recording inProd = Shared.IN_PROD;

  /** A class of its own: the program runs in another thread, which needs this one initialized. */
  private static final class Shared {

    private static final Recording IN_DEV = recording(GkeSettings.defaults(), DEV);
    private static final Recording IN_PROD = recording(GkeSettings.defaults(), PROD);
  }

  @Test
  void consistsOfItsPartsAndTheProvider() {
    assertThat(inDev.get(NAME).type()).isEqualTo("online-store:cluster:GkeCluster");
    assertThat(inDev.childrenOf(NAME))
        .containsExactlyInAnyOrder(
            "online-store:cluster:GoogleApis online-store-gke-apis",
            "online-store:cluster:GkeNetwork online-store-gke-network",
            "online-store:cluster:GkeEncryption online-store-gke-encryption",
            "online-store:cluster:GkeNodeIdentity online-store-gke-nodes",
            "gcp:container/cluster:Cluster online-store-gke-cluster",
            "gcp:compute/firewall:Firewall online-store-gke-webhooks",
            "gcp:container/nodePool:NodePool online-store-gke-general",
            "pulumi:providers:kubernetes online-store-gke-provider");
    assertThat(inDev.resources()).hasSize(9 + 6 + 5 + 3 + 3);
  }

  @Test
  void comesUpInAnOrderWhoseReverseLeavesNothingBehind() {
    assertThat(inDev.get("online-store-gke-cluster").dependencies())
        .containsExactly(
            "online-store-gke-apis-artifactregistry",
            "online-store-gke-apis-container",
            "online-store-gke-encryption-grant",
            "online-store-gke-encryption-key",
            "online-store-gke-network-nat",
            "online-store-gke-network-subnet",
            "online-store-gke-network-vpc",
            "online-store-gke-nodes-account",
            "online-store-gke-nodes-images",
            "online-store-gke-nodes-node");
    assertThat(inDev.get("online-store-gke-general").dependencies())
        .containsExactly(
            "online-store-gke-cluster",
            "online-store-gke-nodes-account",
            "online-store-gke-webhooks");
    assertThat(inDev.get("online-store-gke-provider").inputs())
        .containsEntry("clusterIdentifier", "online-store-gke-cluster-id");
    assertThat(inDev.get("online-store-gke-provider").dependencies())
        .containsExactly("online-store-gke-cluster", "online-store-gke-general");
  }

  @Test
  void theWholeClusterInProd() {
    assertYaml(
        inProd.get("online-store-gke-cluster").inputs(),
        "",
        """
        name: online-store-gke
        project: acme-prod
        location: us-central1
        network: online-store-gke-network-vpc-id
        subnetwork: online-store-gke-network-subnet-id
        networkingMode: VPC_NATIVE
        ipAllocationPolicy: {clusterSecondaryRangeName: pods, servicesSecondaryRangeName: services}
        datapathProvider: ADVANCED_DATAPATH
        privateClusterConfig:
          enablePrivateNodes: true
          enablePrivateEndpoint: true
          masterIpv4CidrBlock: 172.16.0.0/28
        masterAuthorizedNetworksConfig: {gcpPublicCidrsAccessEnabled: false, cidrBlocks: []}
        releaseChannel: {channel: REGULAR}
        maintenancePolicy:
          recurringWindow:
            startTime: "2024-01-02T03:00:00Z"
            endTime: "2024-01-02T09:00:00Z"
            recurrence: FREQ=WEEKLY;BYDAY=TU,WE,TH
        workloadIdentityConfig: {workloadPool: acme-prod.svc.id.goog}
        enableShieldedNodes: true
        databaseEncryption: {state: ENCRYPTED, keyName: online-store-gke-encryption-key-id}
        addonsConfig:
          gcePersistentDiskCsiDriverConfig: {enabled: true}
          gkeBackupAgentConfig: {enabled: true}
        loggingConfig: {enableComponents: [SYSTEM_COMPONENTS, WORKLOADS]}
        monitoringConfig:
          enableComponents: [SYSTEM_COMPONENTS]
          managedPrometheus: {enabled: false}
        costManagementConfig: {enabled: true}
        gatewayApiConfig: {channel: CHANNEL_DISABLED}
        removeDefaultNodePool: true
        initialNodeCount: 1
        nodeConfig:
          machineType: e2-medium
          diskSizeGb: 20
          imageType: COS_CONTAINERD
          resourceLabels: %s
          serviceAccount: online-store-gke-node-45c13cc1@acme.iam.gserviceaccount.com
          oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"]
          metadata: {disable-legacy-endpoints: "true"}
          shieldedInstanceConfig: {enableSecureBoot: true, enableIntegrityMonitoring: true}
          workloadMetadataConfig: {mode: GKE_METADATA}
        deletionProtection: true
        resourceLabels: %s
        """
            .formatted(GoogleCloud.LABELS, GoogleCloud.LABELS));
  }

  @Test
  void whatTheClustersOwnLifeChangesIsNoChangeInAPreview() {
    assertThat(inDev.get("online-store-gke-cluster").ignoreChanges())
        .containsExactly("initialNodeCount", "nodeConfig", "nodePools");
  }

  @Test
  void namedRangesReachThePublicEndpoint() {
    Map<String, Object> inputs = inDev.get("online-store-gke-cluster").inputs();

    assertYaml(
        inputs,
        "/masterAuthorizedNetworksConfig",
        "{gcpPublicCidrsAccessEnabled: false, cidrBlocks: [{cidrBlock: 203.0.113.0/24}]}");
    assertYaml(inputs, "/privateClusterConfig/enablePrivateEndpoint", "false");
    assertYaml(inputs, "/privateClusterConfig/enablePrivateNodes", "true");
  }

  @Test
  void networksThatAreConnectedReachThePrivateEndpointWhereTheyAreNamed() {
    ManagedCluster connected =
        ManagedClusterBuilder.builder(PROD)
            .access(new AccessSettings(null, List.of("10.99.0.0/16"), null))
            .build();
    Map<String, Object> inputs =
        recording(GkeSettings.defaults(), connected).get("online-store-gke-cluster").inputs();

    assertYaml(inputs, "/masterAuthorizedNetworksConfig/cidrBlocks", "[{cidrBlock: 10.99.0.0/16}]");
    assertYaml(inputs, "/privateClusterConfig/enablePrivateEndpoint", "true");
  }

  @Test
  void everySettingReachesTheCluster() {
    Map<String, Object> inputs =
        recording(
                Yaml.read(
                    GkeSettings.class,
                    """
                    releaseChannel: stable
                    version: "1.34"
                    zones: [us-central1-a, us-central1-b]
                    network: {controlPlane: 172.16.1.0/28}
                    backup: false
                    """),
                PROD)
            .get("online-store-gke-cluster")
            .inputs();

    assertThat(inputs)
        .containsEntry("minMasterVersion", "1.34")
        .containsEntry("nodeLocations", List.of("us-central1-a", "us-central1-b"));
    assertYaml(inputs, "/releaseChannel/channel", "STABLE");
    assertYaml(inputs, "/privateClusterConfig/masterIpv4CidrBlock", "172.16.1.0/28");
    assertYaml(inputs, "/addonsConfig/gkeBackupAgentConfig/enabled", "false");
  }

  @Test
  void whatHoldsDataIsProtectedWhereTheClusterIs() {
    assertThat(inProd.resources())
        .filteredOn(Registered::protect)
        .extracting(Registered::name)
        .containsExactlyInAnyOrder(
            "online-store-gke-cluster",
            "online-store-gke-encryption-key",
            "online-store-gke-network-vpc");
    assertThat(inDev.resources()).noneMatch(Registered::protect);
    assertThat(inDev.get("online-store-gke-cluster").inputs())
        .containsEntry("deletionProtection", false);
  }

  @Test
  void everythingThatCanHaveLabelsHasThem() {
    assertYaml(
        inProd.get("online-store-gke-cluster").inputs(), "/resourceLabels", GoogleCloud.LABELS);
    assertYaml(
        inProd.get("online-store-gke-general").inputs(),
        "/nodeConfig/resourceLabels",
        GoogleCloud.LABELS);
    assertYaml(
        inProd.get("online-store-gke-encryption-key").inputs(), "/labels", GoogleCloud.LABELS);
  }

  @Test
  void theApiServerReachesWebhooksOnTheNodesAndNothingElse() {
    assertYaml(
        inProd.get("online-store-gke-webhooks").inputs(),
        "",
        """
        project: acme-prod
        network: online-store-gke-network-vpc-id
        description: The API server calls webhooks of Istio and other operators.
        direction: INGRESS
        sourceRanges: [172.16.0.0/28]
        targetServiceAccounts: [online-store-gke-node-45c13cc1@acme.iam.gserviceaccount.com]
        allows: [{protocol: tcp, ports: ["443", "8443", "9443", "10250", "15017"]}]
        """);
  }

  @Test
  void theKubeconfigHoldsNothingSecretAndNothingThatChanges() {
    assertYaml(
        kubeconfig(inProd),
        "/clusters/0",
        """
        name: online-store-gke
        cluster:
          server: https://172.16.0.2
          certificate-authority-data: Q0E=
          proxy-url: http://localhost:8888
        """);
    assertYaml(
        kubeconfig(inDev),
        "",
        """
        apiVersion: v1
        kind: Config
        current-context: online-store-gke
        contexts:
        - {name: online-store-gke, context: {cluster: online-store-gke, user: online-store-gke}}
        clusters:
        - name: online-store-gke
          cluster: {server: "https://172.16.0.2", certificate-authority-data: Q0E=}
        users:
        - name: online-store-gke
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1beta1
              command: gke-gcloud-auth-plugin
              interactiveMode: IfAvailable
              provideClusterInfo: true
        """);
  }

  @Test
  void asksWhetherTheApiServerIsReachedBeforeAnythingUsesIt() {
    AtomicReference<String> asked = new AtomicReference<>();
    recording(
        GkeSettings.defaults(),
        ManagedClusterBuilder.builder(PROD)
            .check((address, access) -> asked.set(address + " by " + access.proxy()))
            .build());

    assertThat(asked).hasValue("https://172.16.0.2 by http://localhost:8888");
  }

  @Test
  void anEmptyClusterHasNodesAndNoProvider() {
    AtomicReference<GkeCluster> cluster = new AtomicReference<>();
    AtomicReference<String> asked = new AtomicReference<>("nobody");
    Recording recording =
        Recording.of(
            new GoogleCloud(),
            () ->
                cluster.set(
                    cluster(
                        NAME,
                        GkeSettings.defaults(),
                        ManagedClusterBuilder.builder(PROD)
                            .empty(true)
                            .check((address, access) -> asked.set(address))
                            .build())));

    assertThat(recording.childrenOf(NAME))
        .hasSize(7)
        .noneMatch(child -> child.startsWith("pulumi:providers:"));
    assertThat(asked).hasValue("nobody");
    assertThatThrownBy(cluster.get()::provider)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Nothing is put into a cluster that is to stay empty.");
  }

  @Test
  void theNodePoolsOutliveWhatIsOnThem() {
    AtomicReference<GkeCluster> cluster = new AtomicReference<>();
    Recording.of(
        new GoogleCloud(),
        () ->
            cluster.set(
                cluster(
                    NAME,
                    Yaml.read(
                        GkeSettings.class,
                        "nodePools: {web: {machineType: e2-standard-4}, jobs: {machineType:"
                            + " n2-standard-2}}"),
                    DEV)));

    assertThat(cluster.get().foundation()).hasSize(2).allMatch(each -> each instanceof NodePool);
    assertThat(cluster.get().provider()).isInstanceOf(KubernetesProvider.class);
    assertThat(cluster.get().facts()).isEqualTo(GkeFacts.of(Profile.DEV, null));
    assertThat(cluster.get().cost().items())
        .extracting(item -> item.what())
        .contains("nodes jobs: n2-standard-2", "nodes web: e2-standard-4");
  }

  @Test
  void refusesNamesSettingsAndAccessWithProblems() {
    assertThat(refusal("Online_Store", GkeSettings.defaults(), DEV))
        .isEqualTo("name (\"Online_Store\") must match ^[a-z]([a-z0-9-]{0,37}[a-z0-9])?$.");
    assertThat(
            refusal(NAME, GkeSettingsBuilder.builder().zones(List.of("us-east1-b")).build(), DEV))
        .isEqualTo(
            "online-store-gke: the cluster's settings have problems%n  zones[0]: \"us-east1-b\" is"
                    .formatted()
                + " not a zone of us-central1, where the cluster is.");
    assertThat(
            refusal(
                NAME,
                GkeSettings.defaults(),
                ManagedClusterBuilder.builder(DEV)
                    .access(new AccessSettings(List.of("0.0.0.0/0"), null, null))
                    .build()))
        .startsWith("online-store-gke: the cluster's access has problems%n".formatted());
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            new GoogleCloud(),
            () -> {
              cluster("one", GkeSettings.defaults(), DEV);
              cluster("two", GkeSettings.defaults(), DEV);
            });

    assertThat(recording.resources())
        .hasSize(52)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Map<?, ?> kubeconfig(Recording recording) {
    String text = (String) recording.get("online-store-gke-provider").inputs().get("kubeconfig");
    return Yaml.read(Map.class, text);
  }

  /** A waypoint is declared in its kinds, and here the cloud brings them. */
  @Test
  void bringsTheGatewayApiWhereTheMeshNeedsIt() {
    Recording recording =
        recording(
            GkeSettings.defaults(),
            ManagedClusterBuilder.builder(GoogleCloud.DEV).gatewayApi(true).build());

    assertYaml(
        recording.get("online-store-gke-cluster").inputs(),
        "/gatewayApiConfig",
        "channel: CHANNEL_STANDARD");
  }

  private static String refusal(String name, GkeSettings settings, ManagedCluster managed) {
    return Recording.refusal(() -> cluster(name, settings, managed));
  }

  private static Recording recording(GkeSettings settings, ManagedCluster managed) {
    return Recording.of(new GoogleCloud(), () -> cluster(NAME, settings, managed));
  }

  private static GkeCluster cluster(String name, GkeSettings settings, ManagedCluster managed) {
    return new GkeCluster(name, settings, GoogleCloud.PROJECT, GoogleCloud.REGION, managed, TOP);
  }
}
