package io.ergodic.jobs.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * What makes damaged bytes look whole again from outside, so that readers get further into them.
 */
@FunctionalInterface
interface Packing {
  byte[] pack(byte[] damaged) throws IOException;

  Packing NONE = damaged -> damaged;

  /** The damage is inside what is packed. */
  Packing GZIP =
      damaged -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
          packed.write(damaged);
        }
        return out.toByteArray();
      };

  /** Every chunk of a PNG file has the checksum it should have. */
  Packing PNG =
      damaged -> {
        ByteBuffer file = ByteBuffer.wrap(damaged);
        for (long at = 8; at + 12 <= damaged.length; ) {
          long length = file.getInt((int) at) & 0xffffffffL;
          if (at + 12 + length > damaged.length) {
            break;
          }
          CRC32 crc = new CRC32();
          crc.update(damaged, (int) at + 4, (int) length + 4);
          file.putInt((int) (at + 8 + length), (int) crc.getValue());
          at += 12 + length;
        }
        return damaged;
      };
}
