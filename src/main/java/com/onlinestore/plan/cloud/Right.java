package com.onlinestore.plan.cloud;

/**
 * What somebody may do in a cloud, in words.
 *
 * @param who the principal: a role, a user, a service account
 * @param what the rest of the sentence, as in {@code may kms:Decrypt on <store-key.arn>}
 */
public record Right(String who, String what) {}
