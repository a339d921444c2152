package io.ergodic.models.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.models.kernel.Gating;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.Lanes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Six steps from x = (0.3, -0.5) and a memory of zeros, two inputs and three hidden variables,
 * weight i being 0.45 sin(1.3 i + 0.7) in float: map and kernel against PyTorch 1.13 (RNN, LSTM,
 * GRU, in double precision, readout beside them) and against numpy written from the equations.
 */
class CellReferenceTest {
  private static final int STEPS = 6;

  @Test
  void elmanIsThatOfPyTorch() {
    check(
        new HighwayForm(2, 3, 1, Gating.NONE, 0),
        -0.14997435438759343,
        0.5476476232708769,
        0.5303461195831567,
        0.232433273748574,
        -0.4046383560140222);
  }

  @Test
  void lstmIsThatOfPyTorch() {
    check(
        new LstmForm(2, 3, false),
        0.5176587168234488,
        -0.004840811898685793,
        0.18926531482648837,
        0.1576262958990749,
        -0.02850775935962398,
        0.4963551530505246,
        0.325226025952074,
        -0.0463129465769127);
  }

  @Test
  void gruIsThatOfPyTorch() {
    check(
        new GruForm(2, 3),
        0.6398351900425872,
        0.28670271984055584,
        -0.4391626950222473,
        0.102483240766821,
        0.34518749189217196);
  }

  @Test
  void coupledLstm() {
    check(
        new LstmForm(2, 3, true),
        -0.0893394927700649,
        -0.39146714831231516,
        -0.017026497156389965,
        0.13271282559994868,
        0.03158484306293119,
        -0.04238009460533352,
        0.3195316410750034,
        0.05489616243343991);
  }

  @Test
  void longExpressiveMemory() {
    check(
        new LemForm(2, 3, 1),
        0.5980288980760591,
        -0.19480692588461396,
        0.6698960474776781,
        0.27156383167892295,
        0.061449609746353995,
        -0.4149618034509007,
        -0.34395743655554917,
        0.1603083472420386);
    check(
        new LemForm(2, 3, 0.5),
        0.4968236963361491,
        -0.09415898878824583,
        0.5011182068127664,
        0.1130057489603586,
        -0.06896714901201055,
        -0.31639073850739385,
        -0.24884197243452988,
        0.13896649211104944);
  }

  @Test
  void highwaysOfEveryGate() {
    check(
        new HighwayForm(2, 3, 3, Gating.COUPLED, 0),
        -0.3990034768670032,
        0.1306315902082455,
        0.3976930842160299,
        0.32285271453127473,
        -0.6950900534655795);
    check(
        new HighwayForm(2, 3, 2, Gating.RATE, 0),
        -0.49827596412635616,
        0.4175593756374545,
        0.5206783820393239,
        0.07316410907188259,
        -0.6391768675447825);
    check(
        new HighwayForm(2, 3, 2, Gating.ADDITIVE, 0),
        -0.33461856498260334,
        -0.5077592638714254,
        -1.2984894244267629,
        0.04081276953982098,
        -0.8154789881760988);
  }

  @Test
  void attentionOverTwoPastStates() {
    check(
        new HighwayForm(2, 3, 2, Gating.COUPLED, 2),
        -0.10234632767729747,
        0.5688457164141721,
        -0.03689512800717314,
        -0.3119989295559399,
        -0.27287204932752396,
        -0.03524433319223812,
        -0.31296836233554237,
        -0.27092031658321847,
        -0.030819137026350772,
        -0.31603916259707693,
        -0.2600596771693581);
  }

  private static void check(CellForm form, double... expected) {
    CellArchitecture architecture = new CellArchitecture(form, 1);
    float[] weights = new float[architecture.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.45 * Math.sin(1.3 * i + 0.7));
    }
    double[] state = new double[architecture.states()];
    state[0] = 0.3;
    state[1] = -0.5;
    float[] lanes = new float[(STEPS + 1) * state.length * Lanes.COUNT];
    for (int m = 0; m < state.length; m++) {
      Arrays.fill(lanes, m * Lanes.COUNT, (m + 1) * Lanes.COUNT, (float) state[m]);
    }
    LaneCell cell = architecture.cell();
    cell.load(weights, 0);
    for (int t = 0; t < STEPS; t++) {
      architecture.map(weights).step(state, state);
      int size = state.length * Lanes.COUNT;
      cell.forwardStep(lanes, t * size, lanes, (t + 1) * size);
    }
    assertThat(state).containsExactly(expected, within(1e-13));
    for (int m = 0; m < state.length; m++) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        float value = lanes[(STEPS * state.length + m) * Lanes.COUNT + lane];
        assertThat((double) value).isCloseTo(expected[m], within(2e-6));
      }
    }
  }
}
