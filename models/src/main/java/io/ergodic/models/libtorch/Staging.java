package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Field;
import io.ergodic.models.device.Device;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Native memory through which batches enter libtorch, reused from step to step. It grows while a
 * step's PointerScope is open, hence the references retained: the scope must not free it.
 */
public final class Staging implements AutoCloseable {
  private final Device device;
  private FloatPointer floats = new FloatPointer(1);
  private FloatPointer wanted = new FloatPointer(1);
  private LongPointer longs = new LongPointer(1);
  private BytePointer bytes = new BytePointer(1);
  private long[] widened = new long[0];
  private float[][] meanings;
  private Tensor table;

  /** For tensors in the memory of a device. */
  public Staging(Device device) {
    this.device = device;
  }

  /** The first values of the array as a tensor of this shape; valid until the next call. */
  public Tensor floats(float[] source, int offset, long... shape) {
    int size = 1;
    for (long axis : shape) {
      size = Math.toIntExact(size * axis);
    }
    if (floats.capacity() < size) {
      floats.close();
      floats = new FloatPointer((long) size).retainReference();
    }
    floats.put(source, offset, size);
    return TorchDevice.on(device, torch.from_blob(floats, shape), ScalarType.Float);
  }

  /**
   * The values of a field as a tensor of this shape, count first; valid until the next call. Pixels
   * cross to the device as bytes and get their values there.
   */
  public Tensor values(Batch batch, String field, long... shape) {
    if (!(batch.field(field) instanceof Field.Pixels pixels)) {
      return floats(batch.floats(field), 0, shape);
    }
    int size = batch.count() * pixels.size();
    if (bytes.capacity() < size) {
      bytes.close();
      bytes = new BytePointer((long) size).retainReference();
    }
    bytes.put(pixels.bytes(), 0, size);
    int channels = pixels.meanings().length;
    long[] stored = {batch.count(), pixels.size() / channels, channels};
    Tensor host = torch.from_blob(bytes, stored, new TensorOptions(ScalarType.Byte));
    Tensor places = TorchDevice.on(device, host, ScalarType.Byte).transpose(1, 2);
    Tensor first =
        torch
            .arange(new Scalar(channels), TorchDevice.options(ScalarType.Int, device))
            .mul_(new Scalar(256));
    Tensor index = places.to(ScalarType.Int).add_(first.view(1, channels, 1));
    return torch.index_select(table(pixels.meanings()), 0, index.flatten()).view(shape);
  }

  /** What bytes stand for, channel by channel, on the device: brought there once. */
  private Tensor table(float[][] asked) {
    if (meanings != asked) {
      if (table != null) {
        table.close();
      }
      float[] flat = new float[asked.length * 256];
      for (int c = 0; c < asked.length; c++) {
        System.arraycopy(asked[c], 0, flat, c * 256, 256);
      }
      table = copied(flat, flat.length).retainReference();
      meanings = asked;
    }
    return table;
  }

  /** Like {@link #floats}, from other memory: both are valid until the next call of the same. */
  public Tensor targets(float[] source, long... shape) {
    int size = 1;
    for (long axis : shape) {
      size = Math.toIntExact(size * axis);
    }
    if (wanted.capacity() < size) {
      wanted.close();
      wanted = new FloatPointer((long) size).retainReference();
    }
    wanted.put(source, 0, size);
    return TorchDevice.on(device, torch.from_blob(wanted, shape), ScalarType.Float);
  }

  /** The first {@code count} labels as a tensor of 64-bit integers; valid until the next call. */
  public Tensor labels(int[] source, int count) {
    if (widened.length < count) {
      widened = new long[count];
      longs.close();
      longs = new LongPointer((long) count).retainReference();
    }
    for (int i = 0; i < count; i++) {
      widened[i] = source[i];
    }
    longs.put(widened, 0, count);
    Tensor labels = torch.from_blob(longs, new long[] {count}, new TensorOptions(ScalarType.Long));
    return TorchDevice.on(device, labels, ScalarType.Long);
  }

  /** The first values as a tensor with memory of its own. */
  public Tensor copied(float[] source, int count) {
    return TorchDevice.on(
        device, AbstractTensor.create(Arrays.copyOf(source, count)), ScalarType.Float);
  }

  /** The first values, as 64-bit integers, as a tensor with memory of its own. */
  public Tensor copied(int[] source, int count) {
    long[] wide = new long[count];
    for (int i = 0; i < count; i++) {
      wide[i] = source[i];
    }
    return TorchDevice.on(device, AbstractTensor.create(wide), ScalarType.Long);
  }

  @Override
  public void close() {
    floats.close();
    wanted.close();
    longs.close();
    bytes.close();
    if (table != null) {
      table.close();
    }
  }
}
