package io.ergodic.datasets.lift;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The bytecode of a method, found the way the virtual machine would. */
record MethodCode(MethodNode code) {
  /**
   * The method that a call reaches.
   *
   * @param loader of the equations, which may have come with a plug-in
   */
  static MethodCode of(Object receiver, MethodInsnNode call, ClassLoader loader)
      throws NotLiftableException {
    Class<?> begin =
        call.getOpcode() == Opcodes.INVOKESPECIAL ? load(call.owner, loader) : receiver.getClass();
    return find(begin, call.name, call.desc);
  }

  static MethodCode ofStatic(MethodInsnNode call, ClassLoader loader) throws NotLiftableException {
    return find(load(call.owner, loader), call.name, call.desc);
  }

  /** The method in a class or the nearest of those it extends. */
  static MethodCode find(Class<?> begin, String name, String descriptor)
      throws NotLiftableException {
    for (Class<?> type = begin; type != null && type != Object.class; type = type.getSuperclass()) {
      for (MethodNode method : read(type).methods) {
        if (method.name.equals(name)
            && method.desc.equals(descriptor)
            && (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
          return new MethodCode(method);
        }
      }
    }
    throw new NotLiftableException("no bytecode of " + begin.getName() + "." + name);
  }

  /** The value of a final field. */
  static Object field(FieldInsnNode node, Object owner, ClassLoader loader)
      throws NotLiftableException {
    for (Class<?> type = load(node.owner, loader); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(node.name);
        if (!Modifier.isFinal(field.getModifiers())) {
          throw new NotLiftableException("field " + node.name + " may change");
        }
        field.setAccessible(true);
        return field.get(owner);
      } catch (NoSuchFieldException inherited) {
        continue;
      } catch (ReflectiveOperationException | RuntimeException closed) {
        throw new NotLiftableException("field " + node.name + " cannot be read");
      }
    }
    throw new NotLiftableException("no field " + node.name);
  }

  private static ClassNode read(Class<?> type) throws NotLiftableException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new NotLiftableException("no bytecode of " + type.getName());
      }
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return node;
    } catch (IOException unreadable) {
      throw new NotLiftableException("bytecode of " + type.getName() + " cannot be read");
    }
  }

  private static Class<?> load(String internalName, ClassLoader loader)
      throws NotLiftableException {
    String name = internalName.replace('/', '.');
    if (name.startsWith("java.")) {
      throw new NotLiftableException("calls " + name);
    }
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException missing) {
      throw new NotLiftableException("no class " + name);
    }
  }
}
