package io.ergodic.jobs.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A fingerprint of the code behind a model: SHA-256 over the bytes of its classes and of all
 * classes of the project, or of their own project, that these refer to. It differs when one of them
 * has been changed, also in a tree that was never committed. How settings are read and how names
 * are found is left out: what was read is recorded by itself.
 */
public final class BuildDigest {
  private static final String PROJECT = "io/ergodic/";
  private static final Set<String> LEFT_OUT =
      Set.of(PROJECT + "datasets/settings/", PROJECT + "datasets/registry/");
  private static final Map<Class<?>, Facts> ROOTS = new ConcurrentHashMap<>();

  private BuildDigest() {}

  private record Facts(Map<String, String> digests) {}

  /** Of the classes that decide what is computed, in any order; 16 hexadecimal digits. */
  public static String of(Collection<? extends Class<?>> roots) {
    Map<String, String> digests = new TreeMap<>();
    roots.forEach(
        root -> digests.putAll(ROOTS.computeIfAbsent(root, BuildDigest::reached).digests()));
    MessageDigest all = sha256();
    digests.forEach((name, digest) -> all.update((name + digest).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(all.digest()).substring(0, 16);
  }

  private static Facts reached(Class<?> root) {
    ClassLoader loader = root.getClassLoader();
    String start = root.getName().replace('.', '/');
    Set<String> within = new TreeSet<>(List.of(PROJECT, ownProject(start)));
    Map<String, String> digests = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (digests.containsKey(name) || (!name.equals(start) && !counts(name, within))) {
        continue;
      }
      byte[] bytes = bytes(name, loader);
      if (bytes != null) {
        digests.put(name, HexFormat.of().formatHex(sha256().digest(bytes)));
        open.addAll(ReferredClasses.of(bytes));
      }
    }
    return new Facts(digests);
  }

  private static boolean counts(String name, Set<String> within) {
    return within.stream().anyMatch(name::startsWith)
        && LEFT_OUT.stream().noneMatch(name::startsWith);
  }

  /** The first two parts of a package: {@code org/example/} of org.example.models.Mine. */
  private static String ownProject(String name) {
    String[] parts = name.split("/");
    return Arrays.stream(parts)
            .limit(Math.max(0, Math.min(2, parts.length - 1)))
            .collect(Collectors.joining("/"))
        + "/";
  }

  private static byte[] bytes(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
