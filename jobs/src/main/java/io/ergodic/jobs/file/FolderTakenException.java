package io.ergodic.jobs.file;

/** A folder is somebody else's. */
public final class FolderTakenException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Holder holder;

  FolderTakenException(Holder holder) {
    super("held by " + holder);
    this.holder = holder;
  }

  /** Who has it. */
  public Holder holder() {
    return holder;
  }
}
