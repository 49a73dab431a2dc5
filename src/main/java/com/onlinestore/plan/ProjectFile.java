package com.onlinestore.plan;

import com.onlinestore.errors.StackFileError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code Pulumi.yaml} says about every stack.
 *
 * @param name the project's name, the namespace of its settings
 * @param defaults settings of stacks that do not set them, by key as written; a value may be null
 */
record ProjectFile(String name, Map<String, Object> defaults) {

  private static final String FILE = "Pulumi.yaml";

  /** Reads the file; fails with a {@link StackFileError} where it or its name is missing. */
  static ProjectFile read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new StackFileError(
          "There is no Pulumi project here: Pulumi.yaml does not exist."
              + " Change to its folder, or name it with --project.");
    }
    Map<?, ?> content = YamlFile.read(file);
    if (!(content.get("name") instanceof String name)) {
      throw new StackFileError("Pulumi.yaml: name is required.");
    }
    Map<String, Object> defaults = new LinkedHashMap<>();
    if (content.get("config") instanceof Map<?, ?> settings) {
      settings.forEach((key, setting) -> addDefault(defaults, String.valueOf(key), setting));
    }
    return new ProjectFile(name, defaults);
  }

  // A setting is its default itself, or a declaration that may hold one.
  private static void addDefault(Map<String, Object> defaults, String key, Object setting) {
    if (!(setting instanceof Map<?, ?> declaration)) {
      defaults.put(key, setting);
    } else if (declaration.containsKey("value")) {
      defaults.put(key, declaration.get("value"));
    } else if (declaration.containsKey("default")) {
      defaults.put(key, declaration.get("default"));
    }
  }
}
