package com.onlinestore.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReportTest {

  private static final Finding LATEST =
      finding("images/tag", Severity.MANDATORY, "Deployment store/cart", null);

  @Test
  void nothingFoundIsNoSection() {
    assertThat(PolicyReport.of(List.of())).isEmpty();
    assertThat(PolicyReport.refusal(List.of())).isEmpty();
  }

  @Test
  void aRuleIsToldOnceWithAllItsObjectsAndWhatToDo() {
    assertThat(
            PolicyReport.of(
                List.of(
                    LATEST,
                    finding("images/tag", Severity.MANDATORY, "Deployment store/orders", null),
                    finding("a/b", Severity.ADVISORY, "Service store/one", null),
                    finding("a/b", Severity.ADVISORY, "Service store/two", null),
                    finding("a/b", Severity.ADVISORY, "Service store/three", null),
                    finding("a/b", Severity.ADVISORY, "Service store/four", null),
                    finding(
                        "c/d",
                        Severity.MANDATORY,
                        "Gateway web/shop",
                        new Waiver(
                            "c/d",
                            "Gateway *",
                            "until the certificate is there",
                            "web-team",
                            LocalDate.of(2027, 3, 31))))))
        .isEqualTo(
            """
            Policy findings
              mandatory images/tag
                Deployment store/cart spec.image: "cart", does not say which build runs
                Deployment store/orders spec.image: "cart", does not say which build runs
                Why: Nothing rolls back.
                Fix: Name a version.
              advisory a/b
                Service store/one spec.image: "cart", does not say which build runs
                Service store/two spec.image: "cart", does not say which build runs
                Service store/three spec.image: "cart", does not say which build runs
                and 1 more
                Why: Nothing rolls back.
                Fix: Name a version.
              1 waived
                c/d Gateway web/shop until 2027-03-31 by web-team: until the certificate is there
            """);
  }

  @Test
  void aRefusalTellsOnlyWhatStops() {
    assertThat(
            PolicyReport.refusal(
                List.of(LATEST, finding("a/b", Severity.ADVISORY, "Service store/one", null))))
        .isEqualTo(
            """
            Mandatory policies are broken, so nothing was created:
              mandatory images/tag
                Deployment store/cart spec.image: "cart", does not say which build runs
                Why: Nothing rolls back.
                Fix: Name a version."""
                .stripTrailing());
  }

  private static Finding finding(String rule, Severity severity, String object, Waiver waiver) {
    return new Finding(
        rule,
        severity,
        "urn",
        object,
        "spec.image: \"cart\", does not say which build runs",
        "Nothing rolls back.",
        "Name a version.",
        waiver);
  }
}
