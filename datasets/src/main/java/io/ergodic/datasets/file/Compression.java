package io.ergodic.datasets.file;

import com.github.luben.zstd.ZstdInputStream;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How the content of a file is packed: told by its first bytes, whatever its name ends with. */
enum Compression {
  GZIP("1f8b") {
    @Override
    InputStream open(InputStream raw, InputFile file) throws IOException {
      return new GZIPInputStream(raw, BUFFER);
    }
  },
  ZSTD("28b52ffd") {
    @Override
    InputStream open(InputStream raw, InputFile file) throws IOException {
      return new ZstdInputStream(raw);
    }
  },
  BZIP2("425a68") {
    @Override
    InputStream open(InputStream raw, InputFile file) throws IOException {
      return new BZip2CompressorInputStream(raw, true);
    }
  },
  ZIP("504b0304") {
    @Override
    InputStream open(InputStream raw, InputFile file) throws IOException {
      return ZippedFile.open(raw, file);
    }
  },
  XZ("fd377a585a00") {
    @Override
    InputStream open(InputStream raw, InputFile file) {
      throw refused("xz", file);
    }
  },
  SEVEN_ZIP("377abcaf271c") {
    @Override
    InputStream open(InputStream raw, InputFile file) {
      throw refused("7z", file);
    }
  },
  RAR("526172211a07") {
    @Override
    InputStream open(InputStream raw, InputFile file) {
      throw refused("rar", file);
    }
  },
  NONE("") {
    @Override
    InputStream open(InputStream raw, InputFile file) {
      return raw;
    }
  };

  static final int LONGEST_MARK = 6;
  private static final int BUFFER = 1 << 16;
  private final byte[] mark;

  Compression(String mark) {
    this.mark = HexFormat.of().parseHex(mark);
  }

  /** The content of a stream of the whole file. */
  abstract InputStream open(InputStream raw, InputFile file) throws IOException;

  /** The one that begins with these bytes. */
  static Compression of(byte[] head) {
    return Arrays.stream(values())
        .filter(each -> Arrays.equals(each.mark, Arrays.copyOf(head, each.mark.length)))
        .findFirst()
        .orElse(NONE);
  }

  private static InvalidInputException refused(String name, InputFile file) {
    return file.error("packed by " + name + "; unpack it, or pack it by gzip, zip, zstd or bzip2");
  }
}
