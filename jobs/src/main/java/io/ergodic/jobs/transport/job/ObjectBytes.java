package io.ergodic.jobs.transport.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;

/**
 * Java serialisation of tasks and results. The RDD has bytes, because {@code spark.serializer} may
 * be one that cannot serialise lambdas and records.
 */
final class ObjectBytes {
  private ObjectBytes() {}

  static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Reads an object with the classes of this thread's loader, which knows the job's jars. */
  static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type)
              throws IOException, ClassNotFoundException {
            try {
              return Class.forName(type.getName(), false, jars);
            } catch (ClassNotFoundException primitive) {
              return super.resolveClass(type);
            }
          }
        }) {
      return in.readObject();
    }
  }
}
