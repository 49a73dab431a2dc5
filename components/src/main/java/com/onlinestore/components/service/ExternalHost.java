package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A host outside the cluster that a service may call: a managed database, a public API.
 *
 * <p>A NetworkPolicy cannot name hosts. It opens the port to {@code cidrs}, or without them to
 * every public address; the mesh alone then holds the service to the name. A database on a private
 * address therefore needs its {@code cidrs}.
 *
 * @param host its DNS name
 * @param port default 443
 * @param protocol how the proxy treats the connection; default tls for port 443, else tcp
 * @param cidrs its addresses; empty for any public one
 */
public record ExternalHost(
    @JsonProperty(required = true)
        @JsonPropertyDescription("DNS name of a host outside the cluster.")
        @Pattern(regexp = ExternalHost.NAME)
        String host,
    @JsonPropertyDescription("TCP port. Default: 443.") @Min(1) @Max(65535) Integer port,
    @JsonPropertyDescription(
            "tls: passed through by its server name. tcp: anything else, such as a database."
                + " http-with-tls-origination: called as http://<host>, encrypted by the proxy."
                + " Default: tls for port 443, else tcp.")
        Protocol protocol,
    @JsonPropertyDescription(
            "Address ranges of the host, such as 10.20.0.0/16; needed where it has a private"
                + " address. Default: any public address.")
        List<@Pattern(regexp = ExternalHost.CIDR) String> cidrs) {

  /** What a name must look like. */
  public static final String NAME = Checks.ONE_HOST;

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String V4 = OCTET + "(\\." + OCTET + "){3}/([0-9]|[12][0-9]|3[0-2])";

  private static final String GROUP = "[0-9a-f]{1,4}";

  /** At most seven groups and one double colon, which stands for at least one group of zeros. */
  private static final String SHORTENED =
      "(?=[^/]*::)(?!.*:::)(?!.*::.*::)(?!:[^:])"
          + ("(?!(::)?(" + GROUP + "::?){7}[0-9a-f])")
          + ("(" + GROUP + ")?(::?" + GROUP + ")*(::)?");

  /** Eight groups, or fewer with one double colon. */
  private static final String V6 =
      ("((" + GROUP + ":){7}" + GROUP + "|" + SHORTENED + ")")
          + "/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])";

  /** What an address range must look like. */
  public static final String CIDR = "^(" + V4 + "|" + V6 + ")$";

  private static final int HTTP = 80;

  /** What the proxy sees in the connection. */
  public enum Protocol {
    /** TLS from the application itself, passed through and matched by its server name. */
    @JsonProperty("tls")
    TLS,
    /** Bytes. */
    @JsonProperty("tcp")
    TCP,
    /**
     * HTTP from the application to port 80, which its proxy carries on in TLS. The trap: an
     * application that speaks TLS itself would be wrapped twice.
     */
    @JsonProperty("http-with-tls-origination")
    HTTP_WITH_TLS_ORIGINATION
  }

  /** Fills in the defaults. */
  public ExternalHost {
    matching("host", host, NAME);
    port = within("port", or(port, 443), 1, 65535);
    protocol = or(protocol, port == 443 ? Protocol.TLS : Protocol.TCP);
    cidrs = Checks.eachMatching("cidrs", cidrs, CIDR);
  }

  /** The port that the application calls. */
  int calledPort() {
    return protocol == Protocol.HTTP_WITH_TLS_ORIGINATION ? HTTP : port;
  }

  /** Hosts that are not outside, and ranges that open more than their owner can mean. */
  public List<Problem> problems() {
    Problems problems = new Problems();
    problems.addIf(
        host.endsWith(".svc") || host.endsWith(".cluster.local"),
        "host",
        "\"%s\" is inside the cluster; external hosts are outside it.",
        host);
    for (int i = 0; i < cidrs.size(); i++) {
      problems.addIf(
          cidrs.get(i).endsWith("/0"),
          "cidrs[" + i + "]",
          "\"%s\" is every address; name the host's own range or leave cidrs away.",
          cidrs.get(i));
    }
    return problems.list();
  }
}
