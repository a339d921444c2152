package io.ergodic.datasets.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.Assembled;
import io.ergodic.datasets.kind.functions.FunctionDataset;
import io.ergodic.datasets.kind.functions.FunctionPair;
import io.ergodic.datasets.kind.functions.PairedFunctions;
import io.ergodic.datasets.task.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquationSourcesTest {
  private static final String COUNTS = "functions { train = 5, validation = 1, test = 2 }";

  private static List<FunctionPair> pairs(Produced produced) {
    return produced.rows().stream().map(FunctionPair.class::cast).toList();
  }

  @Test
  void shardsOnlyCutTheList() throws Exception {
    for (String kind : List.of("heat", "burgers")) {
      var source = io.ergodic.datasets.source.DatasetSource.registry().get(kind, "test");
      String settings = "points = 16, time = 0.1, " + COUNTS + ", shards = ";
      List<FunctionPair> one = pairs(Produced.of(source, settings + 1));
      List<FunctionPair> three = pairs(Produced.of(source, settings + 3));
      assertThat(three).usingRecursiveFieldByFieldElementComparator().isEqualTo(one);
      assertThat(one).extracting(FunctionPair::split).startsWith(Split.TRAIN).endsWith(Split.TEST);
    }
  }

  @Test
  void fewerPointsAreTheSameFunctions() throws Exception {
    String settings = "resolution = 256, time = 0.2, " + COUNTS + ", points = ";
    List<FunctionPair> fine = pairs(Produced.of(new BurgersSource(), settings + 128));
    List<FunctionPair> coarse = pairs(Produced.of(new BurgersSource(), settings + 64));
    for (int i = 0; i < fine.size(); i++) {
      for (int k = 0; k < 64; k++) {
        assertThat(coarse.get(i).input()[k]).isEqualTo(fine.get(i).input()[2 * k]);
        assertThat(coarse.get(i).output()[k]).isEqualTo(fine.get(i).output()[2 * k]);
      }
    }
  }

  @Test
  void pairsAreExamplesOfTheOperatorTask() throws Exception {
    Produced produced = Produced.of(new HeatSource(), "points = 16, " + COUNTS);
    FunctionDataset data = (FunctionDataset) Assembled.of(produced);
    PairedFunctions source = new PairedFunctions();
    assertThat(source.input(produced.plan().schema())).isEqualTo(new Port(Port.FUNCTION, 16, 1));
    assertThat(source.grid(data)).startsWith(0, 1 / 16f).hasSize(16);
    int seen = 0;
    for (Batch batch : new Sequential(source.examples(data, Split.TRAIN), 3)) {
      for (int i = 0; i < batch.count(); i++, seen++) {
        FunctionPair pair = data.pairs(Split.TRAIN).get(seen);
        assertThat(batch.floats(Batch.INPUT)[i * 16 + 7]).isEqualTo(pair.input()[7]);
        assertThat(batch.floats(Batch.TARGET)[i * 16 + 7]).isEqualTo(pair.output()[7]);
      }
    }
    assertThat(seen).isEqualTo(5);
    assertThat(data.has(Split.TEST)).isTrue();
    double energy = 0;
    double before = 0;
    for (int k = 0; k < 16; k++) {
      energy += Math.pow(data.pairs(Split.TEST).get(0).output()[k], 2);
      before += Math.pow(data.pairs(Split.TEST).get(0).input()[k], 2);
    }
    assertThat(energy).isLessThan(before);
    assertThat(data.manifest().scaler().mean()[0]).isCloseTo(0, within(1e-6));
  }

  @Test
  void refusesWhatCannotBeSolved() {
    Produced.refused(new BurgersSource(), "points = 100, resolution = 256", "no multiple of");
    Produced.refused(new BurgersSource(), "viscosity = 0", "viscosity");
    Produced.refused(new HeatSource(), "functions { train = 0 }", "functions.train");
    Produced.refused(new HeatSource(), "viscosity = 1", "viscosity", "unknown key");
  }
}
