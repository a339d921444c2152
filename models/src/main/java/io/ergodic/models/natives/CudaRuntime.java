package io.ergodic.models.natives;

import java.util.Optional;

/** What is asked of CUDA when a device is chosen; a test has one without any GPU. */
interface CudaRuntime {
  /** A variable of this process's environment, as CUDA sees it. */
  Optional<String> variable(String name);

  /** Sets a variable for CUDA, which reads it when it is first asked anything. */
  void set(String name, String value);

  /** Whether there is a GPU that CUDA can use. */
  boolean isAvailable();

  /** How many there are. */
  int count();

  /**
   * A name that no other GPU of the machine has, whatever part of them a container sees.
   *
   * @param address as the cluster gives it
   * @return empty where none can be told
   */
  Optional<String> identity(String address);
}
