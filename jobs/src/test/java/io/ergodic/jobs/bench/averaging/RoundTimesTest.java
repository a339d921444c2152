package io.ergodic.jobs.bench.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.jobs.train.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RoundTimesTest {
  @Test
  void columnsAreMeansOfGroupsAfterTheSkippedRounds() {
    RoundTimes times = new RoundTimes();
    for (int round = 1; round <= 8; round++) {
      times.finished(record(round, round == 1 ? 1000 : round));
    }
    // rounds 2 3, 4 5 and 6 7; round 8 fills no group
    Sample sample = times.column(1, 2, RoundRecord::computeMs);
    assertThat(sample.values()).containsExactly(2.5, 4.5, 6.5);
    assertThat(sample.median()).isEqualTo(4.5);
    assertThat(sample.plus(-0.5).lowest()).isEqualTo(2);
    assertThat(sample.highest()).isEqualTo(6.5);
    assertThat(new Sample(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void wallTimesAddUpToTheTimeThatHasPassed() throws InterruptedException {
    long start = System.nanoTime();
    RoundTimes times = new RoundTimes();
    for (int round = 1; round <= 4; round++) {
      Thread.sleep(3);
      times.finished(record(round, 0));
    }
    double sum = 4 * times.walls(0, 4).median();
    assertThat(sum).isBetween(12.0, (System.nanoTime() - start) * 1e-6);
  }

  @Test
  void theSlopeOfALineIsItsOwn() {
    List<double[]> line = new ArrayList<>();
    for (int round = 25; round <= 500; round += 25) {
      line.add(new double[] {round, 7 + 0.03 * round});
    }
    assertThat(MemoryBenchmark.slope(line)).isCloseTo(3, within(1e-12));
  }

  @Test
  void aPlotIsWellFormedAndHoldsItsCurvesInsideTheAxes() throws Exception {
    String svg =
        LinePlot.draw(
            "a < b & c",
            "round",
            "MiB",
            Map.of("driver", List.of(new double[] {0, 1}, new double[] {100, 4})));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new java.io.StringReader(svg)));
    NodeList curves = document.getElementsByTagName("polyline");
    assertThat(curves.getLength()).isEqualTo(1);
    String points = curves.item(0).getAttributes().getNamedItem("points").getNodeValue();
    // 330 pixels hold 0 to 4.2
    assertThat(points).isEqualTo("70.0,291.4 660.0,55.7");
    assertThat(document.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("a < b & c");
  }

  private static RoundRecord record(int round, double compute) {
    return new RoundRecord(
        round, round, 8, 1, 1, null, 1, 1, 0, compute, 0, 0, 0, 0, 0, 0, "cpu", 0, List.of());
  }
}
