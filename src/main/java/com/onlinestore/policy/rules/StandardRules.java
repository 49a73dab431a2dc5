package com.onlinestore.policy.rules;

import com.onlinestore.policy.Rule;
import com.onlinestore.policy.RuleCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with the project, by topic. */
public final class StandardRules implements RuleCatalogue {

  @Override
  public List<Rule> rules() {
    return Stream.<List<Rule>>of().flatMap(Collection::stream).toList();
  }
}
