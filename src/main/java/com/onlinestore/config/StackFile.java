package com.onlinestore.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a stack file says, read and checked as a whole.
 *
 * @param settings the structured value {@code online-store:store}
 * @param mirrors {@code online-store:chartMirror} and {@code online-store:imageMirror}
 */
public record StackFile(StackSettings settings, Mirrors mirrors) {

  /** The namespace of this program's keys in a stack file. */
  public static final String PROJECT = "online-store";

  /** The structured value. */
  public static final String STORE = "store";

  /** The Grafana administrator's password, a secret of its own. */
  public static final String GRAFANA_PASSWORD = "grafanaAdminPassword";

  private static final String CHART_MIRROR = "chartMirror";
  private static final String IMAGE_MIRROR = "imageMirror";
  private static final List<String> KEYS =
      List.of(STORE, CHART_MIRROR, IMAGE_MIRROR, GRAFANA_PASSWORD);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the configuration of a stack.
   *
   * @param keys every configuration key of the stack, with its namespace
   * @param values the value of a key of this project, without the namespace
   * @throws StackFileException with everything that is wrong
   */
  public static StackFile read(Collection<String> keys, Function<String, Optional<String>> values) {
    List<Problem> problems = new ArrayList<>(unknownKeys(keys));
    JsonNode store = parse(values.apply(STORE));
    List<Problem> structural = StackSchema.problems(store);
    StackSettings settings = bind(StackSchema.repaired(store));
    problems.addAll(inStore(structural));
    problems.addAll(inStore(unaffected(settings.problems(), structural)));
    Mirrors mirrors =
        new Mirrors(
            values.apply(CHART_MIRROR).orElse(null), values.apply(IMAGE_MIRROR).orElse(null));
    mirrors.problems().forEach(problem -> problems.add(inProject(problem)));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(Problem::path));
      throw new StackFileException(problems);
    }
    return new StackFile(settings, mirrors);
  }

  private static List<Problem> unknownKeys(Collection<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(PROJECT + ":"))
        .map(key -> key.substring(PROJECT.length() + 1))
        .filter(key -> !KEYS.contains(key))
        .sorted()
        .map(
            key ->
                inProject(
                    new Problem(
                        key,
                        "is not a setting of this program.%s Settings: %s."
                            .formatted(Nearest.didYouMean(key, KEYS), String.join(", ", KEYS)))))
        .toList();
  }

  private static JsonNode parse(Optional<String> value) {
    try {
      return value.isPresent() ? JSON.readTree(value.get()) : JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      // The value is not quoted: it may hold what somebody meant to keep secret.
      throw new StackFileException(
          List.of(inProject(new Problem(STORE, "must be a structured value, not plain text."))));
    }
  }

  private static StackSettings bind(ObjectNode store) {
    try {
      return JSON.treeToValue(store, StackSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The schema accepts what the settings refuse.", e);
    }
  }

  /** Leaves out what may only follow from a value that the schema has refused already. */
  private static List<Problem> unaffected(List<Problem> problems, List<Problem> structural) {
    return problems.stream()
        .filter(
            problem ->
                structural.stream().noneMatch(refused -> problem.path().startsWith(refused.path())))
        .toList();
  }

  private static List<Problem> inStore(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                problem.path().isEmpty()
                    ? inProject(problem.under(STORE))
                    : new Problem(PROJECT + ":" + STORE + " " + problem.path(), problem.message()))
        .toList();
  }

  private static Problem inProject(Problem problem) {
    return new Problem(PROJECT + ":" + problem.path(), problem.message());
  }
}
