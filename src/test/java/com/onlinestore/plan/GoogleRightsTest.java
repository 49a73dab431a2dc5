package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoogleRightsTest {

  @Test
  void saysWhichMemberHasWhichRoleOnWhat() {
    assertThat(
            rights(
                resource(
                    "gcp:projects/iAMMember:IAMMember",
                    "a",
                    """
                    {"member": "<shop-nodes.member>", "project": "acme",
                     "role": "roles/logging.logWriter"}
                    """),
                resource(
                    "gcp:projects/iAMMember:IAMMember",
                    "b",
                    """
                    {"member": "serviceAccount:<shop-nodes.email>", "project": "acme",
                     "role": "roles/monitoring.metricWriter",
                     "condition": {"expression": "request.time < timestamp('2027-01-01')"}}
                    """),
                resource(
                    "gcp:serviceaccount/iAMMember:IAMMember",
                    "c",
                    """
                    {"member": "serviceAccount:acme.svc.id.goog[store/orders]",
                     "role": "roles/iam.workloadIdentityUser", "serviceAccountId": "<orders.name>"}
                    """),
                resource(
                    "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
                    "d",
                    """
                    {"member": "serviceAccount:service-1@container-engine-robot.example",
                     "role": "roles/cloudkms.cryptoKeyEncrypterDecrypter",
                     "cryptoKeyId": "<shop-key.id>"}
                    """)))
        .isEqualTo(
            """
              service account store/orders  has roles/iam.workloadIdentityUser on service account orders
              serviceAccount:service-1@container-engine-robot.example
                                            has roles/cloudkms.cryptoKeyEncrypterDecrypter on key shop-key
              shop-nodes                    has roles/logging.logWriter on project acme
              shop-nodes                    has roles/monitoring.metricWriter on project acme if request.time <
                                            timestamp('2027-01-01')""");
  }

  @Test
  void hasALineForEachMemberOfABinding() {
    assertThat(
            rights(
                resource(
                    "gcp:projects/iAMBinding:IAMBinding",
                    "viewers",
                    """
                    {"members": ["group:devs@example.com", "allUsers"], "role": "<audit.name>"}
                    """),
                resource("gcp:serviceaccount/account:Account", "orders", "{}")))
        .isEqualTo(
            """
              anybody                 has role audit on the provider's project
              group:devs@example.com  has role audit on the provider's project""");
  }

  private static String rights(PlannedResource... resources) {
    return String.join("\n", RightsTable.lines(Plans.of(resources))).stripIndent();
  }
}
