package io.ergodic.jobs.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDigestTest {
  @TempDir Path folder;

  /** Model -> Layer -> nothing; Other is referred to by neither. */
  private String digest(String layer, String other) throws Exception {
    Path sources = Files.createTempDirectory(folder, "build");
    write(sources, "Model", "Object layer() { return new Layer[2][0]; }");
    write(sources, "Layer", layer);
    write(sources, "Other", other);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                sources.resolve("org/example/Model.java").toString(),
                sources.resolve("org/example/Layer.java").toString(),
                sources.resolve("org/example/Other.java").toString());
    assertThat(status).as(said.toString()).isZero();
    Path jar = sources.resolve("mine.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("Model", "Layer", "Other")) {
        String entry = "org/example/" + name + ".class";
        out.putNextEntry(new JarEntry(entry));
        out.write(Files.readAllBytes(sources.resolve(entry)));
      }
    }
    // As a plug-in: nothing but the loader of the model's own jar knows it.
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      return BuildDigest.of(List.of(loader.loadClass("org.example.Model")));
    }
  }

  private static void write(Path sources, String name, String body) throws IOException {
    Path file = sources.resolve("org/example").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package org.example; public class " + name + " {" + body + "}");
  }

  @Test
  void aClassThatAModelRefersToChangesItsDigestAndNoOtherDoes() throws Exception {
    String before = digest("int width = 4;", "");
    assertThat(before).matches("[0-9a-f]{16}");
    assertThat(digest("int width = 4;", "")).isEqualTo(before);
    assertThat(digest("int width = 5;", "")).isNotEqualTo(before);
    assertThat(digest("int width = 4;", "int unused;")).isEqualTo(before);
  }

  @Test
  void everyRootCounts() {
    assertThat(BuildDigest.of(List.of(Build.class, BuildDigest.class)))
        .isEqualTo(BuildDigest.of(List.of(BuildDigest.class, Build.class)))
        .isNotEqualTo(BuildDigest.of(List.of(Build.class)));
  }
}
