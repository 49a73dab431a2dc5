package com.onlinestore.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.policy.rules.StandardRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String PLAIN_HTTP = "exposure/plain-http";

  private static final Plan OPEN =
      plan(
          "[{gateway: {spec: {servers: [{hosts: [shop.example.com], port: {number: 80, protocol:"
              + " HTTP}}]}}}]");

  @Test
  void aMandatoryFindingStopsAndSaysAll() {
    assertThat(found(OPEN))
        .containsExactly(
            new Finding(
                PLAIN_HTTP,
                Severity.MANDATORY,
                "urn:pulumi:dev::shop::kubernetes:networking.istio.io/v1:Gateway::gateway",
                "Gateway web/shop",
                "spec.servers[0].port.protocol: \"HTTP\", answers in the open",
                "Everybody on the way reads passwords and orders, and may change them.",
                "Give the gateway a certificate, and port 80 a redirect.",
                null));
    assertThat(found(OPEN)).allMatch(Finding::stops);
  }

  @Test
  void aWaiverLetsItPassUntilItsLastDay() {
    Waiver waiver = waiver(PLAIN_HTTP, "Gateway web/shop", TODAY);
    assertThat(found(OPEN, waiver))
        .singleElement()
        .satisfies(finding -> assertThat(finding.waiver()).isEqualTo(waiver))
        .matches(finding -> finding.isWaived() && !finding.stops());
  }

  @Test
  void anExpiredWaiverFailsAndWaivesNothing() {
    List<Finding> found =
        found(OPEN, waiver(PLAIN_HTTP, "Gateway web/shop", LocalDate.of(2026, 11, 20)));
    assertThat(found).allMatch(Finding::stops);
    assertThat(found)
        .extracting(Finding::toString)
        .containsExactly(
            "exposure/plain-http Gateway web/shop spec.servers[0].port.protocol: \"HTTP\", answers"
                + " in the open",
            "waivers/expired Gateway web/shop policies.waivers[0].until: 2026-11-20, the waiver of"
                + " exposure/plain-http for Gateway web/shop ended and waives nothing; it is"
                + " store-team's.");
  }

  @Test
  void aWaiverThatIsStillGoodTakesOverFromOneThatEnded() {
    assertThat(
            found(
                OPEN,
                waiver(PLAIN_HTTP, "Gateway web/shop", LocalDate.of(2026, 1, 1)),
                waiver(PLAIN_HTTP, "Gateway *", TODAY)))
        .extracting(Finding::rule, Finding::stops)
        .containsExactly(tuple(PLAIN_HTTP, false), tuple("waivers/expired", true));
  }

  @Test
  void aWaiverForNothingIsTold() {
    assertThat(found(OPEN, waiver(PLAIN_HTTP, "Gateway web/*", TODAY))).allMatch(Finding::isWaived);
    assertThat(
            found(
                plan("[{gateway: {}}]"),
                waiver(PLAIN_HTTP, "Gateway web/shop", TODAY),
                waiver("exposure/plain-htp", "Gateway web/shop", TODAY)))
        .allMatch(finding -> finding.severity() == Severity.ADVISORY)
        .extracting(Finding::toString)
        .containsExactly(
            "waivers/unknown-rule Gateway web/shop policies.waivers[1].rule: \"exposure/plain-htp\""
                + " is no rule, so it waives nothing. Did you mean \"exposure/plain-http\"?",
            "waivers/unused Gateway web/shop policies.waivers[0]: nothing breaks exposure/plain-http"
                + " at \"Gateway web/shop\", so it waives nothing.");
  }

  @Test
  void aStarIsAnyTextAndNothingElseIsAPattern() {
    assertThat(found(OPEN, waiver(PLAIN_HTTP, "* *", TODAY))).allMatch(Finding::isWaived);
    assertThat(found(OPEN, waiver(PLAIN_HTTP, "Gateway web/sho.", TODAY))).anyMatch(Finding::stops);
  }

  @Test
  void mandatoryFindingsComeFirstAndEqualPlansGiveEqualLists() {
    Plan plan = plan("[{container: {image: shop, securityContext: null}}]");
    assertThat(found(plan))
        .isEqualTo(found(plan))
        .isSorted()
        .extracting(Finding::severity)
        .isSorted()
        .contains(Severity.MANDATORY, Severity.ADVISORY);
  }

  @Test
  void aTeamsOwnRulesAreFoundOnTheClassPath() {
    assertThat(Policies.onTheClassPath().rules()).contains(HouseRules.NO_BIG_CONFIG);
    assertThat(
            Policies.onTheClassPath()
                .findings(
                    plan(
                        "[{object: {apiVersion: v1, kind: ConfigMap, metadata: {name: big,"
                            + " namespace: store, labels: {acme.example.com/big: \"true\"}}}}]"),
                    List.of(),
                    TODAY))
        .extracting(Finding::toString)
        .containsExactly(
            "acme/no-big-config ConfigMap store/big metadata.labels[acme.example.com/big]: \"true\","
                + " does not belong into a ConfigMap");
  }

  @Test
  void twoRulesMustNotHaveOneId() {
    assertThatThrownBy(() -> new Policies(List.of(new HouseRules(), new HouseRules())))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Two rules have the id acme/no-big-config, of com.onlinestore.policy.HouseRules and of"
                + " com.onlinestore.policy.HouseRules: rename one.");
  }

  @Test
  void aRuleThatFailsIsNamed() {
    Rule broken =
        new Rule(
            "acme/broken",
            Severity.ADVISORY,
            "Title.",
            "Reason.",
            "Fix.",
            (resource, context) -> {
              throw new IllegalStateException("oops");
            });
    assertThatThrownBy(
            () -> new Policies(List.of(() -> List.of(broken))).findings(OPEN, List.of(), TODAY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Rule acme/broken failed on Gateway web/shop with java.lang.IllegalStateException: oops:"
                + " it must let pass what it is not about.")
        .hasRootCauseMessage("oops");
  }

  @Test
  void aCatalogueWhoseRulesCannotBeMadeIsNamed() {
    RuleCatalogue broken =
        () ->
            List.of(new Rule("Broken", Severity.ADVISORY, "t", "r", "f", (one, two) -> List.of()));
    assertThatThrownBy(() -> new Policies(List.of(broken)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The rules of %s cannot be made: java.lang.IllegalArgumentException: id (\"Broken\") must"
                + " match %s.",
            broken.getClass().getName(), Rule.ID);
  }

  @Test
  void aCatalogueThatCannotBeLoadedIsNamed(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(RuleCatalogue.class.getName()), "com.acme.Rules\n");
    URL[] jars = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jars, RuleCatalogue.class.getClassLoader())) {
      assertThatThrownBy(() -> Policies.loadedBy(loader))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "A catalogue of rules cannot be loaded: com.onlinestore.policy.RuleCatalogue: Provider"
                  + " com.acme.Rules not found");
    }
  }

  @Test
  void anIdIsATopicAndAName() {
    assertThatThrownBy(
            () -> new Rule("Broken", Severity.ADVISORY, "t", "r", "f", (one, two) -> List.of()))
        .hasMessage("id (\"Broken\") must match " + Rule.ID + ".");
  }

  private static Waiver waiver(String rule, String resource, LocalDate until) {
    return new Waiver(rule, resource, "made-up data only", "store-team", until);
  }

  private static List<Finding> found(Plan plan, Waiver... waivers) {
    return new Policies(List.of(new StandardRules())).findings(plan, List.of(waivers), TODAY);
  }

  private static Plan plan(String parts) {
    try {
      JsonNode read = new YAMLMapper().readTree(parts);
      return Store.of(read);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
