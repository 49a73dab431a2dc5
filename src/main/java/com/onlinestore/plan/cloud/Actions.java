package com.onlinestore.plan.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Actions of a policy on little space. Up to four stand as they are; of more, those with one verb
 * are counted: {@code ec2:Describe… (12)}.
 */
final class Actions {

  private static final int SHOWN = 4;

  // The service and the first word of what is done there.
  private static final Pattern VERB = Pattern.compile("[a-z0-9-]+:[A-Z][a-z]*");

  private Actions() {}

  static String text(List<String> actions) {
    if (actions.size() <= SHOWN) {
      return String.join(", ", actions);
    }
    Map<String, List<String>> byVerb =
        actions.stream()
            .collect(Collectors.groupingBy(Actions::verb, TreeMap::new, Collectors.toList()));
    List<String> items = new ArrayList<>();
    byVerb.forEach(
        (verb, members) ->
            items.add(
                members.size() == 1 ? members.get(0) : "%s… (%d)".formatted(verb, members.size())));
    return String.join(", ", items);
  }

  private static String verb(String action) {
    Matcher verb = VERB.matcher(action);
    return verb.lookingAt() ? verb.group() : action;
  }
}
