package com.onlinestore.components.cluster;

import static com.onlinestore.components.settings.Checks.matching;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * From where a managed cluster's API server is reached: from named address ranges, from inside its
 * network alone, or through a proxy into that network.
 *
 * <p>The trap of the private ones: whoever runs {@code pulumi up} must be inside, too.
 *
 * <pre>{@code
 * var access = new AccessSettings(List.of("203.0.113.0/24"), List.of(), null);
 * }</pre>
 *
 * @param publicFrom ranges that reach the public endpoint; empty for a private endpoint alone
 * @param privateFrom ranges of networks that are connected to the cluster's, such as those of a
 *     VPN, and reach the private endpoint
 * @param proxy URL of a proxy into the network, which goes into the kubeconfig; null for none
 */
public record AccessSettings(
    @JsonPropertyDescription(
            "Address ranges that reach the API server from the internet, such as 203.0.113.0/24."
                + " Default: none, it is reached from inside its network alone.")
        List<@Pattern(regexp = Cidr.PATTERN) String> publicFrom,
    @JsonPropertyDescription(
            "Address ranges of networks that are connected to the cluster's by VPN or peering, such"
                + " as 10.99.0.0/16, and reach the private API server. Default: none.")
        List<@Pattern(regexp = Cidr.PATTERN) String> privateFrom,
    @JsonPropertyDescription(
            "URL of a proxy into the private network, such as http://localhost:8888, which goes"
                + " into the kubeconfig. Default: none.")
        @Pattern(regexp = AccessSettings.PROXY)
        String proxy) {

  /**
   * A proxy as kubectl takes it. With credentials it is a problem and not a mismatch, because a
   * mismatch quotes the value.
   */
  public static final String PROXY = "^(https?|socks5)://([^\\s/@]+/?|\\S*@\\S*)$";

  /** The widest range that can still be somebody's own: larger ones are the internet. */
  private static final int WIDEST = 8;

  /** Copies the ranges. */
  public AccessSettings {
    publicFrom = Checks.copy(publicFrom);
    publicFrom.forEach(range -> matching("publicFrom", range, Cidr.PATTERN));
    privateFrom = Checks.copy(privateFrom);
    privateFrom.forEach(range -> matching("privateFrom", range, Cidr.PATTERN));
    if (proxy != null) {
      matching("proxy", proxy, PROXY);
    }
  }

  /** From inside the network alone. */
  public static AccessSettings defaults() {
    return new AccessSettings(null, null, null);
  }

  /** Whether the API server has a public endpoint. */
  public boolean isPublic() {
    return !publicFrom.isEmpty();
  }

  /** A range that is no range of somebody's own, two ways at once, and a secret. */
  public List<Problem> problems() {
    Problems problems =
        new Problems()
            .addIf(
                isPublic() && proxy != null,
                "proxy",
                "has no effect on a public endpoint (publicFrom: %s); remove one.",
                publicFrom)
            .addIf(
                proxy != null && proxy.contains("@"),
                "proxy",
                "must not hold a user or a password, because it goes into the kubeconfig, which is"
                    + " no secret; use a proxy that needs none, such as an SSH tunnel.");
    for (int i = 0; i < publicFrom.size(); i++) {
      problems.addAll("publicFrom[" + i + "]", publicProblems(publicFrom.get(i)));
    }
    for (int i = 0; i < privateFrom.size(); i++) {
      problems.addAll("privateFrom[" + i + "]", problems(privateFrom.get(i)));
    }
    return problems.list();
  }

  private static List<Problem> publicProblems(String range) {
    List<Problem> wrong = problems(range);
    return wrong.isEmpty()
        ? new Problems()
            .addIf(
                Cidr.parse(range).isPrivate(),
                "",
                "\"%s\" is a private range, from which nothing reaches a public endpoint; name it"
                    + " in privateFrom where its network is connected to the cluster's.",
                range)
            .list()
        : wrong;
  }

  private static List<Problem> problems(String range) {
    return new Problems()
        .addAll("", Cidr.problems(range))
        .addIf(
            Cidr.find(range).filter(found -> found.prefix() < WIDEST).isPresent(),
            "",
            "\"%s\" opens the API server to the internet; name the ranges of your offices,"
                + " runners and VPN, none wider than /%d.",
            range,
            WIDEST)
        .list();
  }
}
