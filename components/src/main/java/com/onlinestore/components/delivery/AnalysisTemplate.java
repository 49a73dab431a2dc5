package com.onlinestore.components.delivery;

import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/**
 * Questions to Prometheus, and which answers are good.
 *
 * @param args what whoever judges by it must say
 */
public record AnalysisTemplate(List<Argument> args, List<Metric> metrics) {

  /** What stands in queries as {@code {{args.<name>}}}. */
  public record Argument(String name) {}

  /**
   * One question, asked once. An answer that is neither good nor bad is inconclusive.
   *
   * @param successCondition what the answer, the list {@code result}, is where it is good
   * @param failureCondition what it is where it is bad
   */
  public record Metric(
      String name, String successCondition, String failureCondition, Provider provider) {}

  /** Who is asked. */
  public record Provider(Prometheus prometheus) {}

  /** Prometheus by its address, and the question in PromQL. */
  public record Prometheus(String address, String query) {}

  /** The object with this spec. */
  public CustomObject named(ObjectMeta metadata) {
    return new CustomObject(Rollout.API_VERSION, "AnalysisTemplate", metadata, this);
  }
}
