package com.onlinestore.errors;

/** A project or stack file that is missing, cannot be read, or says something that cannot be. */
public final class StackFileError extends UserError {

  private static final long serialVersionUID = 1L;

  private static final int EXIT_CODE = 2;

  /** An error whose message names the file, or each problem of it on a line of its own. */
  public StackFileError(String message) {
    super(message, EXIT_CODE);
  }
}
