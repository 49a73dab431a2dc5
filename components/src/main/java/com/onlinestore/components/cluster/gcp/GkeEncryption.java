package com.onlinestore.components.cluster.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.kms.CryptoKey;
import com.pulumi.gcp.kms.CryptoKeyArgs;
import com.pulumi.gcp.kms.CryptoKeyIAMMember;
import com.pulumi.gcp.kms.CryptoKeyIAMMemberArgs;
import com.pulumi.gcp.kms.KeyRing;
import com.pulumi.gcp.kms.KeyRingArgs;
import com.pulumi.gcp.organizations.OrganizationsFunctions;
import com.pulumi.gcp.organizations.inputs.GetProjectArgs;
import com.pulumi.gcp.projects.ServiceIdentity;
import com.pulumi.gcp.projects.ServiceIdentityArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/**
 * The key with which GKE encrypts Kubernetes' secrets, and GKE's right to use it.
 *
 * <p>Google never deletes a key ring or a key, so their names stay taken after a destroy: Pulumi
 * gives each creation a name of its own. What a destroy deletes is the key's material, so that
 * backups of the cluster's secrets are worthless then.
 */
final class GkeEncryption extends ComponentResource {

  /** 90 days, in the form that Google returns. */
  private static final String ROTATION = "7776000s";

  private final CryptoKey key;
  private final CryptoKeyIAMMember grant;

  GkeEncryption(String name, Place place, GoogleApis apis, Resource parent) {
    super(
        "online-store:cluster:GkeEncryption",
        name,
        ComponentResourceOptions.builder().parent(parent).build());
    KeyRing ring = ring(name, place, apis);
    this.key = key(name, place, ring);
    this.grant = grant(name, apis, serviceAgent(name, place, apis));
    registerOutputs(Map.of());
  }

  Output<String> keyId() {
    return key.id();
  }

  /** What GKE needs to use the key. */
  Resource granted() {
    return grant;
  }

  private KeyRing ring(String name, Place place, GoogleApis apis) {
    return new KeyRing(
        name + "-ring",
        KeyRingArgs.builder().project(place.project()).location(place.region()).build(),
        CustomResourceOptions.builder().parent(this).dependsOn(apis.keys()).build());
  }

  private CryptoKey key(String name, Place place, KeyRing ring) {
    return new CryptoKey(
        name + "-key",
        CryptoKeyArgs.builder()
            .keyRing(ring.id())
            .purpose("ENCRYPT_DECRYPT")
            .rotationPeriod(ROTATION)
            .labels(place.tags().labels())
            .build(),
        CustomResourceOptions.builder().parent(this).protect(place.protect()).build());
  }

  /** The account as which GKE itself acts; a plan asks Google nothing, because no API is there. */
  private static Output<String> agent(Output<String> project) {
    return OrganizationsFunctions.getProject(GetProjectArgs.builder().projectId(project).build())
        .applyValue(
            found ->
                "serviceAccount:service-%s@container-engine-robot.iam.gserviceaccount.com"
                    .formatted(found.number()));
  }

  /** Enabling an API does not make its service agent; a grant to one that is not there fails. */
  private Resource serviceAgent(String name, Place place, GoogleApis apis) {
    return new ServiceIdentity(
        name + "-agent",
        ServiceIdentityArgs.builder()
            .project(place.project())
            .service("container.googleapis.com")
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(apis.agent()).build());
  }

  private CryptoKeyIAMMember grant(String name, GoogleApis apis, Resource agent) {
    return new CryptoKeyIAMMember(
        name + "-grant",
        CryptoKeyIAMMemberArgs.builder()
            .cryptoKeyId(key.id())
            .role("roles/cloudkms.cryptoKeyEncrypterDecrypter")
            .member(agent(apis.project()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(agent).build());
  }
}
