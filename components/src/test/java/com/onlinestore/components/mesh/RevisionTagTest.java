package com.onlinestore.components.mesh;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Manifests;
import org.junit.jupiter.api.Test;

class RevisionTagTest {

  @Test
  void isTheObjectThatIstiosChartWouldMake() {
    assertYaml(
        new RevisionTag("stable", "v1-30").webhooks(),
        "",
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata:
          name: istio-revision-tag-stable
          labels:
            app.kubernetes.io/name: revision-tag
            app.kubernetes.io/part-of: istio
            app.kubernetes.io/managed-by: pulumi
            istio.io/rev: v1-30
            istio.io/tag: stable
        webhooks:
          - name: rev.namespace.sidecar-injector.istio.io
            clientConfig:
              service: {name: istiod-v1-30, namespace: istio-system, path: /inject, port: 443}
            rules:
              - {operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}
            namespaceSelector:
              matchExpressions:
                - {key: istio.io/rev, operator: In, values: [stable]}
                - {key: istio-injection, operator: DoesNotExist}
            objectSelector:
              matchExpressions:
                - {key: sidecar.istio.io/inject, operator: NotIn, values: ["false"]}
            failurePolicy: Fail
            reinvocationPolicy: Never
            sideEffects: None
            admissionReviewVersions: [v1]
          - name: rev.object.sidecar-injector.istio.io
            clientConfig:
              service: {name: istiod-v1-30, namespace: istio-system, path: /inject, port: 443}
            rules:
              - {operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}
            namespaceSelector:
              matchExpressions:
                - {key: istio.io/rev, operator: DoesNotExist}
                - {key: istio-injection, operator: DoesNotExist}
            objectSelector:
              matchExpressions:
                - {key: sidecar.istio.io/inject, operator: NotIn, values: ["false"]}
                - {key: istio.io/rev, operator: In, values: [stable]}
            failurePolicy: Fail
            reinvocationPolicy: Never
            sideEffects: None
            admissionReviewVersions: [v1]
        """);
  }

  @Test
  void ofTheControlPlaneWithoutARevisionAsksItsService() {
    RevisionTag tag = new RevisionTag("stable", "default");

    assertYaml(tag.webhooks(), "/webhooks/0/clientConfig/service/name", "istiod");
    assertYaml(tag.webhooks(), "/metadata/labels/istio.io~1rev", "default");
  }

  /** istiod writes it, and must find it untouched by the next update. */
  @Test
  void saysNothingOfTheCertificateThatIstiodWrites() {
    assertThat(Manifests.toMap(new RevisionTag("stable", "v1-30").webhooks()).toString())
        .doesNotContain("caBundle");
  }

  @Test
  void aMoveChangesNothingButWhereItPoints() {
    String before = Manifests.toJson(new RevisionTag("stable", "v1-30").webhooks());
    String after = Manifests.toJson(new RevisionTag("stable", "v1-31").webhooks());

    assertThat(after).isNotEqualTo(before).isEqualTo(before.replace("v1-30", "v1-31"));
  }
}
