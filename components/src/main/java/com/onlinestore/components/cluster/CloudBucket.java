package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Checks;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * A bucket that pods use without a key.
 *
 * @param kind whose it is
 * @param name without a scheme
 * @param region of one on AWS; null on Google Cloud, which finds it by its name
 * @param annotations of the service account, by which its pods get their rights; none where the
 *     cloud knows the service account by its name
 * @param ready what must be there before the pods start: they get their rights then, or never
 */
public record CloudBucket(
    Kind kind,
    Output<String> name,
    String region,
    Map<String, Output<String>> annotations,
    List<Resource> ready) {

  /** Copies the collections. */
  public CloudBucket {
    annotations = Checks.sorted(annotations);
    ready = Checks.copy(ready);
  }

  /** The clouds' services that keep objects. */
  public enum Kind {
    /** Amazon's Simple Storage Service. */
    S3,
    /** Google's Cloud Storage. */
    GCS
  }
}
