package com.onlinestore.plan;

import com.onlinestore.errors.StackFileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads a YAML file that holds a mapping.
 *
 * <p>Not by Jackson, which takes the name of an anchor for its value and forgets merge keys.
 */
final class YamlFile {

  private YamlFile() {}

  /**
   * The file's mapping; empty for an empty file.
   *
   * @throws StackFileError in one line with file, line and cause
   */
  static Map<?, ?> read(Path file) {
    Object document = parse(file);
    if (document == null) {
      return Map.of();
    }
    if (document instanceof Map<?, ?> mapping) {
      return mapping;
    }
    throw new StackFileError(file.getFileName() + ": must be a mapping of keys to values.");
  }

  private static Object parse(Path file) {
    try {
      return yaml().load(Files.readString(file));
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark().getLine() + 1;
      throw new StackFileError(
          "%s, line %d: %s.".formatted(file.getFileName(), line, oneLine(broken.getProblem())));
    } catch (YAMLException broken) {
      throw new StackFileError(
          "%s: %s.".formatted(file.getFileName(), oneLine(broken.getMessage())));
    } catch (IOException unreadable) {
      throw new StackFileError(file.getFileName() + ": cannot be read as UTF-8 text.");
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new PulumiValues(options), new Representer(unused), unused, options, new PulumiScalars());
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("is not YAML").strip();
  }
}
