package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.amount;
import static com.onlinestore.components.settings.Checks.positive;

import com.onlinestore.components.mesh.envoy.HttpFilter;
import com.onlinestore.components.mesh.envoy.RequestBuffer;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** The largest body of a request, wherever it can be set. */
public final class BodyLimit {

  /** Proxies hold each request in memory until it is complete; a few dozen of these fill one. */
  private static final Quantity MOST = new Quantity("32Mi");

  private BodyLimit() {}

  /** Refuses a size of nothing; takes null for any size. */
  public static void check(Quantity body) {
    positive("body", body);
  }

  /** Sizes that are no whole bytes, or more than a proxy should hold. */
  public static List<Problem> problems(Quantity body) {
    return new Problems()
        .addIf(
            body != null
                && (amount(body).compareTo(BigDecimal.ONE) < 0
                    || amount(body).compareTo(amount(MOST)) > 0),
            "",
            "%s must be from 1 byte to %s, because the proxy holds each request in memory; send"
                + " larger ones to a bucket of the cloud.",
            body,
            MOST)
        .list();
  }

  /** The filter that keeps it. */
  public static HttpFilter filter(Quantity body) {
    return new HttpFilter("limit.body", new RequestBuffer(amount(body).longValue()));
  }
}
