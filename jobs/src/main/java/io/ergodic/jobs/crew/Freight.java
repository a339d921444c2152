package io.ergodic.jobs.crew;

import java.nio.ByteBuffer;
import org.apache.spark.SparkContext$;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Work and results on their way: as they are within a process, as bytes between processes. */
final class Freight {
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.Any();

  private Freight() {}

  /** Whether an executor is the driver itself. */
  static boolean local(String executor) {
    return SparkContext$.MODULE$.DRIVER_IDENTIFIER().equals(executor);
  }

  static Object pack(Object value, boolean local) {
    if (local || value == null) {
      return value;
    }
    ByteBuffer bytes = serializer().serialize(value, ANY);
    byte[] packed = new byte[bytes.remaining()];
    bytes.get(packed);
    return packed;
  }

  static Object unpack(Object packed, boolean local) {
    if (local || packed == null) {
      return packed;
    }
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    return serializer().deserialize(ByteBuffer.wrap((byte[]) packed), jars, ANY);
  }

  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }
}
