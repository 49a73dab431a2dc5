package com.onlinestore.review.risk;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Plaintext;
import java.util.stream.Stream;

/** Pods that demanded mutual TLS and no longer do. */
final class WithoutMutualTls {

  private static final String KIND = "PeerAuthentication";

  /** Istio's own namespace, where a policy is for the whole mesh. */
  private static final String ROOT = "istio-system";

  private WithoutMutualTls() {}

  static Stream<Risk> in(Sides sides) {
    return sides.after().plaintext().stream()
        .filter(exception -> !wasThere(exception, sides) && wasDemanded(exception, sides))
        .map(
            exception ->
                new Risk(
                    Category.SECURITY,
                    exception.pods(),
                    "takes connections without mutual TLS on port %s (%s)%s."
                        .formatted(
                            exception.port(),
                            exception.mode(),
                            exception.reason().isEmpty() ? "" : ": " + exception.reason())));
  }

  /** Whether it was so before, whatever the reason said, or worse. */
  private static boolean wasThere(Plaintext exception, Sides sides) {
    return sides.before().plaintext().stream()
        .filter(old -> old.pods().equals(exception.pods()) && old.port().equals(exception.port()))
        .anyMatch(old -> old.mode().equals(exception.mode()) || old.mode().equals("DISABLE"));
  }

  /** What is new demanded nothing before. */
  private static boolean wasDemanded(Plaintext exception, Sides sides) {
    boolean existed = policies(sides).anyMatch(old -> pods(old).equals(exception.pods()));
    if (existed) {
      return true;
    }
    String namespace = exception.pods().split("/")[0];
    boolean isNew =
        sides.before().manifests().stream().noneMatch(each -> each.namespace().equals(namespace))
            || sides.after().manifests().stream()
                .filter(each -> each.kind().equals(KIND) && pods(each).equals(exception.pods()))
                .anyMatch(sides::workloadComes);
    return !isNew
        && policies(sides)
            .filter(old -> old.content().at("/spec/selector").isMissingNode())
            .filter(old -> old.namespace().equals(namespace) || old.namespace().equals(ROOT))
            .anyMatch(old -> old.content().at("/spec/mtls/mode").asText().equals("STRICT"));
  }

  private static Stream<Manifest> policies(Sides sides) {
    return sides.before().manifests().stream().filter(each -> each.kind().equals(KIND));
  }

  private static String pods(Manifest policy) {
    return policy.content().at("/spec/selector").isMissingNode()
        ? policy.namespace() + "/*"
        : policy.path();
  }
}
