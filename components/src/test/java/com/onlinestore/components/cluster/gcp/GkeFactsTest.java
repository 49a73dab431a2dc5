package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.WorkloadIdentity.Endpoint;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GkeFactsTest {

  private static final WorkloadIdentity IDENTITY = GkeFacts.of(Profile.PROD, null).identity();

  @Test
  void whatIsParticularAboutGke() {
    assertThat(GkeFacts.of(Profile.PROD, "1.34"))
        .isEqualTo(
            new ClusterFacts(
                true,
                Map.of("cloud.google.com/l4-rbs", "enabled"),
                Map.of("networking.gke.io/load-balancer-type", "Internal"),
                "premium-rwo",
                "gke",
                false,
                true,
                "1.34",
                IDENTITY,
                true));
    assertThat(GkeFacts.of(Profile.DEV, null).storageClass()).isEqualTo("standard-rwo");
    assertThat(GkeFacts.of(Profile.DEV, null).kubernetesVersion()).isNull();
  }

  @Test
  void podsGetTokensFromTheMetadataServer() {
    assertThat(IDENTITY.annotation()).isEqualTo("iam.gke.io/gcp-service-account");
    assertThat(IDENTITY.endpoints())
        .containsExactly(
            new Endpoint("169.254.169.254/32", 80), new Endpoint("169.254.169.252/32", 988));
    assertThat(IDENTITY.hosts()).isEmpty();
  }

  @Test
  void aRoleIsTheEmailOfAServiceAccount() {
    assertThat(IDENTITY.example()).matches(IDENTITY.role());
    assertThat(List.of("orders", "orders@gmail.com", "a@acme.iam.gserviceaccount.com"))
        .noneMatch(role -> role.matches(IDENTITY.role()));
  }
}
