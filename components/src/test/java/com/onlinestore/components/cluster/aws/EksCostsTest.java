package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.CostItem;
import com.onlinestore.components.settings.Profile;
import org.junit.jupiter.api.Test;

class EksCostsTest {

  @Test
  void theDefaultsInDev() {
    CostEstimate estimate = estimate("", Profile.DEV);

    assertThat(estimate.items())
        .extracting(CostItem::what, CostItem::least, CostItem::most, EksCostsTest::monthly)
        .containsExactly(
            tuple("EKS control plane", 1, 1, "73"),
            tuple("node of general: m7i.large", 2, 4, "73.584"),
            tuple("NAT gateway", 1, 1, "32.85"),
            tuple("public address", 4, 4, "3.65"),
            tuple("network load balancer", 1, 1, "16.425"));
    assertThat(estimate.least()).isEqualByComparingTo("284");
    assertThat(estimate.most()).isEqualByComparingTo("431");
  }

  @Test
  void theDefaultsInProd() {
    CostEstimate estimate = estimate("", Profile.PROD);

    assertThat(estimate.items())
        .extracting(CostItem::what, CostItem::least, CostItem::most, EksCostsTest::monthly)
        .containsExactly(
            tuple("EKS control plane", 1, 1, "73"),
            tuple("node of general: m7i.xlarge", 3, 9, "147.168"),
            tuple("NAT gateway", 3, 3, "32.85"),
            tuple("public address", 6, 6, "3.65"),
            tuple("network load balancer", 1, 1, "16.425"));
    assertThat(estimate.least()).isEqualByComparingTo("651");
    assertThat(estimate.most()).isEqualByComparingTo("1534");
  }

  @Test
  void spotIsCountedAtTwoFifthsAndOnlyTheFirstTypeCounts() {
    CostEstimate estimate =
        estimate(
            """
            nodeGroups:
              web: {instanceTypes: [m7g.2xlarge, r7g.2xlarge], spot: true, min: 1, max: 5}
              base: {instanceTypes: [t3.medium], min: 2, max: 2}
            """,
            Profile.DEV);

    assertThat(estimate.items().subList(1, 3))
        .extracting(CostItem::what, CostItem::least, CostItem::most, EksCostsTest::monthly)
        .containsExactly(
            tuple("node of base: t3.medium", 2, 2, "30.368"),
            tuple("node of web: m7g.2xlarge, spot", 1, 5, "95.3088"));
  }

  @Test
  void saysWhichPrices() {
    assertThat(estimate("", Profile.DEV).basis())
        .isEqualTo(
            "list prices of AWS in us-east-1, on demand, as of August 2025; other regions differ,"
                + " by up to a half");
  }

  private static CostEstimate estimate(String yaml, Profile profile) {
    return EksCosts.of(AmazonCloud.settings(yaml), profile);
  }

  private static String monthly(CostItem item) {
    return item.monthlyEach().stripTrailingZeros().toPlainString();
  }
}
