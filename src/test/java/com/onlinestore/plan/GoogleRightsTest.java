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

  @Test
  void saysWhatARoleOfOnesOwnAllows() {
    assertThat(
            rights(
                resource(
                    "gcp:projects/iAMCustomRole:IAMCustomRole",
                    "reader",
                    "{\"permissions\": [\"storage.buckets.get\", \"storage.objects.get\"]}"),
                resource(
                    "gcp:projects/iAMCustomRole:IAMCustomRole",
                    "writer",
                    """
                    {"permissions": ["a.b.1", "a.b.2", "a.b.3", "a.b.4", "a.b.5", "a.b.6", "a.b.7",
                                     "a.b.8"]}
                    """)))
        .isEqualTo(
            """
              role reader  may storage.buckets.get, storage.objects.get
              role writer  may a.b.1, a.b.2, a.b.3, a.b.4, a.b.5, a.b.6 and 2 more""");
  }

  private static String rights(PlannedResource... resources) {
    return String.join("\n", RightsTable.lines(RightsTable.rights(Plans.of(resources))))
        .stripIndent();
  }
}
