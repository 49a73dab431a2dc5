package com.onlinestore.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.PlannedStack;
import com.onlinestore.config.StackFile;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedOptions;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.plan.Urn;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.Waiver;
import com.onlinestore.review.report.Judged;
import com.onlinestore.review.report.Review;
import com.onlinestore.review.report.ReviewedChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Example changes: folders with {@code before.yaml} and {@code after.yaml}, each a stack file or a
 * list of resources.
 */
public final class Examples {

  /** Where they are. */
  public static final Path FOLDER = Path.of("test/resources/changes");

  private static final Urn STACK =
      new Urn("dev", "online-store", "pulumi:pulumi:Stack", "online-store-dev");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final Map<String, Review> REVIEWS = new ConcurrentHashMap<>(1024);

  private Examples() {}

  /** All of them, by name. */
  public static List<String> names() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The review of an example, against the revision {@code main}; made once and shared. */
  public static Review review(String name) {
    return REVIEWS.computeIfAbsent(name, Examples::reviewed);
  }

  private static Review reviewed(String name) {
    return review(
        judged(FOLDER.resolve(name).resolve("before.yaml")),
        judged(FOLDER.resolve(name).resolve("after.yaml")));
  }

  /** The review of a change, against the revision {@code main}. */
  public static Review review(Plan before, Plan after) {
    return review(judged(before, List.of()), judged(after, List.of()));
  }

  private static Review review(Judged before, Judged after) {
    return Review.of(after, Optional.of(ReviewedChange.of("main", before, after)));
  }

  private static Judged judged(Path file) {
    List<Waiver> waivers =
        yaml(file).has("resources")
            ? List.of()
            : StackFile.settings(StackConfig.read(Path.of(".."), "dev", file).config())
                .policies()
                .waivers();
    return judged(plan(file), waivers);
  }

  private static Judged judged(Plan plan, List<Waiver> waivers) {
    return Judged.of(plan, waivers, Policies.onTheClassPath(), TODAY);
  }

  /** The plan of a file. */
  public static Plan plan(Path file) {
    JsonNode content = yaml(file);
    return content.has("resources")
        ? plan(content.path("resources"))
        : PlannedStack.of("dev", file);
  }

  private static Plan plan(JsonNode list) {
    Map<String, PlannedResource> resources = new LinkedHashMap<>();
    resources.put("", resource(STACK, null, new ObjectMapper().createObjectNode()));
    for (JsonNode node : list) {
      PlannedResource parent = resources.get(node.path("parent").asText(""));
      Urn urn =
          Urn.parse(parent.urn()).child(node.path("type").asText(), node.path("name").asText());
      resources.put(node.path("name").asText(), resource(urn, parent, node));
    }
    return new Plan(
        "online-store",
        "dev",
        list.isEmpty() ? List.of() : List.copyOf(resources.values()),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private static PlannedResource resource(Urn urn, PlannedResource parent, JsonNode node) {
    List<String> aliases = new ArrayList<>();
    node.path("aliases")
        .forEach(
            name ->
                aliases.add(
                    new Urn(urn.stack(), urn.project(), urn.type(), name.asText()).toString()));
    String type = urn.type().substring(urn.type().lastIndexOf('$') + 1);
    return new PlannedResource(
        urn.toString(),
        type,
        urn.name(),
        parent == null ? null : parent.urn(),
        null,
        List.of(),
        parent != null && !type.startsWith("online-store:"),
        new PlannedOptions(
            node.path("protect").asBoolean(),
            node.path("retainOnDelete").asBoolean(),
            texts(node.path("ignoreChanges")),
            List.of(),
            "",
            aliases),
        node.has("inputs") ? node.path("inputs") : new ObjectMapper().createObjectNode());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
