package io.ergodic.models.content;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contents of files that settings name, for this process. A setting that names a file holds its
 * address, {@code sha256:} and the hash of what is in it, in place of its name: so settings that
 * mean the same model are equal wherever the file lies, and another content is another model.
 */
public final class Contents {
  private static final String SCHEME = "sha256:";
  private static final Map<String, byte[]> BY_ADDRESS = new ConcurrentHashMap<>();

  private Contents() {}

  /** Holds a content from now on, and returns its address. */
  public static String put(byte[] content) {
    String address = address(content);
    BY_ADDRESS.putIfAbsent(address, content.clone());
    return address;
  }

  /** The address of a content. */
  public static String address(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return SCHEME + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a text is an address. */
  public static boolean isAddress(String text) {
    return text.matches(SCHEME + "[0-9a-f]{64}");
  }

  /** The hash of an address, a name for a file. */
  public static String hash(String address) {
    return address.substring(SCHEME.length());
  }

  /** A content this process holds; not to be changed. */
  public static Optional<byte[]> find(String address) {
    return Optional.ofNullable(BY_ADDRESS.get(address));
  }

  /**
   * The content that a setting names.
   *
   * @throws InvalidInputException where the key is missing, holds a file's name that nobody has
   *     read, or an address whose content is not here
   */
  public static byte[] read(Settings settings, String key) {
    String address = settings.string(key);
    if (!isAddress(address)) {
      throw settings.error(
          key, "has to be the address of a file's content (" + SCHEME + "...), not " + address);
    }
    return find(address)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    settings.path(key)
                        + ": the file with hash "
                        + hash(address)
                        + " is not here; it lies in the folder 'files' of the output the model was"
                        + " trained in"));
  }
}
