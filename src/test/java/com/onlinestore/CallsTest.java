package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.PlanReport;
import org.junit.jupiter.api.Test;

class CallsTest {

  @Test
  void theReportSaysWhoMayCallWhom() {
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.second())))
        .contains(
            """
            Calls
              from                           to                             port      methods  paths
              anyone                         outlet-gateway/outlet-gateway  80        any      any
              outlet-gateway/outlet-gateway  outlet/shop                    9898      any      any
              outlet/shop                    outlet/stock                   9898      GET      any
              outlet/shop                    api.example.com                TLS 443
              outlet/shop                    orders.db.example.com          TCP 5432
              As a Mermaid flowchart: graph.mmd beside the manifests.
            """);
  }

  @Test
  void theSameIsAFlowchartAmongTheFiles() {
    assertThat(PlanFiles.files(PlanFacts.of(PlannedStack.second())))
        .containsEntry(
            "graph.mmd",
            """
            flowchart LR
              callers_anyone(("anyone"))
              subgraph group_gateway_20_outlet_2d_gateway["gateway: outlet-gateway"]
                gateway_outlet_2d_gateway_2f_outlet_2d_gateway{{"outlet-gateway"}}
              end
              subgraph group_service_20_outlet["outlet"]
                service_outlet_2f_shop["shop"]
                service_outlet_2f_stock["stock"]
              end
              subgraph group_host_20_["outside"]
                host_api_2e_example_2e_com(["api.example.com"])
                host_orders_2e_db_2e_example_2e_com(["orders.db.example.com"])
              end
              callers_anyone -->|"80"| gateway_outlet_2d_gateway_2f_outlet_2d_gateway
              gateway_outlet_2d_gateway_2f_outlet_2d_gateway -->|"9898"| service_outlet_2f_shop
              service_outlet_2f_shop -->|"GET 9898"| service_outlet_2f_stock
              service_outlet_2f_shop -->|"TLS 443"| host_api_2e_example_2e_com
              service_outlet_2f_shop -->|"TCP 5432"| host_orders_2e_db_2e_example_2e_com
            """);
  }
}
