package com.onlinestore.components.observability;

import com.onlinestore.components.Yaml;

/** Tracing settings to test with. */
public final class Traces {

  /** As prod demands. */
  public static final TracingSettings STORED =
      Yaml.read(
          TracingSettings.class,
          "{storage: {opensearch: {url: 'https://search.acme.test:9200', secret: trace-store}}}");

  static final TracingSettings ZIPKIN =
      Yaml.read(TracingSettings.class, "{zipkin: 'http://zipkin.acme.test:9411'}");

  private Traces() {}
}
