package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.PlannedRelease;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import com.onlinestore.review.difference.PropertyPath;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the values of a Helm release say of its pods and volumes, by the names that most charts have
 * for it. What a chart does by default nobody knows here, so only what is set is told.
 */
final class HelmValues {

  private static final Set<String> REPLICAS =
      Set.of("replicas", "replicaCount", "minReplicas", "autoscaleMin");
  private static final String PERSISTENCE = "persistence";

  /** Of Prometheus and Alertmanager. */
  private static final String STORAGE = "storageSpec";

  private static final String BUDGET = "podDisruptionBudget";
  private static final String QUANTITY = "\\d+(\\.\\d+)?([KMGTPE]i?|k)?";

  private HelmValues() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changesOfWhatStays().stream()
        .filter(change -> PlannedRelease.isRelease(change.resource()))
        .flatMap(
            change ->
                change.properties().stream()
                    .flatMap(property -> property.parts().stream())
                    .flatMap(part -> risk(change, part).stream()));
  }

  private static Optional<Risk> risk(Change change, PropertyChange part) {
    PropertyPath path = part.path();
    String field = path.lastField();
    if (REPLICAS.contains(field) && isLess(part.before(), part.after())) {
      return Optional.of(
          risk(
              change,
              Category.AVAILABILITY,
              part.after().asInt() == 1
                  ? "may be one pod alone instead of %s (%s): nothing serves while that one moves."
                      .formatted(part.before().asText(), path)
                  : "has at least %s pods instead of %s (%s)."
                      .formatted(part.after().asText(), part.before().asText(), path)));
    }
    if (isSwitchedOff(part, BUDGET) || field.equals(BUDGET) && part.after().isMissingNode()) {
      return Optional.of(
          risk(
              change,
              Category.AVAILABILITY,
              "asks for no disruption budget any more (%s): where its chart has none, a drain may stop all its pods at once."
                  .formatted(path)));
    }
    if (isSwitchedOff(part, PERSISTENCE) || field.equals(STORAGE) && part.after().isMissingNode()) {
      return Optional.of(
          risk(
              change,
              Category.DATA_LOSS,
              "no longer uses the volume that holds its data (%s).".formatted(path)));
    }
    if (isSize(path) && isSmaller(part.before().asText(), part.after().asText())) {
      return Optional.of(
          risk(
              change,
              Category.DATA_LOSS,
              "asks for a volume of %s instead of %s (%s): no volume shrinks, so this fails, or an empty one is made."
                  .formatted(part.after().asText(), part.before().asText(), path)));
    }
    return Optional.empty();
  }

  private static boolean isLess(JsonNode before, JsonNode after) {
    return before.isNumber() && after.isNumber() && after.asInt() < before.asInt();
  }

  private static boolean isSwitchedOff(PropertyChange part, String block) {
    return part.path().lastField().equals("enabled")
        && part.path().outer().lastField().equals(block)
        && !Flag.isOff(part.before())
        && Flag.isOff(part.after());
  }

  private static boolean isSize(PropertyPath path) {
    String outer = path.outer().lastField();
    return path.lastField().equals("size") && outer.equals(PERSISTENCE)
        || path.lastField().equals("storage") && outer.equals("requests");
  }

  private static boolean isSmaller(String before, String after) {
    return before.matches(QUANTITY)
        && after.matches(QUANTITY)
        && Quantity.getAmountInBytes(Quantity.parse(after))
                .compareTo(Quantity.getAmountInBytes(Quantity.parse(before)))
            < 0;
  }

  private static Risk risk(Change change, Category category, String why) {
    return new Risk(category, change.name(), why);
  }
}
