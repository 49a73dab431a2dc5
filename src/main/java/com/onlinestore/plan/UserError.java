package com.onlinestore.plan;

/**
 * Something the person at the terminal can put right: show the message alone, without a stack
 * trace.
 */
public class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An error whose message says what is wrong and where. */
  public UserError(String message) {
    super(message);
  }
}
