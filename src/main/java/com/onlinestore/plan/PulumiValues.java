package com.onlinestore.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.scanner.ScannerException;

/** What Pulumi makes of plain words that are days or numbers, before a program sees them. */
final class PulumiValues extends SafeConstructor {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

  PulumiValues(LoaderOptions options) {
    super(options);
    yamlConstructors.put(Tag.TIMESTAMP, new Midnight());
    yamlConstructors.put(Tag.FLOAT, new Finite());
  }

  private static final class Midnight extends AbstractConstruct {

    @Override
    public Object construct(Node node) {
      String text = ((ScalarNode) node).getValue();
      try {
        return LocalDate.parse(text, DAY) + " 00:00:00 +0000 UTC";
      } catch (DateTimeParseException noDay) {
        return text;
      }
    }
  }

  private final class Finite extends ConstructYamlFloat {

    @Override
    public Object construct(Node node) {
      Double number = (Double) super.construct(node);
      if (Double.isFinite(number)) {
        return number;
      }
      String text = ((ScalarNode) node).getValue();
      if (Character.isDigit(text.charAt(text.length() - 1))) {
        return text;
      }
      throw new ScannerException(
          null, null, text + " is no number for Pulumi; put it in quotes", node.getStartMark());
    }
  }
}
