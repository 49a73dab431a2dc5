package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicyOperationBuilder;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The requests of some routes as a policy writes them. Routing takes the longest path; a policy
 * knows no order, so it leaves out whatever a longer path takes.
 *
 * @param others hosts of the gateway that have rules of their own
 */
record GuardedOperations(GatewaySettings settings, Collection<String> others) {

  /** The requests that routing gives to one of the routes that are asked for. */
  List<Operation> of(Predicate<RouteSettings> asked) {
    List<GuardedHosts> groups = GuardedHosts.of(settings);
    return groups.stream()
        .flatMap(
            group ->
                group.routes().stream().filter(asked).map(route -> operation(route, group, groups)))
        .toList();
  }

  private Operation operation(RouteSettings route, GuardedHosts group, List<GuardedHosts> groups) {
    List<String> longer =
        group.routes().stream()
            .map(RouteSettings::path)
            .filter(path -> isBelow(path, route.path()))
            .toList();
    AuthorizationPolicyOperationBuilder operation =
        AuthorizationPolicyOperationBuilder.builder()
            .ports(List.of(String.valueOf(settings.servingPort())))
            .paths(withBelow(List.of(route.path())))
            .notPaths(withBelow(longer));
    if (groups.size() == 1 && others.isEmpty()) {
      return operation.build();
    }
    // A wildcard gets what no other name takes, whatever port a request names with it.
    return group.wildcard() == null
        ? operation.hosts(group.exact()).build()
        : operation.notHosts(exactOfOthers(group, groups)).build();
  }

  private List<String> exactOfOthers(GuardedHosts group, List<GuardedHosts> groups) {
    return Stream.concat(
            groups.stream()
                .filter(other -> !other.equals(group))
                .flatMap(other -> other.exact().stream()),
            GuardedHosts.withPorts(others).stream())
        .toList();
  }

  private static boolean isBelow(String path, String top) {
    return !path.equals(top) && path.startsWith(slashed(top));
  }

  /** As routing matches: the path itself, and what is below it. */
  static List<String> withBelow(List<String> paths) {
    return paths.stream().flatMap(path -> Stream.of(path, slashed(path) + "*")).toList();
  }

  private static String slashed(String path) {
    return path.equals("/") ? "/" : path + "/";
  }
}
