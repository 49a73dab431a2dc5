package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.gcp.GoogleCloud.GUARDED;
import static com.onlinestore.components.cluster.gcp.GoogleCloud.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.settings.Profile;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The parts a cluster consists of, each by itself. */
class GkePartsTest {

  @Test
  void aNetworkHasASubnetAndAWayOut() {
    Recording recording = network(Profile.DEV, PLACE);

    assertThat(recording.get("net").type()).isEqualTo("online-store:cluster:GkeNetwork");
    assertThat(recording.childrenOf("net"))
        .containsExactlyInAnyOrder(
            "gcp:compute/network:Network net-vpc",
            "gcp:compute/subnetwork:Subnetwork net-subnet",
            "gcp:compute/router:Router net-router",
            "gcp:compute/routerNat:RouterNat net-nat");
    assertYaml(
        recording.get("net-vpc").inputs(),
        "",
        "{project: acme-prod, autoCreateSubnetworks: false, routingMode: REGIONAL}");
    assertYaml(
        recording.get("net-subnet").inputs(),
        "",
        """
        project: acme-prod
        region: us-central1
        network: net-vpc-id
        ipCidrRange: 10.20.0.0/20
        secondaryIpRanges:
        - {rangeName: pods, ipCidrRange: 10.24.0.0/14}
        - {rangeName: services, ipCidrRange: 10.28.0.0/20}
        privateIpGoogleAccess: true
        """);
    assertYaml(
        recording.get("net-router").inputs(),
        "",
        "{project: acme-prod, region: us-central1, network: net-vpc-id}");
    assertYaml(
        recording.get("net-nat").inputs(),
        "",
        """
        project: acme-prod
        region: us-central1
        router: net-router
        natIpAllocateOption: AUTO_ONLY
        sourceSubnetworkIpRangesToNat: ALL_SUBNETWORKS_ALL_IP_RANGES
        enableDynamicPortAllocation: true
        enableEndpointIndependentMapping: false
        minPortsPerVm: 512
        maxPortsPerVm: 16384
        logConfig: {enable: true, filter: ERRORS_ONLY}
        """);
  }

  @Test
  void aNetworkWaitsForTheApisAndItsNatForTheSubnet() {
    Recording recording = network(Profile.DEV, PLACE);

    assertThat(recording.get("net-vpc").dependencies()).containsExactly("apis-compute");
    assertThat(recording.get("net-nat").dependencies()).contains("net-router", "net-subnet");
  }

  @Test
  void flowsAreLoggedInProd() {
    assertYaml(
        network(Profile.PROD, GUARDED).get("net-subnet").inputs(),
        "/logConfig",
        "{aggregationInterval: INTERVAL_5_MIN, flowSampling: 0.5, metadata:"
            + " INCLUDE_ALL_METADATA}");
  }

  @Test
  void theKeyTurnsAndOnlyGoogleKubernetesEngineUsesIt() {
    Recording recording = recording(apis -> new GkeEncryption("enc", PLACE, apis, null));

    assertThat(recording.childrenOf("enc"))
        .containsExactlyInAnyOrder(
            "gcp:kms/keyRing:KeyRing enc-ring",
            "gcp:kms/cryptoKey:CryptoKey enc-key",
            "gcp:projects/serviceIdentity:ServiceIdentity enc-agent",
            "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember enc-grant");
    assertThat(recording.get("enc-ring").dependencies()).containsExactly("apis-cloudkms");
    assertThat(recording.get("enc-agent").dependencies()).containsExactly("apis-container");
    assertThat(recording.get("enc-grant").dependencies())
        .containsExactly("apis-cloudresourcemanager", "enc-agent", "enc-key");
    assertYaml(
        recording.get("enc-ring").inputs(), "", "{project: acme-prod, location: us-central1}");
    assertYaml(
        recording.get("enc-key").inputs(),
        "",
        """
        keyRing: enc-ring-id
        purpose: ENCRYPT_DECRYPT
        rotationPeriod: 7776000s
        labels: %s
        """
            .formatted(GoogleCloud.LABELS));
    assertYaml(
        recording.get("enc-agent").inputs(),
        "",
        "{project: acme-prod, service: container.googleapis.com}");
    assertYaml(
        recording.get("enc-grant").inputs(),
        "",
        """
        cryptoKeyId: enc-key-id
        role: roles/cloudkms.cryptoKeyEncrypterDecrypter
        member: serviceAccount:service-123456789@container-engine-robot.iam.gserviceaccount.com
        """);
  }

  @Test
  void nodesActAsAnAccountWithTwoRoles() {
    Recording recording = recording(apis -> new GkeNodeIdentity("nodes", PLACE, apis, null));

    assertThat(recording.childrenOf("nodes"))
        .containsExactlyInAnyOrder(
            "gcp:serviceaccount/account:Account nodes-account",
            "gcp:projects/iAMMember:IAMMember nodes-node",
            "gcp:projects/iAMMember:IAMMember nodes-images");
    assertThat(recording.get("nodes-account").dependencies()).containsExactly("apis-iam");
    assertThat(recording.get("nodes-node").dependencies())
        .containsExactly("apis-cloudresourcemanager", "nodes-account");
    String id = GoogleNames.account("nodes", "online-store/gke");
    assertYaml(
        recording.get("nodes-account").inputs(),
        "",
        "{project: acme-prod, accountId: %s, displayName: Nodes of nodes}".formatted(id));
    assertYaml(
        recording.get("nodes-node").inputs(),
        "",
        """
        project: acme-prod
        role: roles/container.defaultNodeServiceAccount
        member: serviceAccount:%s@acme.iam.gserviceaccount.com
        """
            .formatted(id));
    assertThat(recording.get("nodes-images").inputs())
        .containsEntry("role", "roles/artifactregistry.reader");
  }

  @Test
  void apisAreEnabledAndLeftEnabled() {
    Recording recording = recording(apis -> {});

    assertThat(recording.childrenOf("apis"))
        .containsExactlyInAnyOrder(
            "gcp:projects/service:Service apis-artifactregistry",
            "gcp:projects/service:Service apis-cloudkms",
            "gcp:projects/service:Service apis-cloudresourcemanager",
            "gcp:projects/service:Service apis-compute",
            "gcp:projects/service:Service apis-container",
            "gcp:projects/service:Service apis-gkebackup",
            "gcp:projects/service:Service apis-iam");
    assertYaml(
        recording.get("apis-container").inputs(),
        "",
        """
        project: acme-prod
        service: container.googleapis.com
        disableOnDestroy: false
        disableDependentServices: false
        """);
  }

  private static Recording network(Profile profile, Place place) {
    return recording(
        apis ->
            new GkeNetwork(
                "net", NetworkSettings.defaults(), profile, place, apis.compute(), null));
  }

  private static Recording recording(Consumer<GoogleApis> program) {
    return Recording.of(
        new GoogleCloud(),
        () -> program.accept(new GoogleApis("apis", GoogleCloud.PROJECT, true, null)));
  }
}
