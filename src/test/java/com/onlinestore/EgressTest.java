package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanReport;
import org.junit.jupiter.api.Test;

class EgressTest {

  @Test
  void thePlanSaysWhatHoldsAServiceToTheNameOfAnOutsideHost() {
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.second())))
        .contains(
            """
            Hosts outside the cluster
              from         host                   port      addresses
              outlet/shop  api.example.com        TLS 443   any public address: the mesh alone holds it to the name
              outlet/shop  orders.db.example.com  TCP 5432  10.20.0.0/16
            """);
  }

  @Test
  void aStoreThatCallsNobodyOutsideHasNoSuchSection() {
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.local())))
        .doesNotContain("Hosts outside the cluster");
  }
}
