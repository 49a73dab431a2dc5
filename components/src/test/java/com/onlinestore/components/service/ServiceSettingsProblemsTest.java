package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSettingsProblemsTest {

  private static final String FILE =
      "must be an absolute path; the file's name may hold letters, digits, dots, dashes and"
          + " underscores.";

  @Test
  void defaultsHaveNone() {
    assertThat(Stores.service().build().problems()).isEmpty();
  }

  @Test
  void allAreToldAtOnceEachAtItsPath() {
    ServiceSettings settings =
        Yaml.read(
            ServiceSettings.class,
            """
            image: acme/orders:1
            replicas: 3
            autoscaling: {min: 5, max: 3}
            resources: {requests: {memory: 1Gi}, limits: {memory: 512Mi}}
            traffic: {timeout: 2h, retries: {perTryTimeout: 1h}}
            externalHosts:
              - {host: a.example.com}
              - {host: b.example.com, cidrs: [10.0.0.0/8, 0.0.0.0/0]}
            configFiles: {application.yaml: "", /etc/logback@prod.xml: ""}
            port: 15021
            drainDelay: 11m
            writablePaths: [/data, /cache, /data]
            environment: {1ST: x, DATABASE_URL: y}
            secrets:
              my-var: {secret: s, key: k}
              DATABASE_URL: {secret: s, key: k}
            """);

    assertThat(settings.problems())
        .containsExactly(
            new Problem(
                "replicas", "3 pods and autoscaling cannot both decide; remove one of them."),
            new Problem("port", "15021 is one of the sidecar's own (15000 to 15099); use another."),
            new Problem("drainDelay", "660s must not be longer than 600s."),
            new Problem("writablePaths[2]", "\"/data\" stands twice."),
            new Problem("autoscaling", "min (5) must not be greater than max (3)."),
            new Problem(
                "resources.requests.memory", "1Gi must not be more than limits.memory (512Mi)."),
            new Problem("traffic.timeout", "7200s must not be longer than 3600s."),
            new Problem(
                "traffic.retries",
                "3 tries of 3600s take up to 10800s and must fit into timeout (7200s)."),
            new Problem(
                "externalHosts[1].cidrs[1]",
                "\"0.0.0.0/0\" is every address; name the host's own range or leave cidrs away."),
            new Problem("configFiles./etc/logback@prod.xml", FILE),
            new Problem("configFiles.application.yaml", FILE),
            new Problem(
                "environment.1ST",
                "must be letters, digits and underscores, and not begin with a digit."),
            new Problem("secrets.DATABASE_URL", "stands in environment too; remove one of them."),
            new Problem(
                "secrets.my-var",
                "must be letters, digits and underscores, and not begin with a digit."));
  }

  @Test
  void aConfigFileInPlaceOfAWritableFolderIsTold() {
    assertThat(
            Stores.service()
                .writablePaths(List.of("/etc/orders"))
                .configFiles(Map.of("/etc/orders", "x"))
                .build()
                .problems())
        .isNotEmpty();
  }

  @Test
  void aLimitBelowTheDefaultRequestLowersTheRequest() {
    assertThat(
            Yaml.read(
                    ServiceSettings.class,
                    "{image: \"acme/orders:1\", resources: {limits: {memory: 64Mi}}}")
                .problems())
        .isEmpty();
  }

  @Test
  void portsAreTheirOwnAndNamesOfPortsAreKnown() {
    assertThat(
            Yaml.read(
                    ServiceSettings.class,
                    """
                    image: acme/orders:1
                    port: 9090
                    metricsPort: admn
                    probes: {port: http}
                    ports:
                      admin: {port: 9090}
                      http: {port: 15010}
                      a--b: {port: 9091}
                    plaintext: {queue: {from: [legacy], reason: no sidecar until March}}
                    """)
                .problems())
        .containsExactly(
            new Problem(
                "ports.a--b",
                "must begin with a letter and hold only lower-case letters, digits and single"
                    + " dashes, at most 15."),
            new Problem("ports.admin.port", "9090 is the number of port too; use another."),
            new Problem(
                "ports.http.port",
                "15010 is one of the sidecar's own (15000 to 15099); use another."),
            new Problem(
                "ports.http",
                "is the name of the main port, which is called as its protocol; choose another."),
            new Problem(
                "metricsPort",
                "\"admn\" is not a port of this service (http, a--b, admin, http). Did you mean"
                    + " \"admin\"?"),
            new Problem(
                "plaintext.queue",
                "\"queue\" is not a port of this service (http, a--b, admin, http)."));
  }
}
