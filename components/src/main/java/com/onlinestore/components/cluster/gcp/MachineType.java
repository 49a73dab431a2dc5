package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine type that was understood.
 *
 * @param name as in {@code e2-standard-4}
 * @param family decides architecture, disks and price
 * @param cpus a fraction for machines that share a core
 * @param gibibytes of memory
 */
record MachineType(String name, MachineFamily family, BigDecimal cpus, BigDecimal gibibytes) {

  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9]+-(standard|highmem|highcpu)-([1-9][0-9]{0,2})(-lssd)?");
  private static final Pattern CUSTOM =
      Pattern.compile("[a-z0-9]+-custom-([1-9][0-9]{0,2})-([1-9][0-9]{2,6})(-ext)?");
  private static final BigDecimal MEBIBYTES = BigDecimal.valueOf(1024);

  /** Share of a core, and GiB. */
  private static final Map<String, List<String>> SHARED =
      Map.of(
          "e2-micro", List.of("0.25", "1"),
          "e2-small", List.of("0.5", "2"),
          "e2-medium", List.of("1", "4"));

  /** Reads a machine type; empty where {@link #problems} has something to say. */
  static Optional<MachineType> of(String name) {
    return MachineFamily.of(name).flatMap(family -> of(name, family));
  }

  private static Optional<MachineType> of(String name, MachineFamily family) {
    Matcher shape = SHAPE.matcher(name);
    if (shape.matches()) {
      BigDecimal cpus = new BigDecimal(shape.group(2));
      BigDecimal memory = family.memoryPerCpu(shape.group(1)).multiply(cpus);
      return Optional.of(new MachineType(name, family, cpus, memory));
    }
    Matcher custom = CUSTOM.matcher(name);
    if (custom.matches()) {
      BigDecimal memory = new BigDecimal(custom.group(2)).divide(MEBIBYTES);
      return Optional.of(new MachineType(name, family, new BigDecimal(custom.group(1)), memory));
    }
    return Optional.ofNullable(SHARED.get(name))
        .map(
            size ->
                new MachineType(
                    name, family, new BigDecimal(size.get(0)), new BigDecimal(size.get(1))));
  }

  /** What is wrong with a machine type in a region, and in the zones of it that are named. */
  static List<Problem> problems(String name, String region, List<String> zones) {
    Optional<MachineFamily> family = MachineFamily.of(name);
    if (family.isEmpty()) {
      String prefix = MachineFamily.prefix(name);
      return List.of(
          new Problem(
              "",
              "\"%s\" is of no known machine family; known are %s.%s"
                  .formatted(
                      name,
                      String.join(", ", MachineFamily.known()),
                      Nearest.didYouMean(prefix, MachineFamily.known()))));
    }
    return new Problems()
        .addIf(
            of(name).isEmpty(),
            "",
            "\"%s\" must be a family, a shape (standard, highmem, highcpu) and a number of vCPUs,"
                + " such as %s-standard-4.",
            name,
            family.get())
        .addAll("", placeProblems(name, family.get().onlyIn(), region, zones))
        .list();
  }

  private static List<Problem> placeProblems(
      String name, List<String> offered, String region, List<String> zones) {
    if (region.isEmpty()) {
      return List.of();
    }
    List<String> here = offered.stream().filter(zone -> zone.startsWith(region + "-")).toList();
    List<String> missing = zones.stream().filter(zone -> !here.contains(zone)).toList();
    return new Problems()
        .addIf(
            !offered.isEmpty() && here.isEmpty(),
            "",
            "\"%s\" is not offered in %s, only in %s.",
            name,
            region,
            String.join(", ", offered))
        .addIf(
            !here.isEmpty() && zones.isEmpty(),
            "",
            "\"%s\" is not offered in every zone of %s, where GKE would choose; set zones to some of"
                + " %s.",
            name,
            region,
            String.join(", ", here))
        .addIf(
            !here.isEmpty() && !missing.isEmpty(),
            "",
            "\"%s\" is not offered in %s, only in %s.",
            name,
            String.join(", ", missing),
            String.join(", ", here))
        .list();
  }

  /** List price of an hour in US dollars. */
  BigDecimal price() {
    return family.price(cpus, gibibytes);
  }
}
