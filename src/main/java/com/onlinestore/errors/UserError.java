package com.onlinestore.errors;

/**
 * Something the person at the terminal can put right: show the message alone, without a stack
 * trace.
 */
public class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** An error whose message says what is wrong and where; the program ends with exit code 1. */
  public UserError(String message) {
    this(message, 1);
  }

  /** The same, with what a programmer wants to know besides; a person is not shown the cause. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
    this.exitCode = 1;
  }

  UserError(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the program ends with. */
  public int exitCode() {
    return exitCode;
  }
}
