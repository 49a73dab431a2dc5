package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;

/** What Pulumi's SDK can carry to the engine of what a stack file can say: not every number. */
final class Carried {

  private Carried() {}

  /** Numbers somewhere in a value that would stop the program; what they are is not shown. */
  static List<Problem> problems(Object value) {
    Problems problems = new Problems();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> problems.addAll(String.valueOf(key), problems(each)));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        problems.addAll("[" + i + "]", problems(list.get(i)));
      }
    } else if (value instanceof Number number && !ValueKind.NUMBER.holds(number)) {
      problems.addIf(
          true,
          "",
          Double.isFinite(number.doubleValue())
              ? "must be a whole number from -2147483648 to 2147483647: Pulumi carries no other."
                  + " Write a larger one in quotes, if text will do."
              : "must be a finite number; write one, or text in quotes.");
    }
    return problems.list();
  }
}
