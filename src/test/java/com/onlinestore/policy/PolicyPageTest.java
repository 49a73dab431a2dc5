package com.onlinestore.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.policy.rules.StandardRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PolicyPageTest {

  private static final Path PAGE = Path.of("../docs/policies.md");
  private static final String HEADING = "## The rules";

  @Test
  void thePageListsEveryRule() throws IOException {
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(HEADING)) + rules();
    if (Boolean.getBoolean("schema.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE).lines())
        .as("the rules changed; mvn verify -Dschema.update=true writes the page anew")
        .containsExactlyElementsOf(expected.lines().toList());
  }

  private static String rules() {
    List<Rule> rules = new StandardRules().rules();
    long mandatory = rules.stream().filter(rule -> rule.severity() == Severity.MANDATORY).count();
    List<String> lines = new ArrayList<>();
    lines.add(HEADING);
    lines.add("");
    lines.add(
        "%d rules, %d of them mandatory. Each has an example in `src/test/resources/policies`."
            .formatted(rules.size(), mandatory));
    String topic = "";
    for (Rule rule : rules) {
      String own = rule.id().substring(0, rule.id().indexOf('/'));
      if (!own.equals(topic)) {
        topic = own;
        lines.addAll(
            List.of(
                "",
                "### " + topic,
                "",
                "| rule | | what holds | why | fix |",
                "|---|---|---|---|---|"));
      }
      lines.add(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(
                  rule.id(),
                  rule.severity().name().toLowerCase(Locale.ROOT),
                  rule.title(),
                  rule.reason(),
                  rule.fix()));
    }
    return String.join("\n", lines) + "\n";
  }
}
