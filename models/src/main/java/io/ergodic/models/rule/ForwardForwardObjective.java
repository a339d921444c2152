package io.ergodic.models.rule;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Pass;
import io.ergodic.models.libtorch.Objective;
import io.ergodic.models.libtorch.Staging;
import io.ergodic.models.network.Network;
import io.ergodic.models.network.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The local losses of Forward-Forward, summed over layers; each reaches its own layer alone. */
final class ForwardForwardObjective implements Objective {
  private static final double TINY = 1e-8;
  private static final double KEPT = 0.9;

  private final ForwardForward rule;
  private final NetworkSettings.Trunk trunk;
  private final Question question;
  private final Linear predictor;
  private final List<Parameter> activity = new ArrayList<>();

  ForwardForwardObjective(
      ForwardForward rule, NetworkSettings.Trunk trunk, Build build, Question question) {
    this.rule = rule;
    this.trunk = trunk;
    this.question = question;
    long width = 0;
    for (Network.Layer layer : trunk.layers()) {
      Parameter mean =
          build
              .in("activity")
              .parameters()
              .buffer(layer.name(), Initial.constant(0.5), layer.output().size());
      activity.add(mean);
      width += layer.output().size();
    }
    width -= trunk.layers().get(0).output().size();
    build.count((double) width * classes());
    this.predictor =
        new Linear(
            build.in("predictor").parameters(),
            width,
            classes(),
            Initial.constant(0),
            Initial.constant(0));
  }

  private int classes() {
    return question.output().axis(0);
  }

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    int count = batch.count();
    Tensor input = staging.values(batch, Batch.INPUT, count, question.input().size());
    Tensor labels = staging.labels(batch.ints(Batch.TARGET), count);
    Tensor truth = torch.one_hot(labels, classes()).to(input);
    Tensor logits = predicted(input, pass);
    Tensor loss = torch.cross_entropy_loss(logits, labels);
    if (!pass.training()) {
      return loss;
    }
    Tensor right = overlaid(input, truth.mul(new Scalar(rule.label())));
    Tensor wrong = overlaid(input, wrongLabels(logits, truth, pass).mul(new Scalar(rule.label())));
    loss = loss.add(excitement(right, true, pass));
    return loss.add(excitement(wrong, false, pass));
  }

  /** Labels drawn from the predictor, the true ones left out. */
  private Tensor wrongLabels(Tensor logits, Tensor truth, Pass pass) {
    Tensor open = torch.softmax(logits.detach().sub(truth.mul(new Scalar(1000.0))), 1);
    Tensor drawn = torch.multinomial(open, 1, false, pass.draws()).squeeze(1);
    return torch.one_hot(drawn, classes()).to(truth);
  }

  /** The inputs with other values in their first places. */
  private Tensor overlaid(Tensor input, Tensor label) {
    long rest = input.size(1) - classes();
    return torch.cat(new TensorVector(label, input.narrow(1, classes(), rest)), 1);
  }

  /** Rows to mean square 1, so that a layer cannot read the excitement of the one below. */
  private static Tensor normalised(Tensor rows) {
    long[] features = {1};
    Tensor square = rows.mul(rows).mean(features, true, new ScalarTypeOptional());
    return rows.div(square.sqrt().add(new Scalar(TINY)));
  }

  /** The layers one after the other, no gradient from one to the next: normalised, as vectors. */
  private List<Tensor> states(Tensor flat, Pass pass) {
    Tensor below = trunk.stem().forward(normalised(flat).view(shape(flat.size(0))), pass).detach();
    List<Tensor> states = new ArrayList<>();
    for (Network.Layer layer : trunk.layers()) {
      Tensor state = layer.forward(below, pass);
      states.add(state.flatten(1, -1));
      below = normalised(state.flatten(1, -1)).view(state.shape()).detach();
    }
    return states;
  }

  private long[] shape(long count) {
    int[] axes = question.input().axes();
    long[] shape = new long[axes.length + 1];
    shape[0] = count;
    for (int i = 0; i < axes.length; i++) {
      shape[i + 1] = axes[i];
    }
    return shape;
  }

  /**
   * Losses of all layers: softplus of the threshold less the excitement, or the other way round.
   */
  private Tensor excitement(Tensor flat, boolean right, Pass pass) {
    List<Tensor> states = states(flat, pass);
    Tensor sum = null;
    long[] features = {1};
    for (int i = 0; i < states.size(); i++) {
      Tensor state = states.get(i);
      double threshold = state.size(1);
      Tensor goodness = state.mul(state).sum(features, false, new ScalarTypeOptional());
      Tensor above = goodness.sub(new Scalar(threshold));
      Tensor loss = torch.softplus(right ? above.neg() : above).mean();
      if (right) {
        loss = loss.add(peers(state, activity.get(i)));
      }
      sum = sum == null ? loss : sum.add(loss);
    }
    return sum;
  }

  /** Pulls the mean activity of each unit towards that of its layer. */
  private Tensor peers(Tensor state, Parameter mean) {
    long[] batch = {0};
    Tensor now = state.detach().mean(batch, false, new ScalarTypeOptional());
    mean.tensor().mul_(new Scalar(KEPT)).add_(now.mul(new Scalar(1 - KEPT)));
    Tensor gap = mean.tensor().mean().sub(mean.tensor()).detach();
    // Twice: the gradient of a square is twice that of the script's excitement.
    return state
        .mul(gap)
        .sum(new long[] {1}, false, new ScalarTypeOptional())
        .mean()
        .mul(new Scalar(-2 * rule.peer()));
  }

  /** Logits from the normalised layers above the first, under a label that says nothing. */
  private Tensor predicted(Tensor flat, Pass pass) {
    Tensor ones = torch.ones_like(flat.narrow(1, 0, classes()));
    Tensor neutral = overlaid(flat, ones.mul(new Scalar(rule.label() / classes())));
    List<Tensor> states = states(neutral, pass);
    TensorVector above = new TensorVector();
    for (Tensor state : states.subList(1, states.size())) {
      above.push_back(normalised(state).detach());
    }
    return predictor.forward(torch.cat(above, 1), pass);
  }

  /** Scores of all classes: excitement of the layers above the first under each label. */
  Tensor scores(Tensor flat) {
    Pass pass = Pass.evaluation();
    if (rule.inference().equals("predictor")) {
      return predicted(flat, pass);
    }
    TensorVector columns = new TensorVector();
    long[] features = {1};
    for (int label = 0; label < classes(); label++) {
      Tensor chosen = torch.zeros_like(flat.narrow(1, 0, classes()));
      chosen.select(1, label).fill_(new Scalar(rule.label()));
      List<Tensor> states = states(overlaid(flat, chosen), pass);
      Tensor sum = null;
      for (Tensor state : states.subList(1, states.size())) {
        Tensor goodness = state.mul(state).sum(features, true, new ScalarTypeOptional());
        sum = sum == null ? goodness : sum.add(goodness);
      }
      columns.push_back(sum);
    }
    return torch.cat(columns, 1);
  }

  @Override
  public Capability trained(int threads, Staging staging) {
    return new ScoredClassifier(question.input().size(), classes(), this::scores, threads, staging);
  }
}
