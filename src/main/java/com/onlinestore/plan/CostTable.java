package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What components say they cost: those with an output {@code costEstimate} of the form {@code
 * {basis, least, most, items: [{what, least, most, monthlyEach}]}}, in US dollars a month.
 */
final class CostTable {

  private static final String CLAIM =
      "An estimate in US dollars from list prices, without traffic, disks and discounts.";

  private CostTable() {}

  static List<String> lines(Plan plan) {
    List<JsonNode> estimates =
        plan.componentOutputs().values().stream()
            .map(outputs -> outputs.path("costEstimate"))
            .filter(estimate -> !estimate.path("items").isEmpty())
            .toList();
    if (estimates.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable("what", "count", "each", "per month");
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (JsonNode estimate : estimates) {
      estimate.path("items").forEach(item -> add(table, item));
      least = least.add(number(estimate, "least"));
      most = most.add(number(estimate, "most"));
    }
    table.add("total", "", "", range(dollars(least), dollars(most)));
    List<String> lines = new ArrayList<>(table.lines());
    estimates.stream()
        .map(estimate -> "Basis: " + estimate.path("basis").asText())
        .distinct()
        .forEach(basis -> lines.addAll(TextLayout.wrapWords("  ", "    ", basis)));
    lines.add("  " + CLAIM);
    return lines;
  }

  private static void add(TextTable table, JsonNode item) {
    BigDecimal least = number(item, "least");
    BigDecimal most = number(item, "most");
    BigDecimal each = number(item, "monthlyEach");
    table.add(
        item.path("what").asText(),
        range(least.toPlainString(), most.toPlainString()),
        each.setScale(2, RoundingMode.HALF_UP).toPlainString(),
        range(dollars(each.multiply(least)), dollars(each.multiply(most))));
  }

  // As a number or as text: a double cannot hold every price.
  private static BigDecimal number(JsonNode object, String field) {
    return new BigDecimal(object.path(field).asText("0"));
  }

  private static String dollars(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String range(String least, String most) {
    return least.equals(most) ? least : least + " to " + most;
  }
}
