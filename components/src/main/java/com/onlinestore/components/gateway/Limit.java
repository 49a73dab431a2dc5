package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.envoy.HttpFilter;
import com.onlinestore.components.mesh.envoy.LocalRateLimit;
import com.onlinestore.components.mesh.envoy.LocalRateLimit.Descriptor;
import com.onlinestore.components.mesh.envoy.LocalRateLimit.Entry;
import com.onlinestore.components.mesh.envoy.RequestsCounted;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * One limit of the gateway: which requests are counted together, and how many may come.
 *
 * @param key what kind of requests
 * @param value which of them; both name the limit wherever it is counted
 * @param requests the requests, one element for each way to be one of them
 * @param byClient whether each client's are counted for themselves
 * @param rate how many may come
 */
record Limit(
    String key, String value, List<RequestsCounted> requests, boolean byClient, RateSettings rate) {

  Limit {
    requests =
        byClient
            ? requests.stream().map(RequestsCounted::byClient).toList()
            : List.copyOf(requests);
  }

  /** A filter of its own, so that its answers say when this limit lets the next request in. */
  HttpFilter filter() {
    List<Entry> entries = new ArrayList<>(List.of(new Entry(key, value)));
    if (byClient) {
      entries.add(new Entry(RequestsCounted.CLIENT, null));
    }
    String name = key + "." + value + (byClient ? ".client" : "");
    return new HttpFilter(
        "limit." + name,
        LocalRateLimit.of(
            name, requests, new Descriptor(entries, rate.bucket()), byClient, rate.retryAfter()));
  }

  /** What is wrong with a pair of limits on the same requests; either may be null. */
  static List<Problem> problems(RateSettings rate, RateSettings client) {
    Problems problems = new Problems();
    if (rate != null) {
      problems.addAll("rate", rate.problems());
    }
    if (client != null) {
      problems.addAll("client", client.problems());
    }
    return problems.addAll("client", withoutEffect(client, "rate", rate)).list();
  }

  /** A limit that another, which counts these requests too, always comes before. */
  static List<Problem> withoutEffect(RateSettings rate, String path, RateSettings outer) {
    return new Problems()
        .addIf(
            rate != null && outer != null && rate.isNeverReachedWithin(outer),
            "",
            "%s has no effect: these requests count against %s too, which is %s; lower it or"
                + " remove it.",
            rate,
            path,
            outer)
        .list();
  }
}
