package com.onlinestore.plan;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.errors.StackFileError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stack's settings as Pulumi passes them to a program.
 *
 * <p>The trap: nothing is decrypted. An encrypted text is {@code <secret>}, and what an environment
 * of Pulumi's cloud would add is missing.
 *
 * @param project name of the project
 * @param stack name of the stack
 * @param config by full key, as in {@code online-store:store}; structured values are JSON
 * @param secretKeys full keys of settings that are encrypted, wholly or in part
 */
public record StackConfig(
    String project, String stack, Map<String, String> config, Set<String> secretKeys) {

  private static final Pattern STACK_FILE = Pattern.compile("Pulumi\\.(.+)\\.yaml");

  /** Copies the collections. */
  public StackConfig {
    config = Collections.unmodifiableMap(new TreeMap<>(config));
    secretKeys = Collections.unmodifiableSet(new TreeSet<>(secretKeys));
  }

  /**
   * Reads {@code Pulumi.yaml} and {@code Pulumi.<stack>.yaml} of a folder.
   *
   * @throws StackFileError when one is missing or is not what Pulumi expects
   */
  public static StackConfig read(Path folder, String stack) {
    ProjectFile project = ProjectFile.read(folder);
    Path file = folder.resolve("Pulumi." + stack + ".yaml");
    if (!Files.isRegularFile(file)) {
      throw noSuchStack(stack, stacks(folder));
    }
    return read(project, stack, file);
  }

  /**
   * Reads {@code Pulumi.yaml} of a folder and a stack file from anywhere, as {@code pulumi up
   * --config-file} does.
   *
   * @throws StackFileError when one is missing or is not what Pulumi expects
   */
  public static StackConfig read(Path folder, String stack, Path file) {
    ProjectFile project = ProjectFile.read(folder);
    if (!Files.isRegularFile(file)) {
      throw new StackFileError("There is no stack file %s.".formatted(file));
    }
    return read(project, stack, file);
  }

  private static StackConfig read(ProjectFile project, String stack, Path file) {
    Map<String, String> config = new TreeMap<>();
    Set<String> secretKeys = new TreeSet<>();
    settings(project, file)
        .forEach(
            (key, yaml) -> {
              ConfigValue value = ConfigValue.of(yaml);
              config.put(key, value.text());
              if (value.secret()) {
                secretKeys.add(key);
              }
            });
    return new StackConfig(project.name(), stack, config, secretKeys);
  }

  /** The stacks that have a file in the folder, sorted. */
  public static List<String> stacks(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> STACK_FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(file -> file.group(1))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Object> settings(ProjectFile project, Path file) {
    Object config = YamlFile.read(file).get("config");
    if (config != null && !(config instanceof Map<?, ?>)) {
      throw new StackFileError(
          file.getFileName() + ": config must be a mapping of keys to values.");
    }
    Map<String, Object> settings = new TreeMap<>();
    project.defaults().forEach((key, value) -> settings.put(fullKey(key, project, file), value));
    if (config instanceof Map<?, ?> own) {
      own.forEach((key, value) -> settings.put(fullKey(key, project, file), value));
    }
    return settings;
  }

  // Pulumi's forms: <name>, <namespace>:<name>, and the old <namespace>:config:<name>.
  private static String fullKey(Object key, ProjectFile project, Path file) {
    String[] parts = String.valueOf(key).split(":", -1);
    if (parts.length == 1) {
      return project.name() + ":" + key;
    }
    if (parts.length == 2) {
      return parts[0] + ":" + parts[1];
    }
    if (parts.length == 3 && parts[1].equals("config")) {
      return parts[0] + ":" + parts[2];
    }
    throw new StackFileError(
        "%s: \"%s\" is not a key of a setting; write <namespace>:<name>."
            .formatted(file.getFileName(), key));
  }

  private static StackFileError noSuchStack(String stack, List<String> stacks) {
    String known =
        stacks.isEmpty()
            ? "There are no stacks."
            : "Stacks: " + String.join(", ", stacks) + "." + Nearest.didYouMean(stack, stacks);
    return new StackFileError(
        "There is no stack \"%s\" here: Pulumi.%s.yaml does not exist. %s"
            .formatted(stack, stack, known));
  }
}
