package com.onlinestore.review.difference;

import java.util.List;

/**
 * What a cloud refuses to change, so that an update fails: neither that nor a replacement.
 *
 * @param at inputs that say where the resource lies
 * @param through the input by which what they name lies somewhere, as a subnet in a network
 * @param so what follows, in words
 */
record Refusal(List<PropertyPath> at, String through, String so) {

  /** Copies the list. */
  Refusal {
    at = List.copyOf(at);
  }

  boolean isAt(PropertyPath path) {
    return at.stream().anyMatch(path::isIn);
  }
}
