package io.ergodic.datasets.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
  private static final String LIST = "META-INF/services/" + Kind.class.getName();

  @TempDir Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  /** A loader that jars can be added to while it is in use, as Spark's. */
  private static final class Growing extends URLClassLoader {
    Growing(ClassLoader parent) {
      super(new URL[0], parent);
    }

    void add(Path jar) throws IOException {
      addURL(jar.toUri().toURL());
    }
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  /** A jar with a kind of role {@code Runnable}, compiled, and without the class it needs. */
  private Path jar(String name, String body, String left) throws IOException {
    Path sources = Files.createTempDirectory(folder, "sources");
    Path source = sources.resolve("com/example/Mine.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        "package com.example;"
            + "record Set() implements Runnable { public void run() {} }"
            + "class Gone { static String text() { return \"\"; } }"
            + "public class Mine extends io.ergodic.datasets.registry.Kind {"
            + ("public Mine() { super(\"" + name + "\", Set.class, " + body + "); } }"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String path = System.getProperty("java.class.path");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-proc:none", "-cp", path, source.toString()))
        .as(said.toString())
        .isZero();
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String type : new String[] {"Mine", "Set", "Gone"}) {
        if (!type.equals(left)) {
          String entry = "com/example/" + type + ".class";
          out.putNextEntry(new JarEntry(entry));
          out.write(Files.readAllBytes(sources.resolve(entry)));
        }
      }
      out.putNextEntry(new JarEntry(LIST));
      out.write("# mine\ncom.example.Mine\n".getBytes());
    }
    return jar;
  }

  private Growing loader() {
    Growing loader = new Growing(getClass().getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  @Test
  void aJarThatComesLaterIsSeenAndOtherLoadersDoNotSeeIt() throws Exception {
    try (Growing loader = loader()) {
      assertThat(Kinds.of(Runnable.class).names()).doesNotContain("later");
      loader.add(jar("later", "\"\"", "none"));
      assertThat(Kinds.of(Runnable.class).names()).contains("later");
      assertThat(Kinds.of(Runnable.class)).isSameAs(Kinds.of(Runnable.class));
      restore();
      assertThat(Kinds.of(Runnable.class).names()).doesNotContain("later");
    }
  }

  /** Trials ask for registries by the thousand. */
  @Test
  void aServiceIsLoadedOnceForALoader() throws Exception {
    try (Growing loader = loader()) {
      assertThat(Registry.load(Fruit.class, "fruit").names()).isEmpty();
      Registry<Fruit> before = Registry.load(Fruit.class, "fruit");
      assertThat(Registry.load(Fruit.class, "fruit")).isSameAs(before);
      loader.add(jar("any", "\"\"", "none"));
      assertThat(Registry.load(Fruit.class, "fruit")).isNotSameAs(before);
    }
  }

  /** A service without implementations. */
  public interface Fruit extends Named {}

  @Test
  void aClassThatCannotBeLoadedIsNamedWithItsJar() throws Exception {
    refused(jar("lacking", "Gone.text()", "Gone"), "there is no com.example.Gone; was it built");
    refused(jar("missing", "\"\"", "Mine"), "it is not there (after deleting a class: mvn clean)");
    refused(jar("throwing", "\"\".substring(3)", "none"), "StringIndexOutOfBoundsException");
  }

  private void refused(Path jar, String reason) throws IOException {
    try (Growing loader = loader()) {
      loader.add(jar);
      assertThatThrownBy(() -> Registry.providers(Kind.class, "kind"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(jar + ": com.example.Mine, a kind, cannot be loaded: ")
          .hasMessageContaining(reason)
          .hasMessageNotContaining("\n");
    }
  }
}
