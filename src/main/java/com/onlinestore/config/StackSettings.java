package com.onlinestore.config;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.delivery.RolloutsSettings;
import com.onlinestore.components.gateway.GatewayApi;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.LimitCounter;
import com.onlinestore.components.gateway.RedisSettings;
import com.onlinestore.components.gateway.StoreGateway;
import com.onlinestore.components.gateway.ToolProblems;
import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.observability.LogBucket;
import com.onlinestore.components.observability.MetricsServerSettings;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.service.AmbientLimits;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import com.onlinestore.policy.PolicySettings;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One environment of the store: the structured value {@code online-store:store} of a stack file.
 *
 * @param environment its name; default dev
 * @param profile how much is at stake; default dev where the environment is local or dev, else prod
 * @param namespace of the store; default store
 * @param ownership whose it is; required where this stack makes the cluster, else null
 * @param cluster where it runs
 * @param mesh how services talk
 * @param observability how it is watched
 * @param metricsServer what autoscalers read
 * @param rollouts what carries out canaries
 * @param gateway its entrance; null for none
 * @param overrides other words on generated objects and releases; default none
 * @param policies exceptions from rules; default none
 * @param services by name; default products, orders, payments and users on a demonstration image
 */
public record StackSettings(
    @JsonPropertyDescription("Name of the environment. Default: dev.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String environment,
    @JsonPropertyDescription(
            "dev: small and forgetful. prod: survives the loss of a node. Default: dev where the"
                + " environment is local or dev, else prod.")
        Profile profile,
    @JsonPropertyDescription("Namespace of the store. Default: store.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String namespace,
    @JsonPropertyDescription(
            "Whose it is: tags on everything in a cloud. Required where this stack makes the"
                + " cluster. A change replaces every node of a cluster on AWS, a few at a time.")
        Ownership ownership,
    @JsonPropertyDescription("Where the store runs.") ClusterSettings cluster,
    @JsonPropertyDescription("How services talk.") MeshSettings mesh,
    @JsonPropertyDescription("How the store is watched.") ObservabilitySettings observability,
    @JsonPropertyDescription("The metrics API that autoscalers read.")
        MetricsServerSettings metricsServer,
    @JsonPropertyDescription("The controller that carries out canaries.") RolloutsSettings rollouts,
    @JsonPropertyDescription("The store's entrance. Default: none, reachable in the cluster only.")
        GatewaySettings gateway,
    @JsonPropertyDescription(
            "A way out where no setting says what is needed: patches of generated objects and of values of"
                + " Helm releases, each with a reason. Default: none.")
        List<OverrideSettings> overrides,
    @JsonPropertyDescription("Rules that the plan must keep.") PolicySettings policies,
    @JsonPropertyDescription(
            "The store's services by name. Default: products, orders, payments and users on a"
                + " demonstration image.")
        Map<String, ServiceSettings> services) {

  private static final Set<String> UNIMPORTANT = Set.of("local", "dev");

  /** Fills in the defaults. */
  public StackSettings {
    environment = matching("environment", or(environment, "dev"), Checks.DNS_LABEL);
    profile = or(profile, UNIMPORTANT.contains(environment) ? Profile.DEV : Profile.PROD);
    namespace = matching("namespace", or(namespace, "store"), Checks.SERVICE_NAME);
    cluster = or(cluster, ClusterSettings.defaults());
    mesh = or(mesh, MeshSettings.defaults());
    observability = or(observability, ObservabilitySettings.defaults());
    if (ownership != null) {
      observability = observability.ownedBy(ownership.owner());
    }
    metricsServer = or(metricsServer, MetricsServerSettings.defaults());
    rollouts = or(rollouts, RolloutsSettings.defaults());
    overrides = Checks.copy(overrides);
    policies = or(policies, PolicySettings.defaults());
    services = Checks.sorted(services == null ? DefaultStore.services() : services);
  }

  /** Whether this stack brings the controller of canaries, which it needs for one of its own. */
  public boolean installsRollouts() {
    return rollouts.use() == Use.INSTALL
        && services.values().stream().anyMatch(service -> service.canary() != null);
  }

  /**
   * What is wrong across the settings.
   *
   * @param place where in a cloud the stack is
   */
  public List<Problem> problems(CloudPlace place) {
    Problems problems = new Problems();
    problems
        .addAll("cluster", cluster.problems(place, profile))
        .addAll("", managedProblems())
        .addAll("", ambientProblems())
        .addAll("mesh", mesh.problems())
        .addAll("mesh", mesh.problemsWith(cluster.kubernetesVersion()))
        .addAll("observability", observability.problems())
        .addAll("observability", observability.problemsIn(profile))
        .addAll("observability.tracing.collector", collectorProblems())
        .addAll("observability.logs.bucket", bucketProblems(place))
        .addAll("observability.access", new ToolProblems(gateway, observability.access()).list())
        .addAll("gateway.login.provider", providerProblems())
        .addAll("metricsServer", metricsServer.problems())
        .addAll("overrides", OverrideSettings.problems(overrides))
        .addIf(
            ReservedNames.isNamespace(namespace)
                || ReservedNames.isNamespace(StoreGateway.nameFor(namespace)),
            "namespace",
            "\"%s\" belongs to Kubernetes or to this platform's own parts; choose another.",
            namespace)
        .addIf(
            services.isEmpty(),
            "services",
            "needs at least one service; without the line it is the demonstration store.");
    if (gateway != null) {
      problems.addAll("gateway", gateway.problems(services));
      LimitCounter.names(gateway)
          .forEach(
              name ->
                  problems.addIf(
                      services.containsKey(name),
                      "services." + name,
                      "is the name of what gateway.limits.shared counts with; choose another."));
    }
    services.forEach(
        (name, service) ->
            problems
                .addAll("services." + name, problems(name, service))
                .addAll("services." + name + ".faults", faultProblems(service))
                .addAll("services." + name + ".canary", canaryProblems(service))
                .addAll("services." + name + ".cloudRole", roleProblems(service, place)));
    return problems.addAll("services", new ServiceGraph(services).problems()).list();
  }

  /** The store's services and those that its gateway brings. */
  public Map<String, ServiceSettings> allServices() {
    Map<String, ServiceSettings> all = new TreeMap<>(services);
    all.putAll(LimitCounter.services(gateway));
    return all;
  }

  /** Failures on purpose must be said twice where customers are. */
  private List<Problem> faultProblems(ServiceSettings service) {
    return new Problems()
        .addIf(
            profile == Profile.PROD
                && !service.faults().rules().isEmpty()
                && !service.faults().allowInProd(),
            "",
            "would fail requests on purpose in the profile prod; remove it, or say faults.allowInProd:"
                + " true as well.")
        .list();
  }

  /** A new version that nobody can ask about would never get on. */
  private List<Problem> canaryProblems(ServiceSettings service) {
    return new Problems()
        .addIf(
            service.canary() != null
                && observability.use() == Use.EXISTING
                && observability.prometheusUrl() == null,
            "",
            "asks Prometheus how a new version does, and nobody said where that is; set"
                + " observability.prometheusUrl, such as http://prometheus.%s.svc:9090.",
            observability.namespace())
        .list();
  }

  private List<Problem> roleProblems(ServiceSettings service, CloudPlace place) {
    String role = service.cloudRole();
    Optional<WorkloadIdentity> identity = cluster.identity(place);
    return new Problems()
        .addIf(
            role != null && identity.isEmpty(),
            "",
            "has no effect: only a cluster that this stack makes is known to give roles; remove"
                + " it.")
        .addIf(
            role != null && identity.isPresent() && !role.matches(identity.get().role()),
            "",
            "\"%s\" is no role of the cluster's cloud, such as %s.",
            role,
            identity.map(WorkloadIdentity::example).orElse(""))
        .list();
  }

  private List<Problem> bucketProblems(CloudPlace place) {
    LogBucket bucket = observability.logs().bucket();
    return bucket == null ? List.of() : bucket.problemsWith(cluster.identity(place));
  }

  private static List<Problem> problems(String name, ServiceSettings service) {
    return new Problems()
        .addIf(
            !name.matches(Checks.SERVICE_NAME),
            "",
            "must begin with a letter and hold only lower-case letters, digits and dashes, at most"
                + " 42.")
        .addIf(
            ReservedNames.isService(name),
            "",
            "is a name that Kubernetes, Istio or this platform uses itself; choose another.")
        .addAll("", service.problems())
        .list();
  }

  /** What a cluster of this stack's own needs, and what it brings itself. */
  private List<Problem> managedProblems() {
    boolean managed = cluster.managed();
    return new Problems()
        .addIf(
            managed && ownership == null,
            "ownership",
            "is required for a cluster that this stack makes: {owner: <team>, costCentre: <who"
                + " pays>}.")
        .addIf(
            !managed && ownership != null,
            "ownership",
            "has no effect: this stack makes no cluster; remove it.")
        .addIf(
            managed && metricsServer.use() == Use.INSTALL,
            "metricsServer.use",
            "install would bring a second metrics-server: a managed cluster has one; remove it.")
        .addIf(
            managed && mesh.use() == Use.EXISTING,
            "mesh.use",
            "existing finds no mesh in a cluster that this stack makes; remove it.")
        .addIf(
            gateway != null
                && gateway.internal()
                && !managed
                && cluster.existing() != null
                && cluster.existing().internalLoadBalancerAnnotations().isEmpty(),
            "gateway.internal",
            "true needs cluster.existing.internalLoadBalancerAnnotations: only the cluster's owner"
                + " knows what makes its load balancers internal.")
        .list();
  }

  /** What keeps its promises only where every pod has a sidecar. */
  private List<Problem> ambientProblems() {
    if (!mesh.ambient()) {
      return List.of();
    }
    RedisSettings redis =
        gateway == null || gateway.limits() == null ? null : gateway.limits().redis();
    return new Problems()
        .addIf(
            gateway != null && gateway.api() == GatewayApi.GATEWAY_API,
            "gateway.api",
            "gateway-api would send requests past the rules of an ambient mesh's waypoint (mesh.mode),"
                + " to Services of single versions; say istio, or use mode sidecar.")
        .addIf(
            redis != null && redis.cidrs().isEmpty(),
            "gateway.limits.redis",
            "\"%s\" needs cidrs in an ambient mesh (mesh.mode), which holds nobody to a name.",
            redis == null ? "" : redis.host())
        .addIf(
            !cluster.managed() && !cluster.existing().networkPolicies(),
            "cluster.existing.networkPolicies",
            "false would let services of an ambient mesh (mesh.mode) call everything outside; take a"
                + " network plugin that enforces NetworkPolicies, or mode sidecar.")
        .addAll("services", AmbientLimits.problems(services))
        .list();
  }

  /** Only the owner of a mesh registers in it who may be asked. */
  private List<Problem> providerProblems() {
    boolean login = gateway != null && gateway.login() != null;
    boolean named = login && gateway.login().provider() != null;
    return new Problems()
        .addIf(
            login && !named && mesh.use() == Use.EXISTING,
            "",
            "must name the extension provider under which the existing mesh knows \"%s\".",
            login ? gateway.login().service() : "")
        .addIf(
            named && mesh.use() == Use.INSTALL,
            "",
            "\"%s\" is only for mesh.use: existing; this stack registers its own. Remove it.",
            named ? gateway.login().provider() : "")
        .list();
  }

  /** Spans that could not be sent, or would be sent by nobody: both lose them without a word. */
  private List<Problem> collectorProblems() {
    boolean known =
        observability.use() == Use.INSTALL || observability.tracing().collector() != null;
    return new Problems()
        .addIf(
            mesh.tracingProvider() != null && !known,
            "",
            "must say where mesh.tracingProvider (\"%s\") sends spans, or the sidecars cannot"
                + " reach it.",
            mesh.tracingProvider())
        .addIf(
            mesh.use() == Use.EXISTING
                && mesh.tracingProvider() == null
                && observability.tracing().collector() != null,
            "",
            "has no effect while mesh.tracingProvider names no provider of the existing mesh.")
        .list();
  }
}
