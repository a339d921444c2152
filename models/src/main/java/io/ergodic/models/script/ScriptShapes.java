package io.ergodic.models.script;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.libtorch.TorchLearner;
import java.util.Arrays;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Asks a module for an answer to zeros, so that a wrong form is said before there is any data. */
final class ScriptShapes {
  /** A traced module may have the count of its example built in. */
  private static final long[] COUNTS = {2, 3};

  private ScriptShapes() {}

  static void check(ScriptFile file, ModelContext context, String place) {
    TorchLearner.withoutGradients(
        () -> {
          JitModule module = ScriptFile.load(file.content(), new Device("cpu"), place);
          module.train(false);
          torch.setGraphExecutorOptimize(false);
          for (long count : COUNTS) {
            check(module, count, context, place);
          }
          return null;
        });
  }

  private static void check(JitModule module, long count, ModelContext context, String place) {
    long[] input = shape(count, input(context));
    long[] wanted = shape(count, context.output());
    String asked =
        place
            + ": "
            + context.task().name()
            + " of dataset "
            + context.dataset()
            + " gives the module an input of "
            + Arrays.toString(input);
    long[] output;
    try {
      IValue answer = module.forward(new IValueVector(new IValue(torch.zeros(input))));
      if (!answer.isTensor()) {
        throw new InvalidInputException(asked + ", and it has to return one tensor");
      }
      Tensor tensor = answer.toTensor();
      output = tensor.shape();
    } catch (InvalidInputException known) {
      throw known;
    } catch (RuntimeException refused) {
      throw new InvalidInputException(asked + ", which fails: " + lastLine(refused), refused);
    }
    if (!Arrays.equals(output, wanted)) {
      throw new InvalidInputException(
          asked
              + " and wants "
              + Arrays.toString(wanted)
              + " back, but gets "
              + Arrays.toString(output));
    }
  }

  /** An interpreter's failure ends with its reason, a traceback stands before. */
  private static String lastLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("RuntimeError") || line.startsWith("torch.jit.Error"))
        .reduce((first, second) -> second)
        .orElse(ScriptFile.firstLine(failure));
  }

  /** A system that is stepped has its observation as input. */
  private static Port input(ModelContext context) {
    Port output = context.output();
    return output.layout().equals(Port.DYNAMICS) ? output : context.input();
  }

  private static long[] shape(long count, Port port) {
    long[] shape = new long[port.axes().length + 1];
    shape[0] = count;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = port.axis(i - 1);
    }
    return shape;
  }
}
