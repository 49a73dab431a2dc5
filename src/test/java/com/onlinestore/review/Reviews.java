package com.onlinestore.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.PlannedStack;
import com.onlinestore.config.StackFile;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlannedOptions;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.Severity;
import com.onlinestore.policy.Waiver;
import com.onlinestore.review.report.Judged;
import com.onlinestore.review.report.Review;
import com.onlinestore.review.report.ReviewedChange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews to show. */
public final class Reviews {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private Reviews() {}

  /** A busy week of a store on a cluster of its own. */
  public static Review busyWeek() {
    Path before = Path.of("test/resources/review/before.yaml");
    Path after = Path.of("test/resources/review/after.yaml");
    Plan was = PlannedStack.anew("dev", before);
    Plan is = PlannedStack.anew("dev", after);
    return change(was, findings(before, was), is, findings(after, is));
  }

  /** A plan compared with another. */
  public static Review change(
      Plan before, List<Finding> found, Plan after, List<Finding> findings) {
    Judged judged = judged(after, findings);
    return Review.of(judged, Optional.of(ReviewedChange.of("main", judged(before, found), judged)));
  }

  /** A plan alone. */
  public static Review alone(Plan plan, Finding... findings) {
    return Review.of(judged(plan, List.of(findings)), Optional.empty());
  }

  private static Judged judged(Plan plan, List<Finding> findings) {
    return new Judged(PlanFacts.of(plan), List.of(), findings);
  }

  /** What the shipped policies say. */
  private static List<Finding> findings(Path stackFile, Plan plan) {
    StackConfig config = StackConfig.read(Path.of(".."), "dev", stackFile);
    return Policies.onTheClassPath()
        .findings(plan, StackFile.settings(config.config()).policies().waivers(), TODAY);
  }

  /** A finding that nobody waives. */
  public static Finding mandatory(String object, String message) {
    return new Finding(
        "pods/user", Severity.MANDATORY, "urn", object, message, "Why.", "Do that.", null);
  }

  /** A finding that somebody waives. */
  public static Finding waived(String object, String message) {
    return new Finding(
        "pods/user",
        Severity.MANDATORY,
        "urn",
        object,
        message,
        "Why.",
        "Do that.",
        new Waiver(
            "pods/user", object, "until the new image is there", "ada", LocalDate.of(2027, 1, 31)));
  }

  /** A plan with one ConfigMap more, in which everything is {@code text}. */
  public static Plan with(Plan plan, String text) {
    List<PlannedResource> resources = new ArrayList<>(plan.resources());
    JsonNode inputs =
        JsonNodeFactory.instance
            .objectNode()
            .put("apiVersion", "v1")
            .put("kind", "ConfigMap")
            .<ObjectNode>set(
                "metadata",
                JsonNodeFactory.instance.objectNode().put("namespace", "store").put("name", text))
            .set("data", JsonNodeFactory.instance.objectNode().put(text, text));
    resources.add(
        new PlannedResource(
            "urn:pulumi:x::y::kubernetes:core/v1:ConfigMap::" + text,
            "kubernetes:core/v1:ConfigMap",
            text,
            null,
            null,
            List.of(),
            true,
            new PlannedOptions(false, false, List.of(), List.of(), "", List.of()),
            inputs));
    return new Plan(
        plan.project(), plan.stack(), resources, Map.of(), Map.of(), List.of(), List.of());
  }
}
