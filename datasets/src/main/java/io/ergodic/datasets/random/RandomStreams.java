package io.ergodic.datasets.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams named by what they are for. A stream is a function of its seed and its
 * name alone, so the same draw comes out whatever else runs, in whatever order, on any executor.
 */
public final class RandomStreams {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private RandomStreams() {}

  /** The stream of a purpose, e.g. {@code stream(seed, "observation noise", shard)}. */
  public static RandomGenerator stream(long seed, Object... purpose) {
    return FACTORY.create(derive(seed, purpose));
  }

  /** A seed for a purpose: the first eight bytes of a SHA-256 over seed and purpose. */
  public static long derive(long seed, Object... purpose) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    for (Object part : purpose) {
      byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
