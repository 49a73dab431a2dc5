package com.onlinestore.policy;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Holds a plan against rules.
 *
 * <p>Use it in a unit test of any Pulumi program: {@code
 * Policies.onTheClassPath().findings(Planner.plan(…), List.of(), today)}.
 */
public final class Policies {

  private final List<Rule> rules;

  /**
   * The rules of these catalogues.
   *
   * @throws IllegalArgumentException where two rules have one id
   */
  public Policies(Iterable<RuleCatalogue> catalogues) {
    Map<String, RuleCatalogue> owners = new TreeMap<>();
    List<Rule> all = new ArrayList<>();
    for (RuleCatalogue catalogue : catalogues) {
      for (Rule rule : catalogue.rules()) {
        RuleCatalogue other = owners.putIfAbsent(rule.id(), catalogue);
        if (other != null) {
          throw new IllegalArgumentException(
              "Two rules have the id %s, of %s and of %s: rename one."
                  .formatted(
                      rule.id(), other.getClass().getName(), catalogue.getClass().getName()));
        }
        all.add(rule);
      }
    }
    this.rules = List.copyOf(all);
  }

  /** Ours, and those of every catalogue on the class path. */
  public static Policies onTheClassPath() {
    // Inside Maven the loader of a thread of the common pool would know none of them.
    return new Policies(
        ServiceLoader.load(RuleCatalogue.class, RuleCatalogue.class.getClassLoader()));
  }

  /** All rules, in the order of their catalogues. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * What breaks a rule, waived findings included, and what is wrong with waivers; mandatory ones
   * first, then by rule and object. Equal plans give equal lists on one day.
   */
  public List<Finding> findings(Plan plan, List<Waiver> waivers, LocalDate today) {
    WaiverBook book = new WaiverBook(waivers, rules, today);
    PolicyContext context = PolicyContext.of(plan);
    List<Finding> all = new ArrayList<>();
    for (PlannedResource resource : plan.resources()) {
      for (Rule rule : rules) {
        for (String message : violations(rule, resource, context)) {
          all.add(book.applied(finding(rule, resource, context, message)));
        }
      }
    }
    all.addAll(book.findings());
    all.sort(Comparator.naturalOrder());
    return List.copyOf(all);
  }

  private static List<String> violations(
      Rule rule, PlannedResource resource, PolicyContext context) {
    try {
      return rule.policy().violations(resource, context);
    } catch (RuntimeException broken) {
      throw new IllegalStateException(
          "Rule %s failed on %s: it must not.".formatted(rule.id(), context.nameOf(resource)),
          broken);
    }
  }

  private static Finding finding(
      Rule rule, PlannedResource resource, PolicyContext context, String message) {
    return new Finding(
        rule.id(),
        rule.severity(),
        resource.urn(),
        context.nameOf(resource),
        message,
        rule.reason(),
        rule.fix(),
        null);
  }
}
