package com.onlinestore.components.cluster;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What everything that a cloud can tag carries: whose it is, which stack made it, who pays.
 *
 * <pre>{@code
 * var tags = new CloudTags("shop", "prod", "prod", "checkout-team", "4711");
 * }</pre>
 *
 * @param project of Pulumi
 * @param stack of Pulumi
 * @param environment of the store
 * @param owner the team that answers for it
 * @param costCentre who pays
 */
public record CloudTags(
    String project, String stack, String environment, String owner, String costCentre) {

  private static final int LONGEST_LABEL = 63;

  /** As tags: any text is allowed. */
  public Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    tags.put("project", project);
    tags.put("stack", stack);
    tags.put("environment", environment);
    tags.put("owner", owner);
    tags.put("cost-centre", costCentre);
    return Collections.unmodifiableMap(tags);
  }

  /** The tags and a name to show in lists. */
  public Map<String, String> named(String name) {
    Map<String, String> tags = new TreeMap<>(tags());
    tags.put("Name", name);
    return Collections.unmodifiableMap(tags);
  }

  /** The tags and others. */
  public Map<String, String> with(Map<String, String> more) {
    Map<String, String> tags = new TreeMap<>(tags());
    tags.putAll(more);
    return Collections.unmodifiableMap(tags);
  }

  /** As labels: lower-case letters, digits, underscores and dashes, at most 63. */
  public Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    tags().forEach((key, value) -> labels.put(key, label(value)));
    return Collections.unmodifiableMap(labels);
  }

  private static String label(String value) {
    String label = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
    return label.substring(0, Math.min(label.length(), LONGEST_LABEL));
  }
}
