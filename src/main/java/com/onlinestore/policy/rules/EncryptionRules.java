package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;

/** What is encrypted, and with whose key. */
final class EncryptionRules {

  private EncryptionRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "encryption/kubernetes-secrets",
            MANDATORY,
            "Secrets of a cluster are encrypted with a key of its owner.",
            "A copy of etcd is otherwise a copy of every password in the cluster.",
            "Set encryptionConfig (EKS) or databaseEncryption (GKE) with a key.",
            About.any(
                About.resources(
                    "aws:eks/cluster:Cluster",
                    cluster ->
                        cluster
                            .at("encryptionConfig")
                            .wrongIf(
                                !cluster
                                    .at("encryptionConfig", "resources")
                                    .texts()
                                    .contains("secrets"),
                                "leaves Secrets without a key of their own")),
                About.resources(
                    "gcp:container/cluster:Cluster",
                    cluster ->
                        cluster
                            .at("databaseEncryption", "state")
                            .wrongIf(
                                !cluster
                                    .at("databaseEncryption", "state")
                                    .text()
                                    .equals("ENCRYPTED"),
                                "leaves Secrets without a key of their own")))),
        new Rule(
            "encryption/disks",
            MANDATORY,
            "Disks are encrypted.",
            "A snapshot that is shared by mistake is otherwise readable by whoever gets it.",
            "Set encrypted: true.",
            About.any(
                About.resources(
                    "aws:ec2/launchTemplate:LaunchTemplate",
                    template ->
                        template.each("blockDeviceMappings").stream()
                            .map(device -> device.at("ebs"))
                            .filter(Value::exists)
                            .map(disk -> disk.at("encrypted"))
                            .flatMap(each -> unencrypted(each).stream())
                            .toList()),
                encrypted("aws:ebs/volume:Volume", "encrypted"),
                encrypted("aws:efs/fileSystem:FileSystem", "encrypted"))),
        new Rule(
            "encryption/volumes",
            MANDATORY,
            "Storage classes of AWS make encrypted volumes.",
            "Volumes of databases are otherwise readable from any snapshot.",
            "Set parameters.encrypted: \"true\".",
            About.objects(
                "StorageClass",
                storage -> {
                  Value encrypted = storage.at("parameters", "encrypted");
                  return encrypted.wrongIf(
                      storage.at("provisioner").text().equals("ebs.csi.aws.com")
                          && !encrypted.isTrue(),
                      "makes volumes that are not encrypted");
                })),
        new Rule(
            "encryption/databases",
            MANDATORY,
            "Databases are encrypted.",
            "It cannot be turned on later: the database has to be copied.",
            "Set storageEncrypted: true.",
            About.any(
                encrypted("aws:rds/instance:Instance", "storageEncrypted"),
                encrypted("aws:rds/cluster:Cluster", "storageEncrypted"),
                encrypted(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "atRestEncryptionEnabled"))),
        new Rule(
            "encryption/key-rotation",
            ADVISORY,
            "Keys are rotated.",
            "What is encrypted with one key for ever is lost with it for ever.",
            "Set enableKeyRotation: true (AWS) or rotationPeriod (Google).",
            About.any(
                About.resources(
                    "aws:kms/key:Key",
                    key -> {
                      Value rotation = key.at("enableKeyRotation");
                      // Others than symmetric keys cannot be.
                      boolean symmetric =
                          key.at("customerMasterKeySpec")
                              .json()
                              .asText("SYMMETRIC_DEFAULT")
                              .equals("SYMMETRIC_DEFAULT");
                      return rotation.wrongIf(
                          symmetric && !rotation.isTrue(), "keeps one key for ever");
                    }),
                About.resources(
                    "gcp:kms/cryptoKey:CryptoKey",
                    key -> {
                      Value period = key.at("rotationPeriod");
                      boolean symmetric =
                          key.at("purpose")
                              .json()
                              .asText("ENCRYPT_DECRYPT")
                              .equals("ENCRYPT_DECRYPT");
                      return period.wrongIf(
                          symmetric && !period.exists(), "keeps one key for ever");
                    }))));
  }

  private static Policy encrypted(String type, String field) {
    return About.resources(type, inputs -> unencrypted(inputs.at(field)));
  }

  private static List<String> unencrypted(Value encrypted) {
    return encrypted.wrongIf(!encrypted.isTrue(), "leaves its data in the open");
  }
}
