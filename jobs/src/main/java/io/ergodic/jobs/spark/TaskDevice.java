package io.ergodic.jobs.spark;

import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import io.ergodic.models.natives.Accelerators;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/** The device of the Spark task that runs on this thread. */
public final class TaskDevice {
  /** What Spark's settings and discovery scripts call GPUs. */
  public static final String RESOURCE = "gpu";

  private TaskDevice() {}

  /** The address of the task's GPU; empty when the task has none, or on the driver. */
  public static String address() {
    TaskContext task = TaskContext.get();
    ResourceInformation gpu = task == null ? null : task.resourcesJMap().get(RESOURCE);
    return gpu == null || gpu.addresses().length == 0 ? "" : gpu.addresses()[0];
  }

  /** What the engine uses of it. */
  public static Device of(Engine engine) {
    return Accelerators.choose(engine, address());
  }
}
