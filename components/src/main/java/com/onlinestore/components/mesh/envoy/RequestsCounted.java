package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that are counted together: each action writes one entry of a descriptor, and a request
 * that an action does not fit is not counted. A limit is looked up by the whole descriptor.
 */
public record RequestsCounted(List<Action> actions) {

  /** The key under which clients are told apart. */
  public static final String CLIENT = "masked_remote_address";

  private static final int WHOLE_V4_ADDRESS = 32;

  /** What one household or phone is given of IPv6: one address of it is easily changed. */
  private static final int V6_NETWORK = 64;

  /** Writes one entry; exactly one of the fields is there. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Action(Entry genericKey, Matching headerValueMatch, Client maskedRemoteAddress) {}

  /** The same entry for every request. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Entry(String descriptorKey, String descriptorValue) {}

  /** An entry for requests that fit all conditions. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Matching(String descriptorKey, String descriptorValue, List<HeaderMatch> headers) {}

  /** An entry with the client's address, cut to so many bits. */
  public record Client(
      @JsonProperty("v4_prefix_mask_len") int v4, @JsonProperty("v6_prefix_mask_len") int v6) {}

  /** All requests. */
  public static RequestsCounted all(String key, String value) {
    return new RequestsCounted(List.of(new Action(new Entry(key, value), null, null)));
  }

  /** Requests whose headers fit. */
  public static RequestsCounted where(String key, String value, List<HeaderMatch> headers) {
    return new RequestsCounted(List.of(new Action(null, new Matching(key, value, headers), null)));
  }

  /** The same requests, each client's counted for itself. */
  public RequestsCounted byClient() {
    List<Action> all = new ArrayList<>(actions);
    all.add(new Action(null, null, new Client(WHOLE_V4_ADDRESS, V6_NETWORK)));
    return new RequestsCounted(all);
  }
}
