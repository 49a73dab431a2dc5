package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An override that cannot be carried out. What it names is known only when that is made, so it is
 * not among the {@link OverrideSettings#problems problems} of the settings.
 *
 * <p>The trap: where a resource is made in the course of an {@code Output}, it comes wrapped in the
 * exceptions of futures.
 */
public final class OverrideRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String of;
  private final transient List<Problem> problems;

  /**
   * A refusal with every problem on a line of its own.
   *
   * @param of what the override names
   * @param problems of the override, each under its field
   */
  public OverrideRefused(String of, Collection<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> System.lineSeparator() + "  " + problem)
            .collect(
                Collectors.joining("", "The override of \"%s\" has problems".formatted(of), "")));
    this.of = of;
    this.problems = List.copyOf(problems);
  }

  static void ifAny(OverrideSettings override, Collection<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new OverrideRefused(override.of(), problems);
    }
  }

  /** What the override names, as in {@code Cluster online-store-dev-cluster}. */
  public String of() {
    return of;
  }

  /** What is wrong with it, each under its field, as in {@code patch.vpcConfig}. */
  public List<Problem> problems() {
    return problems;
  }
}
