package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.review.difference.PropertyChange;
import com.onlinestore.review.difference.PropertyPath;
import java.util.Set;

/** What encrypts, by the names of fields in the clouds' resources. */
final class Encryption {

  private static final Set<String> FIELDS =
      Set.of(
          "atRestEncryptionEnabled",
          "bootDiskKmsKey",
          "databaseEncryption",
          "diskEncryptionKey",
          "encryptAtRest",
          "encrypted",
          "encryption",
          "encryptionAtRestKmsKeyArn",
          "encryptionConfig",
          "encryptionConfiguration",
          "encryptionKeyName",
          "kmsKey",
          "kmsKeyArn",
          "kmsKeyId",
          "kmsKeyName",
          "kmsMasterKeyId",
          "nodeToNodeEncryption",
          "serverSideEncryption",
          "serverSideEncryptionConfiguration",
          "sqsManagedSseEnabled",
          "sseAlgorithm",
          "storageEncrypted",
          "transitEncryptionEnabled");

  /** What of a block says whether it encrypts. */
  private static final Set<String> SWITCHES = Set.of("enabled", "state");

  private Encryption() {}

  /** Whether something was encrypted that no longer is, or not with that key. */
  static boolean ends(PropertyChange property) {
    PropertyPath path = property.path();
    boolean known =
        FIELDS.contains(path.lastField())
            || SWITCHES.contains(path.lastField()) && FIELDS.contains(path.outer().lastField());
    return known && isOn(property.before()) && !isOn(property.after());
  }

  private static boolean isOn(JsonNode value) {
    return !value.isMissingNode() && !Flag.isOff(value) && !value.asText().equals("DECRYPTED");
  }
}
