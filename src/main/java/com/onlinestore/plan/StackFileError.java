package com.onlinestore.plan;

/** A project or stack file that is missing or cannot be read. */
public final class StackFileError extends UserError {

  private static final long serialVersionUID = 1L;

  /** An error whose message names the file. */
  public StackFileError(String message) {
    super(message);
  }
}
