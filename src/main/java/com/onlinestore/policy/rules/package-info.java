/**
 * The rules that come with the project: the Pod Security Standards, what kube-score asks of
 * workloads, what CIS and Prowler ask of clusters and clouds, and what Istio needs to keep its
 * promises. A class for each topic.
 */
package com.onlinestore.policy.rules;
