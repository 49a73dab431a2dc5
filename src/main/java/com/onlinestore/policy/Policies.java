package com.onlinestore.policy;

import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Holds a plan against rules.
 *
 * <p>Use it in a unit test of any Pulumi program: {@code
 * Policies.onTheClassPath().findings(Planner.plan(…), List.of(), today)}.
 *
 * <p>The trap: rules that cannot be made, found or asked are a {@link UserError}, never a warning.
 * A plan that was held against half of the rules would pass for one that keeps them all.
 */
public final class Policies {

  private final List<Rule> rules;

  /**
   * The rules of these catalogues.
   *
   * @throws UserError where two rules have one id, or a catalogue throws
   */
  public Policies(Iterable<RuleCatalogue> catalogues) {
    Map<String, RuleCatalogue> owners = new TreeMap<>();
    List<Rule> all = new ArrayList<>();
    for (RuleCatalogue catalogue : catalogues) {
      for (Rule rule : rules(catalogue)) {
        RuleCatalogue other = owners.putIfAbsent(rule.id(), catalogue);
        if (other != null) {
          throw new UserError(
              "Two rules have the id %s, of %s and of %s: rename one."
                  .formatted(
                      rule.id(), other.getClass().getName(), catalogue.getClass().getName()));
        }
        all.add(rule);
      }
    }
    this.rules = List.copyOf(all);
  }

  private static List<Rule> rules(RuleCatalogue catalogue) {
    try {
      return catalogue.rules();
    } catch (RuntimeException broken) {
      throw new UserError(
          "The rules of %s cannot be made: %s".formatted(catalogue.getClass().getName(), broken),
          broken);
    }
  }

  /**
   * Ours, and those of every catalogue on the class path.
   *
   * @throws UserError where one of them cannot be loaded, too
   */
  public static Policies onTheClassPath() {
    // Inside Maven the loader of a thread of the common pool would know none of them.
    return loadedBy(RuleCatalogue.class.getClassLoader());
  }

  static Policies loadedBy(ClassLoader loader) {
    try {
      return new Policies(ServiceLoader.load(RuleCatalogue.class, loader));
    } catch (ServiceConfigurationError unloaded) {
      throw new UserError(
          "A catalogue of rules cannot be loaded: " + unloaded.getMessage(), unloaded);
    }
  }

  /** All rules, in the order of their catalogues. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * What breaks a rule, waived findings included, and what is wrong with waivers; mandatory ones
   * first, then by rule and object. Equal plans give equal lists on one day.
   *
   * @throws UserError where a rule throws
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
      throw new UserError(
          "Rule %s failed on %s with %s: it must let pass what it is not about."
              .formatted(rule.id(), context.nameOf(resource), broken),
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
