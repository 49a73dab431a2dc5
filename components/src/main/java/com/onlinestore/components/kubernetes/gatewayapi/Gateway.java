package com.onlinestore.components.kubernetes.gatewayapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * An entrance that a controller makes by itself: proxies, their Service, their account.
 *
 * @param gatewayClassName which controller
 */
public record Gateway(
    String gatewayClassName, Infrastructure infrastructure, List<Listener> listeners)
    implements GatewayApiSpec {

  /**
   * What the controller puts on the objects it makes.
   *
   * @param labels of all of them, the pods included
   * @param annotations of all of them, the Service included
   * @param parametersRef more about them, as the controller reads it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Infrastructure(
      Map<String, String> labels, Map<String, String> annotations, Parameters parametersRef) {}

  /** An object in the gateway's namespace; the core group is named by nothing at all. */
  public record Parameters(
      @JsonInclude(JsonInclude.Include.ALWAYS) String group, String kind, String name) {

    /** A ConfigMap. */
    public static Parameters configMap(String name) {
      return new Parameters("", "ConfigMap", name);
    }
  }

  /**
   * A port, for every host that a route names.
   *
   * @param tls null for plain HTTP, and for what is encrypted by itself
   * @param allowedRoutes null where there are none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Listener(
      String name, int port, String protocol, Tls tls, AllowedRoutes allowedRoutes) {

    /** Plain HTTP. */
    public static Listener http(String name, int port) {
      return new Listener(name, port, "HTTP", null, AllowedRoutes.OWN);
    }

    /** Where tunnels of an ambient mesh end, which no route names. */
    public static Listener tunnel(String name, int port) {
      return new Listener(name, port, "HBONE", null, null);
    }

    /** TLS that ends here, with the certificate of a Secret in the gateway's namespace. */
    public static Listener https(String name, int port, String secret) {
      return new Listener(
          name,
          port,
          "HTTPS",
          new Tls("Terminate", List.of(new SecretRef(secret))),
          AllowedRoutes.OWN);
    }
  }

  /** How a listener speaks TLS. */
  public record Tls(String mode, List<SecretRef> certificateRefs) {}

  /** A Secret by name. */
  public record SecretRef(String name) {}

  /** Whose routes are taken. */
  public record AllowedRoutes(Namespaces namespaces) {

    /** Those of the gateway's own namespace. */
    static final AllowedRoutes OWN = new AllowedRoutes(new Namespaces("Same"));
  }

  /** Which namespaces. */
  public record Namespaces(String from) {}

  @Override
  public CustomObject named(ObjectMeta metadata) {
    return new CustomObject(GROUP + "/v1", "Gateway", metadata, this);
  }
}
