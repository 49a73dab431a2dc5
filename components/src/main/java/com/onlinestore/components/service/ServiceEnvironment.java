package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.amount;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment of a service's container: its own variables, addresses, heap sizes, secrets, and
 * where its spans go.
 */
record ServiceEnvironment(String name, ServiceSettings settings, Store store) {

  private static final BigDecimal GO_SHARE = new BigDecimal("0.9");
  private static final BigDecimal MEBIBYTE = new BigDecimal(1024 * 1024);

  /**
   * Secrets, what is derived, what the stack file sets: {@code $(NAME)} in a value is replaced only
   * by a variable that stands before it. Each name stands once; the stack file's wins.
   */
  List<EnvVar> variables() {
    List<EnvVar> variables = new ArrayList<>();
    settings.secrets().forEach((key, from) -> variables.add(fromSecret(key, from)));
    telemetry().podName().filter(this::isFree).ifPresent(variables::add);
    derived().forEach((key, value) -> variables.add(new EnvVar(key, value, null)));
    settings.environment().forEach((key, value) -> variables.add(new EnvVar(key, value, null)));
    return variables;
  }

  private Map<String, String> derived() {
    Map<String, String> values = new TreeMap<>(heapSizes());
    settings.calls().forEach(call -> values.put(variable(call), address(call)));
    values.putAll(telemetry().variables());
    values.keySet().removeAll(settings.environment().keySet());
    values.keySet().removeAll(settings.secrets().keySet());
    return values;
  }

  private ServiceTelemetry telemetry() {
    return new ServiceTelemetry(name, settings, store);
  }

  private boolean isFree(EnvVar variable) {
    return !settings.environment().containsKey(variable.getName())
        && !settings.secrets().containsKey(variable.getName());
  }

  /**
   * A JVM takes a quarter of the limit for its heap and Go does not know the limit at all; both
   * would waste memory or be killed. Other programs ignore these variables.
   */
  private Map<String, String> heapSizes() {
    BigDecimal limit = amount(settings.resources().limits().memory());
    long mebibytes = limit.multiply(GO_SHARE).divideToIntegralValue(MEBIBYTE).longValue();
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        "-XX:MaxRAMPercentage=75.0",
        "GOMEMLIMIT",
        Math.max(1, mebibytes) + "MiB");
  }

  /** Of HTTP an URL, of anything else the address that its clients take. */
  private String variable(Call call) {
    String port = call.port() == null ? "" : "_" + call.port();
    String ending = isHttp(call) ? "_URL" : "_ADDRESS";
    return (call.service() + port + ending).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private String address(Call call) {
    String address = call.service() + ":" + store.graph().portOf(call).number();
    return isHttp(call) ? "http://" + address : address;
  }

  private boolean isHttp(Call call) {
    return switch (store.graph().portOf(call).protocol()) {
      case HTTP, HTTP2 -> true;
      case GRPC, TCP -> false;
    };
  }

  private static EnvVar fromSecret(String name, SecretReference from) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(from.secret())
        .withKey(from.key())
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }
}
