package com.onlinestore.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Plan;
import com.onlinestore.policy.rules.StandardRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has an example that breaks it, with the words, and one that keeps it. */
class StandardRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final List<Rule> RULES = new StandardRules().rules();
  private static final JsonNode EXAMPLES = Store.yaml("examples");

  @TestFactory
  Stream<DynamicTest> aBrokenRuleSaysWhereAndWhat() {
    return EXAMPLES.properties().stream()
        .map(
            example ->
                dynamicTest(
                    example.getKey(),
                    () ->
                        assertThat(said(example.getKey(), example.getValue().get("broken")))
                            .containsExactlyElementsOf(
                                new Value("", example.getValue().get("says")).texts())));
  }

  @TestFactory
  Stream<DynamicTest> aRuleThatIsKeptSaysNothing() {
    return EXAMPLES.properties().stream()
        .map(
            example ->
                dynamicTest(
                    example.getKey(),
                    () ->
                        assertThat(said(example.getKey(), example.getValue().get("kept")))
                            .isEmpty()));
  }

  @Test
  void theStoreOfTheExamplesBreaksNothing() {
    assertThat(findings(Store.whole())).isEmpty();
  }

  @Test
  void everyRuleHasAnExample() {
    List<String> examples = new ArrayList<>();
    EXAMPLES.fieldNames().forEachRemaining(examples::add);
    assertThat(examples).containsExactlyInAnyOrderElementsOf(RULES.stream().map(Rule::id).toList());
  }

  @Test
  void titlesReasonsAndFixesAreSentencesAndTheirOwn() {
    assertThat(RULES)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            rule -> {
              assertThat(rule.title()).endsWith(".").matches("^[A-Z].*");
              assertThat(rule.reason()).endsWith(".");
              assertThat(rule.fix()).matches("(?s)^[A-Z].*[.…]$");
            });
    Set<String> titles = new HashSet<>();
    assertThat(RULES).allSatisfy(rule -> assertThat(titles.add(rule.title())).isTrue());
  }

  private static List<String> said(String rule, JsonNode parts) {
    return findings(Store.of(parts)).stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.object() + " " + finding.message())
        .toList();
  }

  private static List<Finding> findings(Plan plan) {
    return new Policies(List.of(new StandardRules())).findings(plan, List.of(), TODAY);
  }
}
