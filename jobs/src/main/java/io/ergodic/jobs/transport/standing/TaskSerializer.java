package io.ergodic.jobs.transport.standing;

import java.nio.ByteBuffer;
import org.apache.spark.SparkContext$;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Serialises tasks and results that go to another process; passes objects as they are within one
 * process.
 */
final class TaskSerializer {
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.Any();

  private TaskSerializer() {}

  /** Whether the executor is in the driver's process. */
  static boolean isLocal(String executor) {
    return SparkContext$.MODULE$.DRIVER_IDENTIFIER().equals(executor);
  }

  /** The value itself when {@code local}, else its bytes. */
  static Object serialize(Object value, boolean local) {
    if (local || value == null) {
      return value;
    }
    ByteBuffer buffer = serializer().serialize(value, ANY);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** The inverse of {@link #serialize}. */
  static Object deserialize(Object serialized, boolean local) {
    if (local || serialized == null) {
      return serialized;
    }
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    return serializer().deserialize(ByteBuffer.wrap((byte[]) serialized), jars, ANY);
  }

  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }
}
