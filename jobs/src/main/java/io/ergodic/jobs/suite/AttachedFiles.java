package io.ergodic.jobs.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.content.Contents;
import io.ergodic.models.family.Family;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Reads the files that settings of a family name, on the driver, and puts the addresses of their
 * contents in place of their names. A name with a scheme, such as {@code hdfs://}, is a path of
 * Hadoop; any other is looked for in the folder of the suite, then in the working directory.
 */
final class AttachedFiles {
  /** A network of 250 million parameters. */
  private static final int LARGEST = 1 << 30;

  private AttachedFiles() {}

  /** The settings as canonical JSON, with addresses. */
  static String attach(Family family, Settings settings) {
    String json = settings.json();
    for (String key : family.files()) {
      if (settings.has(key) && !Contents.isAddress(settings.string(key))) {
        json = replaced(json, key, Contents.put(read(settings, key)));
      }
    }
    return json;
  }

  private static String replaced(String json, String key, String address) {
    try {
      ObjectNode node = (ObjectNode) Inheritance.MAPPER.readTree(json);
      return node.put(key, address).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] read(Settings settings, String key) {
    String name = settings.string(key);
    try (InputStream in = Files.newInputStream(InputFile.of(settings, key).path())) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw settings.error(key, name + " has more than " + LARGEST + " bytes");
      }
      return content;
    } catch (IOException failure) {
      throw new InvalidInputException(
          settings.path(key) + ": " + name + " cannot be read: " + failure.getMessage(), failure);
    }
  }
}
