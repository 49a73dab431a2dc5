package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.json;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTableTest {

  private static final String CLUSTER = urn("online-store:cluster:EksCluster", "store");

  @Test
  void addsUpWhatAComponentCounts() {
    assertThat(
            lines(
                Map.of(
                    CLUSTER,
                    json(
                        """
                        {"costEstimate": {
                          "basis": "AWS, eu-central-1, on demand, June 2025",
                          "least": 193, "most": 433,
                          "items": [
                            {"what": "control plane", "least": 1, "most": 1, "monthlyEach": 73},
                            {"what": "nodes general: m7g.large", "least": 2, "most": 6,
                             "monthlyEach": 59.996}]}}
                        """))))
        .isEqualTo(
            """
              what                      count   each   per month
              control plane             1       73.00  73
              nodes general: m7g.large  2 to 6  60.00  120 to 360
              total                                    193 to 433
              Basis: AWS, eu-central-1, on demand, June 2025
              An estimate in US dollars from list prices, without traffic, disks and discounts.""");
  }

  @Test
  void addsUpComponents() {
    String network =
        """
        {"costEstimate": {"basis": "list", "least": "33", "most": "33", "items": [
          {"what": "NAT gateway", "least": 1, "most": 1, "monthlyEach": "32.85"}]}}
        """;

    assertThat(lines(Map.of(CLUSTER, json(network), urn("toy:a:Network", "b"), json(network))))
        .isEqualTo(
            """
              what         count  each   per month
              NAT gateway  1      32.85  33
              NAT gateway  1      32.85  33
              total                      66
              Basis: list
              An estimate in US dollars from list prices, without traffic, disks and discounts.""");
  }

  @Test
  void saysNothingWhereNobodyEstimates() {
    assertThat(
            lines(
                Map.of(
                    CLUSTER,
                    json("{\"name\": \"store\", \"costEstimate\": {\"items\": []}}"),
                    urn("toy:a:Later", "a"),
                    json("{\"costEstimate\": \"<computed>\"}"))))
        .isEmpty();
  }

  @Test
  void comesFromTheOutputsOfAComponent() {
    Map<String, Object> item =
        Map.of("what", "control plane", "least", 1, "most", 1, "monthlyEach", 73.0);
    Map<String, Object> estimate =
        Map.of("basis", "list prices", "least", 73.0, "most", 73.0, "items", List.of(item));
    Plan plan =
        Plans.of(
            context ->
                new ToyComponent("store")
                    .tell(Map.of("costEstimate", Output.of(estimate), "name", Output.of("store"))));

    assertThat(plan.componentOutputs())
        .containsOnlyKeys(urn("online-store:toy:ToyComponent", "store"));
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .endsWith(
            """
            Cost estimate
              what           count  each   per month
              control plane  1      73.00  73
              total                        73
              Basis: list prices
              An estimate in US dollars from list prices, without traffic, disks and discounts.
            """);
  }

  @Test
  void secretsInOutputsOfComponentsAreMasked() {
    Plan plan =
        Plans.of(
            context ->
                new ToyComponent("store").tell(Map.of("password", Output.ofSecret("hunter22"))));

    assertThat(plan.componentOutputs().values())
        .extracting(JsonNode::toString)
        .containsExactly("{\"password\":\"<secret>\"}");
  }

  private static String lines(Map<String, JsonNode> outputs) {
    return String.join("\n", CostTable.lines(Plans.of(outputs))).stripIndent();
  }
}
