package io.ergodic.jobs.build;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** The classes that a class file names in its constant pool. */
final class ReferredClasses {
  private static final int CLASS = 7;

  private ReferredClasses() {}

  /** Internal names ({@code java/lang/String}), of array types their elements'. */
  static Set<String> of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
        String name = reader.readUTF8(offset, buffer);
        names.add(name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name);
      }
    }
    return names;
  }
}
