package com.onlinestore.plan;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.List;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * Marks inputs that are secret by their nature, so that they stay secret even where the program
 * forgot to say so: the content of a Kubernetes Secret, a kubeconfig, and what the resource's own
 * class declares as secret.
 */
final class SecretInputs {

  private SecretInputs() {}

  /** The inputs of a request with every secret marked. */
  static Struct mark(RegisterResourceRequest request) {
    Struct inputs = request.getObject();
    Struct.Builder marked = inputs.toBuilder();
    request
        .getAdditionalSecretOutputsList()
        .forEach(name -> replace(marked, name, WireValues.secret(field(inputs, name))));
    if (isKubernetesSecret(inputs)) {
      for (String name : List.of("data", "stringData")) {
        replace(marked, name, markEntries(field(inputs, name)));
      }
    }
    if (request.getType().equals("pulumi:providers:kubernetes")
        && isContent(field(inputs, "kubeconfig").getStringValue())) {
      replace(marked, "kubeconfig", WireValues.secret(field(inputs, "kubeconfig")));
    }
    return marked.build();
  }

  private static boolean isKubernetesSecret(Struct inputs) {
    return field(inputs, "apiVersion").getStringValue().equals("v1")
        && field(inputs, "kind").getStringValue().equals("Secret");
  }

  // Entry by entry: the keys are no secret, and a manifest needs them.
  private static Value markEntries(Value data) {
    Value plain = WireValues.plain(data);
    return plain.hasStructValue() ? WireValues.mapFields(plain, WireValues::secret) : data;
  }

  // The provider takes a path or the document itself; only the document holds credentials.
  private static boolean isContent(String kubeconfig) {
    return !kubeconfig.equals(Constants.UnknownValue)
        && (kubeconfig.contains("\n") || kubeconfig.contains("{") || kubeconfig.contains(": "));
  }

  private static Value field(Struct inputs, String name) {
    return inputs.getFieldsOrDefault(name, Value.getDefaultInstance());
  }

  private static void replace(Struct.Builder inputs, String name, Value value) {
    if (inputs.containsFields(name)) {
      inputs.putFields(name, value);
    }
  }
}
