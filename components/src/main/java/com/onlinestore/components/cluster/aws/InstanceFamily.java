package com.onlinestore.components.cluster.aws;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The families of instances that this platform knows: current general, compute and memory ones,
 * with what a {@code large} costs by the hour.
 *
 * <p>List prices of on-demand Linux in us-east-1, {@link EksCosts#AS_OF}, today's:
 * aws.amazon.com/ec2/pricing/on-demand. The other sizes of a family cost in proportion.
 */
enum InstanceFamily {
  T3("t3", "0.0832"),
  T3A("t3a", "0.0752"),
  T4G("t4g", "0.0672"),
  M5("m5", "0.096"),
  M5A("m5a", "0.086"),
  M6I("m6i", "0.096"),
  M6A("m6a", "0.0864"),
  M6G("m6g", "0.077"),
  M7I("m7i", "0.1008"),
  M7I_FLEX("m7i-flex", "0.09576"),
  M7A("m7a", "0.11592"),
  M7G("m7g", "0.0816"),
  M8G("m8g", "0.08976"),
  C5("c5", "0.085"),
  C6I("c6i", "0.085"),
  C6A("c6a", "0.0765"),
  C6G("c6g", "0.068"),
  C7I("c7i", "0.08925"),
  C7A("c7a", "0.10264"),
  C7G("c7g", "0.0725"),
  C8G("c8g", "0.07976"),
  R5("r5", "0.126"),
  R6I("r6i", "0.126"),
  R6A("r6a", "0.1134"),
  R6G("r6g", "0.1008"),
  R7I("r7i", "0.1323"),
  R7A("r7a", "0.15215"),
  R7G("r7g", "0.1071"),
  R8G("r8g", "0.11782");

  private final String id;
  private final BigDecimal hourlyOfLarge;

  InstanceFamily(String id, String hourlyOfLarge) {
    this.id = id;
    this.hourlyOfLarge = new BigDecimal(hourlyOfLarge);
  }

  /** The family by its name, as in {@code m7g}. */
  static Optional<InstanceFamily> of(String id) {
    return Arrays.stream(values()).filter(family -> family.id.equals(id)).findFirst();
  }

  /** The names of all families. */
  static List<String> names() {
    return Arrays.stream(values()).map(InstanceFamily::id).toList();
  }

  /** As AWS writes it. */
  String id() {
    return id;
  }

  /** Whether its processors are Graviton, which run images for arm64 alone. */
  boolean arm() {
    return id.endsWith("g");
  }

  /** US dollars for an hour of its {@code large}. */
  BigDecimal hourlyOfLarge() {
    return hourlyOfLarge;
  }
}
