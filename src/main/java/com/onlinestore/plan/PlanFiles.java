package com.onlinestore.plan;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.onlinestore.errors.UserError;
import com.onlinestore.plan.mesh.Mermaid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes a plan as files, to read, to compare with the plan of another branch, and to check with
 * the tools that check manifests. Equal plans give equal bytes.
 *
 * <ul>
 *   <li>{@code resources.json}: every resource, by URN
 *   <li>{@code stack.json}: what is told of the stack as a whole
 *   <li>{@code manifests/<namespace or _cluster>/<kind>-<name>.yaml}: every Kubernetes object
 *   <li>{@code values/<namespace>-<release>.yaml}: the values of every Helm release
 *   <li>{@code review.json}, {@code index.html}: the plan for a reviewer, where the caller has one
 *   <li>{@code graph.mmd}: who may call whom, as a Mermaid flowchart; missing where nobody may
 * </ul>
 *
 * <p>The trap: secrets are masked, so these files are to be looked at and not to be deployed.
 */
public final class PlanFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanFiles() {}

  /** What a reviewer's program reads, beside the plan. */
  public static final String REVIEW = PlanFolder.REVIEW;

  /** What a reviewer opens, beside the plan. */
  public static final String PAGE = PlanFolder.PAGE;

  /** Replaces an earlier plan in {@code out}, or makes the folder. */
  public static void write(Plan plan, Path out) {
    PlanFacts facts = PlanFacts.of(plan);
    write(facts, ManifestTexts.of(plan), Map.of(), out);
  }

  /**
   * Replaces an earlier plan in {@code out}, or makes the folder.
   *
   * @param more what is told of the plan, content by name of the file; made by several threads
   * @throws UserError when the folder holds something other than a plan, two objects of the plan
   *     would be one file, or the folder cannot be written
   */
  public static void write(
      PlanFacts facts, ManifestTexts texts, Map<String, Supplier<String>> more, Path out) {
    Map<String, Supplier<String>> files = files(facts, texts);
    files.putAll(more);
    try {
      PlanFolder folder = PlanFolder.prepare(out);
      files.entrySet().parallelStream()
          .forEach(file -> folder.write(file.getKey(), file.getValue().get()));
    } catch (IOException unwritable) {
      throw new UserError("The plan cannot be written: " + unwritable);
    } catch (UncheckedIOException unwritable) {
      throw new UserError("The plan cannot be written: " + unwritable.getCause());
    }
  }

  /** What {@link #write} writes: content by path. */
  public static Map<String, String> files(PlanFacts facts) {
    Map<String, String> files = new TreeMap<>();
    files(facts, ManifestTexts.of(facts.plan()))
        .forEach((path, text) -> files.put(path, text.get()));
    return files;
  }

  private static Map<String, Supplier<String>> files(PlanFacts facts, ManifestTexts texts) {
    Plan plan = facts.plan();
    FileNames names = new FileNames();
    Map<String, Supplier<String>> files = new TreeMap<>();
    files.put(PlanFolder.RESOURCES, () -> resources(plan));
    files.put(PlanFolder.STACK, () -> text(StoredPlan.stack(plan)));
    for (Manifest manifest : facts.manifests()) {
      files.put(names.of(manifest), () -> texts.of(manifest));
    }
    for (PlannedRelease release : facts.releases()) {
      files.put(
          names.of(release),
          () ->
              YamlText.text(
                  release.values().isObject() ? release.values() : JSON.createObjectNode()));
    }
    if (!facts.calls().calls().isEmpty()) {
      files.put(PlanFolder.GRAPH, () -> Mermaid.of(facts.calls()));
    }
    return files;
  }

  private static String resources(Plan plan) {
    ArrayNode all = JSON.createArrayNode();
    plan.resources().stream()
        .sorted(Comparator.comparing(PlannedResource::urn))
        .forEach(resource -> all.add(StoredPlan.json(resource)));
    return text(all);
  }

  /** JSON as all files of a plan have it. */
  public static String text(JsonNode json) {
    try {
      return JSON.writer(printer()).writeValueAsString(json) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}
