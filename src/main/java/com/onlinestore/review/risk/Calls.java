package com.onlinestore.review.risk;

import com.onlinestore.plan.mesh.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may call whom that could not before. */
final class Calls {

  private Calls() {}

  static Stream<Risk> in(Sides sides) {
    Set<Call> before = new HashSet<>(sides.before().calls().calls());
    Set<String> pairs = before.stream().map(Calls::pair).collect(Collectors.toSet());
    List<Risk> risks = new ArrayList<>();
    Set<String> widened = new TreeSet<>();
    for (Call call : sides.after().calls().calls()) {
      if (!before.contains(call)) {
        if (!pairs.contains(pair(call))) {
          risks.add(risk(call, "may call %s from now on%s.".formatted(call.to(), ways(call))));
        } else if (widened.add(pair(call) + ways(call))) {
          risks.add(
              risk(
                  call,
                  "may call %s%s, in another way than before.".formatted(call.to(), ways(call))));
        }
      }
    }
    return risks.stream();
  }

  private static Risk risk(Call call, String why) {
    return new Risk(Category.EXPOSURE, call.from().toString(), why);
  }

  private static String pair(Call call) {
    return call.from() + " " + call.to();
  }

  private static String ways(Call call) {
    String ways =
        Stream.of(call.methods(), call.paths(), call.ports(), call.conditions())
            .filter(part -> !part.isEmpty())
            .map(part -> String.join(", ", part))
            .collect(Collectors.joining("; "));
    return ways.isEmpty() ? "" : " (" + ways + ")";
  }
}
