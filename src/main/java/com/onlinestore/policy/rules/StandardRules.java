package com.onlinestore.policy.rules;

import com.onlinestore.policy.Rule;
import com.onlinestore.policy.RuleCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with the project, by topic. */
public final class StandardRules implements RuleCatalogue {

  @Override
  public List<Rule> rules() {
    return Stream.of(
            IsolationRules.all(),
            RightsRules.all(),
            IdentityRules.all(),
            ImageRules.all(),
            ResourceRules.all(),
            ProbeRules.all(),
            ReplicaRules.all(),
            BudgetRules.all(),
            NetworkRules.all(),
            MeshRules.all(),
            ExposureRules.all(),
            RbacRules.all(),
            AwsRightsRules.all(),
            GoogleRightsRules.all(),
            EncryptionRules.all(),
            StorageRules.all(),
            LoggingRules.all(),
            NodeRules.all(),
            ClusterRules.all(),
            OwnershipRules.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
