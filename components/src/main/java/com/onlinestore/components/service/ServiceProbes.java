package com.onlinestore.components.service;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** The three probes of a service's container. */
final class ServiceProbes {

  private static final int STARTUP_PERIOD = 2;

  private ServiceProbes() {}

  /** Often and patiently: the others start only after it, so a slow start is not a failure. */
  static Probe startup(ServiceSettings settings) {
    return ask(settings, settings.probes().liveness())
        .withPeriodSeconds(STARTUP_PERIOD)
        .withTimeoutSeconds(2)
        .withFailureThreshold(
            (settings.probes().startupSeconds() + STARTUP_PERIOD - 1) / STARTUP_PERIOD)
        .build();
  }

  static Probe readiness(ServiceSettings settings) {
    return ask(settings, settings.probes().readiness())
        .withPeriodSeconds(5)
        .withTimeoutSeconds(2)
        .withFailureThreshold(2)
        .build();
  }

  /** Slow to judge: a restart makes an overload worse. */
  static Probe liveness(ServiceSettings settings) {
    return ask(settings, settings.probes().liveness())
        .withPeriodSeconds(10)
        .withTimeoutSeconds(5)
        .withFailureThreshold(6)
        .build();
  }

  private static ProbeBuilder ask(ServiceSettings settings, String path) {
    ServicePort port = settings.probed();
    ProbeBuilder probe = new ProbeBuilder();
    return switch (port.protocol()) {
      case HTTP, HTTP2 ->
          probe.withNewHttpGet().withPath(path).withNewPort(port.name()).endHttpGet();
      case GRPC -> probe.withNewGrpc().withPort(port.number()).endGrpc();
      case TCP -> probe.withNewTcpSocket().withNewPort(port.name()).endTcpSocket();
    };
  }
}
