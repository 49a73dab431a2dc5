package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.CostItem;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GkeCostsTest {

  @Test
  void theDefaultsOfBothProfiles() {
    CostEstimate dev = GkeCosts.of(GkeSettings.defaults().nodePools(Profile.DEV));
    CostEstimate prod = GkeCosts.of(GkeSettings.defaults().nodePools(Profile.PROD));

    assertThat(List.of(dev.least().intValue(), dev.most().intValue())).containsExactly(194, 490);
    assertThat(List.of(prod.least().intValue(), prod.most().intValue())).containsExactly(468, 1215);
  }

  @Test
  void saysWhatIsCountedAndWhichPrices() {
    CostEstimate estimate =
        GkeCosts.of(
            Map.of(
                "jobs",
                NodePoolSettingsBuilder.builder()
                    .machineType("e2-standard-4")
                    .spot(true)
                    .min(0)
                    .max(50)
                    .build()));

    assertThat(estimate.items())
        .extracting(CostItem::what, CostItem::least, CostItem::most, GkeCostsTest::monthly)
        .containsExactly(
            tuple("control plane", 1, 1, "73"),
            tuple("nodes jobs: e2-standard-4 (spot)", 0, 50, "39.11632"),
            tuple("NAT for a node", 0, 32, "1.022"),
            tuple("NAT address", 1, 1, "3.65"),
            tuple("load balancer", 1, 1, "18.25"));
    assertThat(estimate.basis())
        .isEqualTo(
            "Google's list prices of 2025 in us-central1, in US dollars; other regions differ, most"
                + " are dearer. Spot nodes are counted at 40% of the price, the least discount that"
                + " Google gives.");
  }

  private static String monthly(CostItem item) {
    return item.monthlyEach().stripTrailingZeros().toPlainString();
  }
}
