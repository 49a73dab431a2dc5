package com.onlinestore.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.OverrideRefused;
import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.errors.StackFileError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a stack file says, read and checked as a whole.
 *
 * @param settings the structured value {@code online-store:store}
 * @param place where in a cloud the stack is
 * @param mirrors {@code online-store:chartMirror} and {@code online-store:imageMirror}
 */
public record StackFile(StackSettings settings, CloudPlace place, Mirrors mirrors) {

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
   * Makes ready what the first {@link #read} needs: the schema and the readers of all settings are
   * a tenth of a small plan. It need not be called, and is for a thread that has nothing else to
   * do.
   */
  public static void prepare() {
    settings(Map.of());
  }

  /**
   * Reads the configuration of a stack.
   *
   * @param keys every configuration key of the stack, with its namespace
   * @param secretKeys those of them that are secret, wholly or in part
   * @param values the value of a key of this project, without the namespace
   * @param place where in a cloud the stack is
   * @throws StackFileError with everything that is wrong
   */
  public static StackFile read(
      Collection<String> keys,
      Collection<String> secretKeys,
      Function<String, Optional<String>> values,
      CloudPlace place) {
    return read(keys, secretKeys, values, place, List.of());
  }

  /**
   * The same for a preview that does not know everything yet: what is unknown stands as null, is
   * replaced by something plain, and nothing is said of it.
   *
   * @param unknown paths in the structured value
   */
  public static StackFile read(
      Collection<String> keys,
      Collection<String> secretKeys,
      Function<String, Optional<String>> values,
      CloudPlace place,
      Collection<String> unknown) {
    List<Problem> problems = new ArrayList<>(unknownKeys(keys));
    problems.addAll(misplacedSecrets(keys, secretKeys));
    refuse(secretKeys.contains(key(STORE)) ? problems : List.of());

    StackSchema schema = StackSchema.shipped();
    JsonNode store = parse(values.apply(STORE));
    List<Problem> structural = schema.problems(store);
    StackSettings settings = bind(schema.repaired(store));
    problems.addAll(inStore(known(structural, unknown)));
    problems.addAll(inStore(unaffected(settings.problems(place), structural)));
    problems.addAll(settings.cluster().placeProblems(place));
    if (keys.contains(key(GRAFANA_PASSWORD))
        && settings.observability().grafanaAdminSecret() != null) {
      problems.add(
          inProject(
              new Problem(
                  GRAFANA_PASSWORD,
                  "contradicts observability.grafanaAdminSecret (\"%s\"): remove one."
                      .formatted(settings.observability().grafanaAdminSecret()))));
    }
    Mirrors mirrors =
        new Mirrors(
            values.apply(CHART_MIRROR).orElse(null), values.apply(IMAGE_MIRROR).orElse(null));
    mirrors.problems().forEach(problem -> problems.add(inProject(problem)));
    ChartFolder.problems(mirrors, settings.mesh().versions(), CHART_MIRROR)
        .forEach(problem -> problems.add(inProject(problem)));
    refuse(problems);
    return new StackFile(settings, place, mirrors);
  }

  /**
   * The settings of a stack that was read before, for whoever judges what came of it.
   *
   * <p>The trap: it is for a stack file that {@link #read} has taken, and says nothing of others.
   *
   * @param config the stack's configuration by full key
   */
  public static StackSettings settings(Map<String, String> config) {
    return bind(StackSchema.shipped().repaired(parse(Optional.ofNullable(config.get(key(STORE))))));
  }

  /**
   * What the components threw, as a mistake of this file where it is one: some overrides can only
   * be checked against the resource that they name.
   */
  public RuntimeException mistake(RuntimeException thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof OverrideRefused)) {
      cause = cause.getCause();
    }
    return cause instanceof OverrideRefused refused ? mistake(refused) : thrown;
  }

  private StackFileError mistake(OverrideRefused refused) {
    int position =
        settings.overrides().stream().map(OverrideSettings::of).toList().indexOf(refused.of());
    String path = "overrides[%d]".formatted(position);
    return refusal(
        inStore(refused.problems().stream().map(problem -> problem.under(path)).toList()));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw refusal(problems);
    }
  }

  private static StackFileError refusal(List<Problem> problems) {
    StringBuilder message =
        new StringBuilder(
            problems.size() == 1
                ? "The stack file has a problem:"
                : "The stack file has " + problems.size() + " problems:");
    problems.stream()
        .sorted(Comparator.comparing(Problem::path))
        .forEach(problem -> message.append("\n  ").append(problem));
    return new StackFileError(message.toString());
  }

  /**
   * One secret leaf makes the whole value secret, and it would end in a Deployment as plain text.
   */
  private static List<Problem> misplacedSecrets(
      Collection<String> keys, Collection<String> secretKeys) {
    List<Problem> problems = new ArrayList<>();
    if (secretKeys.contains(key(STORE))) {
      problems.add(
          inProject(
              new Problem(
                  STORE,
                  "holds a secret. Put it into a Secret of the store's namespace and name that"
                      + " under a service's secrets.")));
    }
    if (keys.contains(key(GRAFANA_PASSWORD)) && !secretKeys.contains(key(GRAFANA_PASSWORD))) {
      problems.add(
          inProject(
              new Problem(
                  GRAFANA_PASSWORD,
                  "stands in the stack file as plain text. Set it with: pulumi config set --secret "
                      + key(GRAFANA_PASSWORD))));
    }
    return problems;
  }

  private static String key(String name) {
    return PROJECT + ":" + name;
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
      JsonNode node = value.isPresent() ? JSON.readTree(value.get()) : JSON.createObjectNode();
      if (!node.isMissingNode()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Told below, without quoting: the value may hold what somebody meant to keep secret.
    }
    throw refusal(
        List.of(inProject(new Problem(STORE, "must be a structured value, not plain text."))));
  }

  /**
   * The schema says what the settings refuse; what it forgets to say is still a person's mistake.
   */
  private static StackSettings bind(ObjectNode store) {
    try {
      return JSON.treeToValue(store, StackSettings.class);
    } catch (JsonMappingException e) {
      String path = e.getPath().stream().map(StackFile::element).collect(Collectors.joining());
      String reason = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
      throw refusal(
          inStore(List.of(new Problem(path.replaceFirst("^\\.", ""), String.valueOf(reason)))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String element(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "[" + reference.getIndex() + "]"
        : "." + reference.getFieldName();
  }

  private static List<Problem> known(List<Problem> problems, Collection<String> unknown) {
    return problems.stream()
        .filter(problem -> unknown.stream().noneMatch(path -> isAtOrBelow(problem.path(), path)))
        .toList();
  }

  /** Leaves out what may only follow from a value that the schema has refused already. */
  private static List<Problem> unaffected(List<Problem> problems, List<Problem> structural) {
    return problems.stream()
        .filter(
            problem ->
                structural.stream().noneMatch(refused -> follows(problem.path(), refused.path())))
        .toList();
  }

  /** A value refused in a list's entry was replaced, so what is said of the entry means nothing. */
  private static boolean follows(String path, String refused) {
    return isAtOrBelow(path, refused) || path.endsWith("]") && isAtOrBelow(refused, path);
  }

  private static boolean isAtOrBelow(String path, String top) {
    return path.equals(top) || path.startsWith(top + ".") || path.startsWith(top + "[");
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
