package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings of what stays whose change customers may notice. */
final class Settings {

  private static final Set<String> PROBES =
      Set.of("readinessProbe", "livenessProbe", "startupProbe");
  private static final Set<String> LEAST_NODES =
      Set.of("minSize", "minNodeCount", "totalMinNodeCount");
  private static final Set<String> CONNECTION =
      Set.of("kubeconfig", "context", "cluster", "clusterIdentifier");
  private static final Set<String> CLUSTERS =
      Set.of("aws:eks/cluster:Cluster", "gcp:container/cluster:Cluster");
  private static final Set<String> VERSIONS = Set.of("version", "minMasterVersion");
  private static final Pattern MINOR = Pattern.compile("1\\.(\\d{1,4})\\b.*");

  private Settings() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changesOfWhatStays().stream()
        .flatMap(
            change ->
                change.properties().stream()
                    .flatMap(property -> property.parts().stream())
                    .flatMap(
                        part ->
                            why(change, part)
                                .map(why -> new Risk(Category.AVAILABILITY, change.name(), why))
                                .stream()));
  }

  private static Optional<String> why(Change change, PropertyChange part) {
    String field = part.path().lastField();
    JsonNode before = part.before();
    JsonNode after = part.after();
    if (LEAST_NODES.contains(field) && after.asInt() < before.asInt()) {
      return Optional.of(
          "has at least %s %s instead of %s."
              .formatted(after.asInt(), after.asInt() == 1 ? "node" : "nodes", before.asInt()));
    }
    if (PROBES.contains(field) && after.isMissingNode()) {
      return Optional.of("%s is gone: a pod that hangs is not noticed.".formatted(part.path()));
    }
    if (CLUSTERS.contains(change.resource().type()) && VERSIONS.contains(field)) {
      return version(before.asText(), after.asText());
    }
    return change.resource().isProvider() && CONNECTION.contains(field)
        ? Optional.of(
            "%s of the provider changes: with another cluster behind it, everything is created anew there."
                .formatted(part.path()))
        : Optional.empty();
  }

  private static Optional<String> version(String before, String after) {
    Matcher old = MINOR.matcher(before);
    Matcher now = MINOR.matcher(after);
    if (!old.matches() || !now.matches()) {
      return Optional.empty();
    }
    int up = Integer.compare(Integer.parseInt(now.group(1)), Integer.parseInt(old.group(1)));
    String then =
        up > 0 ? ": there is no way back" : up < 0 ? ": AWS and Google refuse to go back" : "";
    return Optional.of("Kubernetes %s becomes %s%s.".formatted(before, after, then));
  }
}
