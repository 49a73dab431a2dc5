package com.onlinestore.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import com.onlinestore.review.Reviews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReviewPageTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--{{script}}&\u2028'\"";

  private static final Review REVIEW = Reviews.busyWeek();
  private static final String PAGE = ReviewPage.of(REVIEW);

  @Test
  void holdsWhatAReviewSays() throws IOException {
    JsonNode data = data(PAGE);

    assertThat(data.at("/project").asText()).isEqualTo("online-store");
    assertThat(data.at("/stack").asText()).isEqualTo("dev");
    assertThat(data.at("/base").asText()).isEqualTo("main");
    assertThat(data.at("/risks")).hasSameSizeAs(REVIEW.change().orElseThrow().risks());
    assertThat(data.at("/changes"))
        .hasSameSizeAs(REVIEW.change().orElseThrow().difference().changes());
    assertThat(data.at("/resources"))
        .hasSize((int) REVIEW.plan().resources().stream().filter(each -> each.custom()).count());
    assertThat(data.at("/tables").findValuesAsText("id"))
        .containsExactly("exposure", "plaintext", "workloads", "rights", "overrides", "cost");
  }

  @Test
  void valuesStandSideBySideAndLongOnesLineByLine() throws IOException {
    JsonNode orders = change(data(PAGE), "Deployment store/orders-v1");
    assertThat(orders.at("/properties/0").toString())
        .isEqualTo("{\"path\":\"spec.replicas\",\"before\":\"3\",\"after\":\"2\",\"lines\":[]}");
    JsonNode cluster = change(data(PAGE), "Cluster online-store-dev-cluster");
    assertThat(cluster.at("/properties/0/lines").toString()).contains("198.51.0.0/16");
  }

  @Test
  void theGraphKnowsWhatComesAndWhatGoes() throws IOException {
    JsonNode calls = data(PAGE).at("/calls");
    assertThat(states(calls.get("boxes"), "added")).isEqualTo(2);
    assertThat(states(calls.get("arrows"), "removed")).isEqualTo(1);
  }

  @Test
  void whatAWorkloadWasStandsAboveWhatItIs() throws IOException {
    JsonNode rows = data(PAGE).at("/tables/2/rows");
    assertThat(rows.get(0).toString())
        .isEqualTo(
            "{\"state\":\"removed\",\"cells\":[\"store/orders-v1\",\"3\",\"0.45\",\"768Mi\"]}");
    assertThat(rows.get(1).toString())
        .isEqualTo("{\"state\":\"added\",\"cells\":[\"store/orders-v1\",\"2\",\"0.3\",\"512Mi\"]}");
  }

  @Test
  void newFindingsAndWaiversAreMarked() throws IOException {
    Plan plan = REVIEW.plan();
    JsonNode findings =
        data(ReviewPage.of(
                Reviews.change(
                    plan,
                    List.of(Reviews.waived("Deployment a/b", "old.")),
                    plan,
                    List.of(
                        Reviews.mandatory("Deployment a/b", "new."),
                        Reviews.waived("Deployment a/b", "old.")))))
            .get("findings");
    assertThat(findings.at("/0/fresh").asBoolean()).isTrue();
    assertThat(findings.at("/1/fresh").asBoolean()).isFalse();
    assertThat(findings.at("/1/waiver").asText())
        .isEqualTo("until the new image is there — ada, until 2027-01-31");
  }

  @Test
  void withoutABaseNothingIsCompared() throws IOException {
    JsonNode data = data(ReviewPage.of(Reviews.alone(REVIEW.plan())));
    assertThat(data.has("base")).isFalse();
    assertThat(data.has("risks")).isFalse();
    assertThat(data.has("changes")).isFalse();
    assertThat(data.findValuesAsText("state")).containsOnly("");
  }

  @Test
  void nothingOfAPlanBecomesMarkup() throws IOException {
    Review hostile =
        Reviews.change(
            REVIEW.plan(),
            List.of(),
            Reviews.with(REVIEW.plan(), HOSTILE),
            List.of(Reviews.mandatory(HOSTILE, HOSTILE)));
    String page = ReviewPage.of(hostile);

    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("</script", -1)).hasSize(3);
    assertThat(page).doesNotContain("<!--");
    assertThat(data(page).at("/findings/0/message").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void theBrowserIsToldToRunThisScriptAlone() throws GeneralSecurityException {
    String script = between(PAGE, "<script>", "</script>");
    String style = between(PAGE, "<style>", "</style>");
    assertThat(PAGE)
        .contains(
            "default-src 'none'; script-src '%s'; style-src '%s';"
                .formatted(hash(script), hash(style)))
        .doesNotContain("http-equiv=\"refresh\"", "<link", "src=")
        .doesNotContain(" style=\"");
  }

  @Test
  void equalReviewsGiveEqualBytes() {
    assertThat(ReviewPage.of(Reviews.busyWeek())).isEqualTo(PAGE);
  }

  @Test
  void thePageOfProdIsSmallAndQuick() {
    Plan prod = PlannedStack.shipped("prod");
    long start = System.nanoTime();
    String page = ReviewPage.of(Reviews.change(prod, List.of(), prod, List.of()));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static JsonNode change(JsonNode data, String name) {
    for (JsonNode change : data.get("changes")) {
      if (change.get("name").asText().equals(name)) {
        return change;
      }
    }
    throw new AssertionError("No change of " + name);
  }

  private static long states(JsonNode parts, String state) {
    return parts.findValuesAsText("state").stream().filter(state::equals).count()
        - parts.findValues("labels").stream()
            .flatMap(labels -> labels.findValuesAsText("state").stream())
            .filter(state::equals)
            .count();
  }

  private static JsonNode data(String page) throws IOException {
    return new ObjectMapper()
        .readTree(between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
  }

  private static String between(String page, String start, String end) {
    Matcher part =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(page);
    assertThat(part.find()).isTrue();
    return part.group(1);
  }

  private static String hash(String text) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
