package io.ergodic.datasets.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The one file in a zip archive. That there is no other is found where it ends. */
final class ZippedFile extends FilterInputStream {
  private final ZipInputStream zip;
  private final InputFile file;
  private final String name;

  private ZippedFile(ZipInputStream zip, InputFile file, String name) {
    super(zip);
    this.zip = zip;
    this.file = file;
    this.name = name;
  }

  static InputStream open(InputStream raw, InputFile file) throws IOException {
    // Names that are not marked as UTF-8 are in any encoding; they are for messages alone.
    ZipInputStream zip = new ZipInputStream(raw, StandardCharsets.ISO_8859_1);
    String name = next(zip);
    if (name == null) {
      throw file.error("a zip archive with no file in it");
    }
    if (name.equals("[Content_Types].xml")) {
      throw file.error("a workbook or document of an office program; save it as text (CSV)");
    }
    return new ZippedFile(zip, file, name);
  }

  private static String next(ZipInputStream zip) throws IOException {
    try {
      return nextFile(zip);
    } catch (IllegalArgumentException nameOfNoText) {
      throw new ZipException("a name in the archive cannot be read");
    }
  }

  private static String nextFile(ZipInputStream zip) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
        return entry.getName();
      }
    }
    return null;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value < 0) {
      refuseMore();
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count < 0) {
      refuseMore();
    }
    return count;
  }

  private void refuseMore() throws IOException {
    String another = next(zip);
    if (another != null) {
      throw file.error(
          "a zip archive of several files: " + name + ", " + another + "; unpack the one wanted");
    }
  }
}
