package com.onlinestore.components.service;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ports of a service, and what can be wrong with them. */
record ServicePorts(ServiceSettings settings) {

  ServicePort main() {
    return new ServicePort(settings.protocol().appProtocol(), settings.port(), settings.protocol());
  }

  /** The main one first, then the others by name. */
  List<ServicePort> all() {
    List<ServicePort> ports = new ArrayList<>(List.of(main()));
    settings.ports().forEach((name, port) -> ports.add(port(name, port)));
    return List.copyOf(ports);
  }

  /** The port called {@code name}, the main one for null; empty if there is none. */
  Optional<ServicePort> named(String name) {
    return name == null
        ? Optional.of(main())
        : all().stream().filter(port -> port.name().equals(name)).findFirst();
  }

  List<String> names() {
    return all().stream().map(ServicePort::name).toList();
  }

  /** Two ports alike, the sidecar's own, and names that no port can have. */
  List<Problem> problems() {
    Problems problems = new Problems();
    Map<Integer, String> numbers = new TreeMap<>(Map.of(settings.port(), "port"));
    problems.addAll("port", numberProblems(settings.port()));
    settings
        .ports()
        .forEach(
            (name, port) -> {
              String path = "ports." + name;
              String first = numbers.putIfAbsent(port.port(), path + ".port");
              problems
                  .addAll(path + ".port", numberProblems(port.port()))
                  .addIf(
                      first != null,
                      path + ".port",
                      "%d is the number of %s too; use another.",
                      port.port(),
                      String.valueOf(first))
                  .addIf(
                      name.equals(main().name()),
                      path,
                      "is the name of the main port, which is called as its protocol; choose"
                          + " another.")
                  .addIf(
                      !name.matches(ServicePort.NAME),
                      path,
                      "must begin with a letter and hold only lower-case letters, digits and single"
                          + " dashes, at most 15.");
            });
    return problems
        .addAll("metricsPort", unknown(settings.metricsPort()))
        .addAll("probes.port", unknown(settings.probes().port()))
        .list();
  }

  /** A name of a port that this service does not have. */
  List<Problem> unknown(String name) {
    return new Problems()
        .addIf(
            named(name).isEmpty(),
            "",
            "\"%s\" is not a port of this service (%s).%s",
            name,
            String.join(", ", names()),
            Nearest.didYouMean(String.valueOf(name), names()))
        .list();
  }

  private static List<Problem> numberProblems(int number) {
    return new Problems()
        .addIf(
            number >= 15000 && number < 15100,
            "",
            "%d is one of the sidecar's own (15000 to 15099); use another.",
            number)
        .list();
  }

  private static ServicePort port(String name, PortSettings port) {
    return new ServicePort(name, port.port(), port.protocol());
  }
}
