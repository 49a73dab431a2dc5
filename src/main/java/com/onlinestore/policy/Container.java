package com.onlinestore.policy;

/**
 * A container of a pod.
 *
 * @param value its JSON and where it stands
 * @param pod the pod it is in
 * @param passing whether it ends before the pod is ready, so that nobody ever asks it
 */
public record Container(Value value, PodTemplate pod, boolean passing) {

  /** The field of its security context, or of the pod's where it has none of its own. */
  public Value security(String field) {
    Value own = value.at("securityContext", field);
    Value inherited = pod.spec().at("securityContext", field);
    return own.exists() || !inherited.exists() ? own : inherited;
  }
}
