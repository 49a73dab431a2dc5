package com.onlinestore.components.mesh;

import com.onlinestore.components.kubernetes.Labels;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A second name for a revision, under which pods get its sidecars, and which moves to another
 * revision in one update.
 *
 * <p>Istio's chart would make the same object, but as a part of one revision's release: moved to
 * another release it is refused as the first one's, or gone for a while, in which pods start
 * without a sidecar.
 *
 * <p>The trap: a webhook is trusted by its {@code caBundle}, which istiod writes, and only into
 * objects labelled with its own revision. So it never stands here, and the label moves with the
 * tag.
 */
record RevisionTag(String tag, String revision) {

  private static final String REVISION = "istio.io/rev";
  private static final String INJECT = "sidecar.istio.io/inject";
  private static final String INJECTION = "istio-injection";

  /** Namespaces that carry the tag; and where a namespace says nothing, pods that do. */
  MutatingWebhookConfiguration webhooks() {
    Map<String, String> labels = new TreeMap<>(Labels.of("revision-tag", "istio"));
    labels.put("istio.io/tag", tag);
    labels.put(REVISION, revision);
    return new MutatingWebhookConfigurationBuilder()
        .withMetadata(Labels.metadata("istio-revision-tag-" + tag, null, labels))
        .withWebhooks(
            webhook("namespace", selector(tagged(), absent(INJECTION)), selector(willing())),
            webhook(
                "object",
                selector(absent(REVISION), absent(INJECTION)),
                selector(willing(), tagged())))
        .build();
  }

  /** The end of its name is what istiod knows its webhooks by. */
  private MutatingWebhook webhook(String of, LabelSelector namespaces, LabelSelector pods) {
    return new MutatingWebhookBuilder()
        .withName("rev." + of + ".sidecar-injector.istio.io")
        .withNewClientConfig()
        .withNewService()
        .withName(ControlPlanes.istiod(revision))
        .withNamespace(MeshSettings.ISTIO_SYSTEM)
        .withPath("/inject")
        .withPort(443)
        .endService()
        .endClientConfig()
        .addNewRule()
        .withOperations("CREATE")
        .withApiGroups("")
        .withApiVersions("v1")
        .withResources("pods")
        .endRule()
        .withNamespaceSelector(namespaces)
        .withObjectSelector(pods)
        .withFailurePolicy("Fail")
        .withReinvocationPolicy("Never")
        .withSideEffects("None")
        .withAdmissionReviewVersions("v1")
        .build();
  }

  private LabelSelectorRequirement tagged() {
    return requirement(REVISION, "In", tag);
  }

  private static LabelSelectorRequirement willing() {
    return requirement(INJECT, "NotIn", "false");
  }

  private static LabelSelectorRequirement absent(String label) {
    return requirement(label, "DoesNotExist");
  }

  private static LabelSelectorRequirement requirement(
      String key, String operator, String... values) {
    return new LabelSelectorRequirement(key, operator, List.of(values));
  }

  private static LabelSelector selector(LabelSelectorRequirement... all) {
    return new LabelSelectorBuilder().withMatchExpressions(all).build();
  }
}
