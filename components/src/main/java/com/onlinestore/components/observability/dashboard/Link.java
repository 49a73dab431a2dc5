package com.onlinestore.components.observability.dashboard;

/** Somewhere else to look, from the top of a dashboard, a panel's points or a table's cells. */
record Link(String title, String url) {

  /** To a dashboard. */
  public static Link to(String title, String uid) {
    return new Link(title, "/d/" + uid);
  }

  /** The same, from a point or a cell: the time that is shown goes along. */
  Link withTime() {
    return new Link(title, url + "?${__url_time_range}");
  }
}
