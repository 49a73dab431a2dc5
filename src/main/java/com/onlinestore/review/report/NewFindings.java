package com.onlinestore.review.report;

import com.onlinestore.policy.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings that there are more of. A rule that an object broke before and breaks now is nothing
 * new, though the value it speaks of may be another one, as every new image's tag is.
 */
final class NewFindings {

  private NewFindings() {}

  /** Those of {@code findings} that are not among {@code others}. */
  static List<Finding> of(List<Finding> findings, List<Finding> others) {
    Set<String> words = new HashSet<>();
    others.forEach(each -> words.add(each.toString()));
    Map<String, Integer> spare = new HashMap<>();
    others.forEach(each -> spare.merge(place(each), 1, Integer::sum));
    List<Finding> unlike = new ArrayList<>();
    for (Finding finding : findings) {
      if (words.contains(finding.toString())) {
        spare.merge(place(finding), -1, Integer::sum);
      } else {
        unlike.add(finding);
      }
    }
    return unlike.stream()
        .filter(finding -> spare.merge(place(finding), -1, Integer::sum) < 0)
        .toList();
  }

  private static String place(Finding finding) {
    return finding.rule() + " " + finding.object();
  }
}
