package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;

/** Labels of nodes that somebody chose; a cloud would refuse wrong ones when all else stands. */
public final class NodeLabels {

  private static final String VALUE = "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$";
  private static final String RESERVED =
      "^(.*[./])?(kubernetes\\.io|k8s\\.io|cloud\\.google\\.com|eks\\.amazonaws\\.com)/.*";

  private NodeLabels() {}

  /** Keys and values that are none, and keys that belong to somebody else. */
  public static List<Problem> problems(Map<String, String> labels) {
    Problems problems = new Problems();
    labels.forEach(
        (key, value) ->
            problems
                .addIf(!key.matches(Taint.KEY), "", "\"%s\" is no key of a Kubernetes label.", key)
                .addIf(
                    key.matches(RESERVED),
                    "",
                    "\"%s\" belongs to Kubernetes or the cloud; choose a key of your own.",
                    key)
                .addIf(
                    !value.matches(VALUE), "", "\"%s\" is no value of a Kubernetes label.", value));
    return problems.list();
  }
}
