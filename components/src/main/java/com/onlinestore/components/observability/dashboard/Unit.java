package com.onlinestore.components.observability.dashboard;

/** What a number counts, as Grafana calls it. */
enum Unit {
  /** A plain number. */
  NUMBER("short"),
  /** Requests per second. */
  REQUESTS("reqps"),
  /** Anything else per second. */
  PER_SECOND("ops"),
  /** From 0 to 1, shown as percent. */
  SHARE("percentunit"),
  /** Milliseconds. */
  MILLISECONDS("ms"),
  /** Seconds. */
  SECONDS("s"),
  /** Days. */
  DAYS("d"),
  /** Bytes, shown in powers of 1024. */
  BYTES("bytes"),
  /** Bytes per second. */
  BYTES_PER_SECOND("Bps"),
  /** US dollars. */
  DOLLARS("currencyUSD");

  private final String id;

  Unit(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
