package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.copy;
import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.positive;
import static com.onlinestore.components.settings.Checks.required;
import static com.onlinestore.components.settings.Checks.sorted;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.kubernetes.Amounts;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.observability.objectives.SloSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service of the store. Only the image has no default.
 *
 * <pre>{@code
 * var orders =
 *     ServiceSettingsBuilder.builder()
 *         .image(new Image("ghcr.io/acme/orders:1.4.2"))
 *         .calls(List.of(new Call("products")))
 *         .environment(Map.of("LOG_LEVEL", "info"))
 *         .autoscaling(new AutoscalingSettings(3, 12, 60, null))
 *         .build();
 * }</pre>
 *
 * @param image by fixed tag or digest
 * @param version the name of its only version, a label of its pods; default v1
 * @param versions several versions side by side, by name; empty for one
 * @param live the one of several versions that gets all requests; null where weights decide
 * @param canary how a change of its pods is tried on a part of the requests; null for a rolling
 *     update
 * @param port where it serves; default 8080
 * @param protocol what it speaks there; default http
 * @param ports further ports by name
 * @param metricsPath where it serves Prometheus metrics; default /metrics
 * @param metricsPort name of the port with its metrics; default the main one. Where that speaks no
 *     HTTP, nothing is read but the sidecar's own metrics
 * @param replicas a fixed number of pods; unset where autoscaling decides
 * @param autoscaling default two to six pods, unless replicas is set
 * @param disruption what a node drain may take; default one pod at once
 * @param command instead of the image's entry point
 * @param args instead of the image's arguments; {@code $(NAME)} is replaced from the environment
 * @param user numeric user and group; default 10001
 * @param writablePaths empty folders on the node's disk, besides /tmp; the rest is read-only
 * @param writableSize the most that /tmp and each of those folders may hold; default 64Mi. The
 *     trap: a pod that writes more is evicted
 * @param pullPolicy default IfNotPresent
 * @param pullSecrets Secrets of the store's namespace with registry logins
 * @param configFiles absolute path to content; a change restarts the pods
 * @param resources what its container is given; default 100m CPU and 128Mi memory, and at most the
 *     memory requested, because a leak must hit its own pod and no other. CPU has no limit: one
 *     only makes requests wait while cores are idle
 * @param probes where it tells how it is
 * @param environment variables; each declared call gives {@code <SERVICE>_URL} besides
 * @param secrets variables from Secrets
 * @param calls services it calls
 * @param externalHosts hosts outside the cluster it calls
 * @param cloudRole role that it has in the cluster's cloud; null for none
 * @param traffic how its callers treat it
 * @param limits what it takes from them; null for everything
 * @param faults failures on purpose; default none
 * @param plaintext ports that are reached without mutual TLS, by name; default none
 * @param slo what it promises; null for nothing
 * @param team who is told when something is wrong with it; null for the team of all other alerts
 * @param drainDelay how long a pod that ends still serves, so that callers notice; default 10s
 */
@RecordBuilder
public record ServiceSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Container image by fixed tag or digest, such as ghcr.io/acme/orders:1.4.2.")
        Image image,
    @JsonPropertyDescription("Name of its only version, a label of its pods. Default: v1.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String version,
    @JsonPropertyDescription("Several versions side by side, by name, instead of one.")
        Map<String, VersionSettings> versions,
    @JsonPropertyDescription(
            "The one of several versions that gets all requests, instead of weights. Changing it is"
                + " a blue-green switch.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String live,
    @JsonPropertyDescription(
            "Tries every change of its pods on a part of the requests first, and takes it back"
                + " where its answers are bad. Default: none, a rolling update.")
        CanarySettings canary,
    @JsonPropertyDescription("Port where it serves. Default: 8080.") @Min(1) @Max(65535)
        Integer port,
    @JsonPropertyDescription("What it speaks there: http, http2, grpc or tcp. Default: http.")
        PortProtocol protocol,
    @JsonPropertyDescription("Further ports by name, such as admin: {port: 9090}.")
        Map<String, PortSettings> ports,
    @JsonPropertyDescription("Path of its Prometheus metrics. Default: /metrics.")
        @Pattern(regexp = Checks.PATH)
        String metricsPath,
    @JsonPropertyDescription("Name of the port with its metrics. Default: the main one.")
        @Pattern(regexp = ServicePort.NAME)
        String metricsPort,
    @JsonPropertyDescription("A fixed number of pods, instead of autoscaling.") @Min(0) @Max(1000)
        Integer replicas,
    @JsonPropertyDescription("Pods by load. Default: 2 to 6 at 70 percent CPU.")
        AutoscalingSettings autoscaling,
    @JsonPropertyDescription("What a node drain may take at once.") DisruptionSettings disruption,
    @JsonPropertyDescription("Command instead of the image's entry point.") List<String> command,
    @JsonPropertyDescription(
            "Arguments instead of the image's. $(NAME) is replaced from the environment.")
        List<String> args,
    @JsonPropertyDescription("Numeric user and group of the process. Default: 10001.")
        @Min(1)
        @Max(Integer.MAX_VALUE)
        Long user,
    @JsonPropertyDescription("Folders it may write to besides /tmp. Everything else is read-only.")
        List<@Pattern(regexp = ServiceSettings.FOLDER) String> writablePaths,
    @JsonPropertyDescription(
            "The most that /tmp and each writable path may hold; a pod that writes more is evicted."
                + " Default: 64Mi.")
        Quantity writableSize,
    @JsonPropertyDescription("When the image is pulled. Default: IfNotPresent.")
        PullPolicy pullPolicy,
    @JsonPropertyDescription("Secrets with registry logins, in the store's namespace.")
        List<@Pattern(regexp = Checks.SECRET) String> pullSecrets,
    @JsonPropertyDescription("Files by absolute path, such as /etc/orders/application.yaml.")
        Map<String, String> configFiles,
    @JsonPropertyDescription(
            "Resources of its container. Default: requests cpu 100m and memory 128Mi, limits memory"
                + " as requested and no cpu.")
        ContainerResources resources,
    @JsonPropertyDescription("Paths where it tells how it is.") ProbeSettings probes,
    @JsonPropertyDescription(
            "Environment variables. Each declared call gives <SERVICE>_URL besides.")
        Map<String, String> environment,
    @JsonPropertyDescription(
            "Environment variables from Secrets, such as DATABASE_URL: {secret: orders-db, key:"
                + " url}.")
        Map<String, SecretReference> secrets,
    @JsonPropertyDescription("Services it calls. A call that is not declared does not work.")
        List<Call> calls,
    @JsonPropertyDescription("Hosts outside the cluster that it calls.")
        List<ExternalHost> externalHosts,
    @JsonPropertyDescription(
            "Role that it has in the cluster's cloud, such as"
                + " arn:aws:iam::111122223333:role/orders or"
                + " orders@acme.iam.gserviceaccount.com. Default: none.")
        String cloudRole,
    @JsonPropertyDescription("How its callers treat it.") TrafficSettings traffic,
    @JsonPropertyDescription(
            "What it takes on its main port from all callers together. Default: everything.")
        LimitSettings limits,
    @JsonPropertyDescription("Failures on purpose, for requests with a header. Default: none.")
        FaultSettings faults,
    @JsonPropertyDescription(
            "Exceptions from mutual TLS by name of the port, such as admin: {from: [legacy], reason:"
                + " no sidecar until March}. Default: none.")
        Map<String, PlaintextSettings> plaintext,
    @JsonPropertyDescription(
            "What it promises over 30 days, such as {availability: 99.9, latency: {threshold: 300ms,"
                + " target: 99}}. Default: nothing.")
        SloSettings slo,
    @JsonPropertyDescription(
            "Team that is told when something is wrong with it. Default: that of"
                + " observability.alerts.")
        @Pattern(regexp = AlertSettings.TEAM)
        String team,
    @JsonPropertyDescription("How long a pod that ends still serves, such as 10s. Default: 10s.")
        TimeSpan drainDelay) {

  /** What a folder must look like. */
  public static final String FOLDER = "^/[^\\s:]*[^\\s:/]$";

  private static final Amounts REQUESTS =
      new Amounts(new Quantity("100m"), new Quantity("128Mi"), null);
  private static final TimeSpan LONGEST_DRAIN = TimeSpan.of("10m");
  private static final String CONFIG_FILE = "^/([^\\s:]*/)?[-._a-zA-Z0-9]{1,200}$";
  private static final String VARIABLE = "^[A-Za-z_][A-Za-z0-9_]*$";

  /** Fills in the defaults; refuses single values that no pod can have. */
  public ServiceSettings {
    required("image", image);
    versions = sorted(versions);
    version =
        versions.isEmpty()
            ? matching("version", or(version, "v1"), Checks.DNS_LABEL)
            : optional("version", version, Checks.DNS_LABEL);
    optional("live", live, Checks.DNS_LABEL);
    port = within("port", or(port, 8080), 1, 65535);
    protocol = or(protocol, PortProtocol.HTTP);
    ports = sorted(ports);
    optional("metricsPort", metricsPort, ServicePort.NAME);
    metricsPath = matching("metricsPath", or(metricsPath, "/metrics"), Checks.PATH);
    if (replicas == null) {
      autoscaling = or(autoscaling, AutoscalingSettings.defaults());
    } else {
      within("replicas", replicas, 0, 1000);
    }
    disruption = or(disruption, new DisruptionSettings(null));
    command = copy(command);
    args = copy(args);
    user = within("user", or(user, 10001L), 1, Integer.MAX_VALUE);
    writablePaths = eachMatching("writablePaths", writablePaths, FOLDER);
    writableSize = positive("writableSize", or(writableSize, new Quantity("64Mi")));
    pullPolicy = or(pullPolicy, PullPolicy.IF_NOT_PRESENT);
    pullSecrets = eachMatching("pullSecrets", pullSecrets, Checks.SECRET);
    configFiles = sorted(configFiles);
    resources = withDefaults(or(resources, ContainerResources.NONE));
    probes = or(probes, ProbeSettings.defaults());
    environment = sorted(environment);
    secrets = sorted(secrets);
    calls = copy(calls);
    externalHosts = copy(externalHosts);
    traffic = or(traffic, TrafficSettings.defaults());
    faults = or(faults, FaultSettings.NONE);
    plaintext = sorted(plaintext);
    optional("team", team, AlertSettings.TEAM);
    drainDelay = or(drainDelay, TimeSpan.seconds(10));
  }

  /** Its main port first, then the others by name. */
  public List<ServicePort> servicePorts() {
    return new ServicePorts(this).all();
  }

  /** The port called {@code name}, the main one for null; empty if there is none. */
  public Optional<ServicePort> servicePort(String name) {
    return new ServicePorts(this).named(name);
  }

  /** Its versions by name, each as the settings of a service of its own. */
  public Map<String, ServiceSettings> releases() {
    return new ServiceVersions(this).all();
  }

  /** The most pods of one version that ever run at once, updates aside. */
  public int maxReplicas() {
    return autoscaling == null ? replicas : autoscaling.max();
  }

  /** The port with its metrics; empty where that speaks no HTTP. */
  Optional<ServicePort> metrics() {
    return servicePort(metricsPort).filter(port -> port.protocol().hasRequests());
  }

  /** The port that the kubelet asks. */
  ServicePort probed() {
    return servicePort(probes.port())
        .orElseThrow(() -> new IllegalArgumentException("The probes ask an unknown port."));
  }

  private boolean hasRequests() {
    return servicePorts().stream().anyMatch(port -> port.protocol().hasRequests());
  }

  /** What is wrong across the fields of this service. */
  public List<Problem> problems() {
    Problems problems = new Problems();
    problems.addIf(
        replicas != null && autoscaling != null,
        "replicas",
        "%d pods and autoscaling cannot both decide; remove one of them.",
        replicas);
    problems
        .addAll("", new ServicePorts(this).problems())
        .addAll("", new ServiceVersions(this).problems())
        .addAll("faults", faults.problems())
        .addIf(
            drainDelay.compareTo(LONGEST_DRAIN) > 0,
            "drainDelay",
            "%s must not be longer than %s.",
            drainDelay,
            LONGEST_DRAIN);
    for (int i = 0; i < writablePaths.size(); i++) {
      problems.addIf(
          writablePaths.indexOf(writablePaths.get(i)) < i,
          "writablePaths[" + i + "]",
          "\"%s\" stands twice.",
          writablePaths.get(i));
    }
    if (autoscaling != null) {
      problems.addAll("autoscaling", autoscaling.problems());
    }
    if (canary != null) {
      problems.addAll("canary", canary.problems(this));
    }
    problems.addAll("resources", resources.problems()).addAll("traffic", traffic.problems());
    if (slo != null) {
      problems.addAll("slo", slo.problems(hasRequests(), traffic.timeout()));
    }
    if (limits != null) {
      problems.addAll("limits", limits.problems(protocol));
    }
    for (int i = 0; i < externalHosts.size(); i++) {
      problems.addAll("externalHosts[" + i + "]", externalHosts.get(i).problems());
    }
    configFiles
        .keySet()
        .forEach(
            path ->
                problems.addIf(
                    !path.matches(CONFIG_FILE),
                    "configFiles." + path,
                    "must be an absolute path; the file's name may hold letters, digits, dots,"
                        + " dashes and underscores."));
    configFiles
        .keySet()
        .forEach(
            path ->
                problems.addIf(
                    path.equals("/tmp") || writablePaths.contains(path),
                    "configFiles." + path,
                    "is a writable folder too; remove one of them."));
    plaintext
        .keySet()
        .forEach(
            port -> problems.addAll("plaintext." + port, new ServicePorts(this).unknown(port)));
    environment.keySet().forEach(name -> variable(problems, "environment", name));
    secrets
        .keySet()
        .forEach(
            name -> {
              variable(problems, "secrets", name);
              problems.addIf(
                  environment.containsKey(name),
                  "secrets." + name,
                  "stands in environment too; remove one of them.");
            });
    return problems.list();
  }

  private static ContainerResources withDefaults(ContainerResources resources) {
    ContainerResources given = resources.orElse(new ContainerResources(REQUESTS, null));
    return given.orElse(
        new ContainerResources(null, new Amounts(null, given.requests().memory(), null)));
  }

  private static void variable(Problems problems, String field, String name) {
    problems.addIf(
        !name.matches(VARIABLE),
        field + "." + name,
        "must be letters, digits and underscores, and not begin with a digit.");
  }
}
