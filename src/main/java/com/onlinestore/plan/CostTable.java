package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What components say they cost: those with an output {@code costEstimate} of the form {@code
 * {basis, least, most, items: [{what, least, most, monthlyEach}]}}, in US dollars a month.
 */
final class CostTable {

  private static final String CLAIM =
      "An estimate in US dollars from list prices, without traffic, disks and discounts.";

  private CostTable() {}

  /** The sum of what components say; empty where none says anything. */
  static Optional<Cost> cost(Plan plan) {
    return estimates(plan).stream()
        .map(estimate -> new Cost(number(estimate, "least"), number(estimate, "most")))
        .reduce(Cost::plus);
  }

  private static List<JsonNode> estimates(Plan plan) {
    return plan.componentOutputs().values().stream()
        .map(outputs -> outputs.path("costEstimate"))
        .filter(estimate -> !estimate.path("items").isEmpty())
        .toList();
  }

  static List<String> lines(Plan plan) {
    List<JsonNode> estimates = estimates(plan);
    if (estimates.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable("what", "count", "each", "per month");
    estimates.forEach(estimate -> estimate.path("items").forEach(item -> add(table, item)));
    table.add("total", "", "", cost(plan).map(Cost::toString).orElse(""));
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
        new Cost(each.multiply(least), each.multiply(most)).toString());
  }

  // As a number or as text: a double cannot hold every price.
  private static BigDecimal number(JsonNode object, String field) {
    return new BigDecimal(object.path(field).asText("0"));
  }

  private static String range(String least, String most) {
    return least.equals(most) ? least : least + " to " + most;
  }
}
