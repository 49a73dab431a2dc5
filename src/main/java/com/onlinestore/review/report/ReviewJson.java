package com.onlinestore.review.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Waiver;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import com.onlinestore.review.risk.Risk;
import java.util.List;
import java.util.Locale;

/**
 * A review for programs, in the form of {@code review.schema.json}. A field is added with a new
 * feature; one that is removed or means something else raises {@code format}.
 */
public final class ReviewJson {

  /** What a reader checks first. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReviewJson() {}

  /** The review as an object. */
  public static ObjectNode of(Review review) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("project", review.plan().project());
    node.put("stack", review.plan().stack());
    node.put("resources", review.plan().resources().stream().filter(each -> each.custom()).count());
    node.put("stops", review.stops());
    texts(node.putArray("mistakes"), review.mistakes());
    ArrayNode findings = node.putArray("findings");
    review.findings().forEach(each -> findings.add(finding(each)));
    node.set("change", review.change().<JsonNode>map(ReviewJson::change).orElse(null));
    return node;
  }

  private static ObjectNode change(ReviewedChange change) {
    ObjectNode node = JSON.createObjectNode();
    node.put("base", change.base());
    ArrayNode risks = node.putArray("risks");
    change.risks().forEach(risk -> risks.add(risk(risk)));
    ArrayNode changes = node.putArray("changes");
    change.difference().changes().forEach(each -> changes.add(change(each)));
    ArrayNode fresh = node.putArray("newFindings");
    change.fresh().forEach(each -> fresh.add(finding(each)));
    ArrayNode standing = node.putArray("standingFindings");
    change.standing().forEach(each -> standing.add(finding(each)));
    ArrayNode mended = node.putArray("mendedFindings");
    change.mended().forEach(each -> mended.add(finding(each)));
    return node;
  }

  private static ObjectNode risk(Risk risk) {
    ObjectNode node = JSON.createObjectNode();
    node.put("category", word(risk.category()));
    node.put("what", risk.what());
    node.put("why", risk.why());
    return node;
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", word(change.kind()));
    node.put("name", change.name());
    node.put("type", change.resource().type());
    node.put("before", change.before() == null ? null : change.before().urn());
    node.put("after", change.after() == null ? null : change.after().urn());
    texts(node.putArray("forcedBy"), change.forcedBy());
    node.put("effect", change.effect());
    ArrayNode properties = node.putArray("properties");
    change.properties().forEach(property -> properties.add(property(property)));
    return node;
  }

  /** A side that was not there is left out, so that null stays a value. */
  private static ObjectNode property(PropertyChange property) {
    ObjectNode node = JSON.createObjectNode();
    node.put("path", property.path().toString());
    if (!property.before().isMissingNode()) {
      node.set("before", property.before());
    }
    if (!property.after().isMissingNode()) {
      node.set("after", property.after());
    }
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rule", finding.rule());
    node.put("severity", word(finding.severity()));
    node.put("object", finding.object());
    node.put("message", finding.message());
    node.put("reason", finding.reason());
    node.put("fix", finding.fix());
    node.set("waiver", finding.isWaived() ? waiver(finding.waiver()) : null);
    return node;
  }

  private static ObjectNode waiver(Waiver waiver) {
    ObjectNode node = JSON.createObjectNode();
    node.put("reason", waiver.reason());
    node.put("owner", waiver.owner());
    node.put("until", waiver.until().toString());
    return node;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
