package com.onlinestore.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.regex.Pattern;

/** Writes YAML that every reader understands alike, the same bytes for the same content. */
public final class YamlText {

  private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata");

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .stringQuotingChecker(new Quotes())
              .build());

  private YamlText() {}

  /** An object with {@code apiVersion}, {@code kind} and {@code metadata} first. */
  public static String manifest(JsonNode object) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    FIRST.stream().filter(object::has).forEach(key -> ordered.set(key, object.get(key)));
    object.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
    return text(ordered);
  }

  /** What the program asks of a resource: the object it stands for, or else its inputs. */
  public static String resource(PlannedResource resource) {
    return Manifest.of(resource)
        .map(manifest -> manifest(manifest.content()))
        .orElseGet(() -> text(resource.inputs()));
  }

  /** The value as a document; fields in the order they have. */
  public static String text(JsonNode value) {
    try {
      return YAML.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Leaves quotes out only where no version of YAML sees anything but text: {@code no}, {@code 1e3}
   * and {@code 12:30} are text to some readers and not to others.
   */
  private static final class Quotes extends StringQuotingChecker {

    private static final long serialVersionUID = 1L;
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z_/][A-Za-z0-9_/.-]*(?:[:@=+][A-Za-z0-9_/.-]+)*");

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return isReservedKeyword(value) || !(PLAIN.matcher(value).matches() || isBlock(value));
    }

    // Written as a literal block, which needs no quotes.
    private static boolean isBlock(String value) {
      return value.indexOf('\n') >= 0;
    }
  }
}
