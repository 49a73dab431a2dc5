package com.onlinestore.components.cluster;

import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What every managed cluster is told, whichever cloud makes it.
 *
 * <pre>{@code
 * ManagedCluster managed =
 *     ManagedClusterBuilder.builder()
 *         .profile(Profile.PROD)
 *         .access(AccessSettings.defaults())
 *         .guarded(true)
 *         .tags(new CloudTags("shop", "prod", "prod", "checkout-team", "4711"))
 *         .mirrors(Mirrors.NONE)
 *         .check(ApiServerCheck.NONE)
 *         .build();
 * }</pre>
 *
 * @param profile how much is at stake
 * @param access from where its API server is reached
 * @param guarded whether a destroy is refused until the stack file lifts it
 * @param empty whether to stop before anything that needs the API server: the first step where it
 *     is private and nobody is inside its network yet
 * @param tags what everything carries
 * @param mirrors where charts and images come from
 * @param logs the bucket for logs that this stack is to make beside the cluster; null for none: it
 *     belongs to the cluster and not to what is put into it, so that emptying one keeps the other
 * @param check asked once the API server exists, before anything is put into it
 */
@RecordBuilder
public record ManagedCluster(
    Profile profile,
    AccessSettings access,
    boolean guarded,
    boolean empty,
    CloudTags tags,
    Mirrors mirrors,
    BucketRequest logs,
    ApiServerCheck check) {}
