"""Reference outputs of every block: python3 block_references.py > ../resources/references/blocks.json

Needs NumPy and SciPy. A case is a role and kind with its settings, the shape of an example, and a
function of (parameters, examples). Two examples go through it. BlockReferenceTest reads the file.
"""

import json
import sys

import numpy as np

from block_arithmetic import *

IMAGE = ("image", 4, 6, 6)
GRID = ("grid", 3, 2, 4)
TOKENS = ("tokens", 5, 4)
VECTOR = ("vector", 6)
CLASSES = 3

cases = []


def case(role, kind, settings, shape, function, training=False, index=0, series=()):
    """Runs a case and keeps it; series is what a head has to give instead of classes."""
    layout, axes = shape[0], list(shape[1:])
    values = [axes[0] * axes[1], axes[2]] if layout == "grid" else axes
    given, after = Given(), {}
    x = example(2, *values)
    work.total = 0
    output = function(given, x, after) if training else function(given, x)
    cases.append({
        "role": role, "kind": kind, "settings": settings, "layout": layout, "axes": axes,
        "training": training, "index": index, "series": list(series),
        # Networks that are no kinds count theirs by formulas of their own.
        "multiplyAdds": -1 if role == "Network" else work.total // 2,
        "parameters": given.shapes,
        "shape": list(output.shape), "output": rounded(output.ravel()),
        "after": {name: rounded(value) for name, value in after.items()},
    })


def rounded(values):
    return [float(f"{value:.13g}") for value in values]


def on_grid(function):
    return lambda p, x: tokens(function(p, picture(x, 3, 2)))


def last(norm):
    """A norm of the last axis on pictures."""
    return lambda p, x: norm(p, x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)


def per_place(function):
    """A function of (..., features) on pictures."""
    return last(function)


def token_mixers():
    role = "TokenMixer"
    case(role, "attention", "heads = 2", TOKENS, lambda p, x: attention(p, x, 2))
    case(role, "attention", "heads = 1, causal = true", TOKENS, lambda p, x: attention(p, x, 1, True))
    case(role, "attention", "heads = 2, position = rotary", ("tokens", 5, 8),
         lambda p, x: attention(p, x, 2, turned=True))
    # With dropout attention takes another path, which drops nothing here.
    case(role, "attention", "heads = 2, dropout = 0.5", TOKENS, lambda p, x: attention(p, x, 2))
    case(role, "attention", "heads = 2, dropout = 0.5, causal = true", TOKENS,
         lambda p, x: attention(p, x, 2, True))
    case(role, "linear-attention", "heads = 2", TOKENS, lambda p, x: linear_attention(p, x, 2))
    case(role, "linear-attention", "heads = 2, causal = true", TOKENS,
         lambda p, x: linear_attention(p, x, 2, True))
    case(role, "conv", "kernel = 3", GRID, on_grid(lambda p, x: convolution(p, x, 4, 3, padding=1)))
    case(role, "conv", "kernel = 5", IMAGE, lambda p, x: convolution(p, x, 4, 5, padding=2))
    case(role, "depthwise", "kernel = 3", GRID,
         on_grid(lambda p, x: convolution(p, x, 4, 3, padding=1, groups=4)))
    case(role, "depthwise", "kernel = 3", IMAGE,
         lambda p, x: convolution(p, x, 4, 3, padding=1, groups=4))
    case(role, "fourier", "", TOKENS, lambda p, x: np.fft.fft2(x).real)
    case(role, "pool", "size = 3", GRID, on_grid(lambda p, x: mean_of_neighbours(x, 3)))
    case(role, "pool", "size = 5", IMAGE, lambda p, x: mean_of_neighbours(x, 5))
    case(role, "token-mlp", "hidden = 7", TOKENS, lambda p, x: mlp(p, x.swapaxes(1, 2), 7).swapaxes(1, 2))
    case(role, "norm-lin", "dropout = 0.5", TOKENS, norm_lin)
    case(role, "flow", "heads = 2", TOKENS, lambda p, x: flow(p, x, 2))
    case(role, "flow", "heads = 2, causal = true", TOKENS, lambda p, x: flow(p, x, 2, True))
    case(role, "aaren", "heads = 2", TOKENS, lambda p, x: aaren(p, x, 2))
    case(role, "mamba", "state = 3", TOKENS, lambda p, x: mamba(p, x, 3, 2, 4))
    # Longer than a chunk of the scan, and no whole number of them.
    case(role, "mamba", "state = 2, expand = 1, kernel = 2", ("tokens", 37, 18),
         lambda p, x: mamba(p, x, 2, 1, 2))
    case(role, "none", "", TOKENS, lambda p, x: x)


def mamba(p, x, state, expand, kernel):
    """After Gu and Dao 2023, one token after the other."""
    softplus = lambda v: np.log1p(np.exp(v))
    silu = ACTIVATIONS["silu"]
    count, length, width = x.shape
    inner, rank = width * expand, (width + 15) // 16
    into = x @ p("in", 2 * inner, width).T
    weight, bias = p("convolution.weight", inner, 1, kernel), p("convolution.bias", inner)
    selection = p("selection", rank + 2 * state, inner)
    step, step_bias = p("step.weight", inner, rank), p("step.bias", inner)
    decay, skip = p("decay", inner, state), p("skip", inner)
    work.add(count * length * inner * (3 * width + kernel + 2 * rank + 6 * state + 1))
    past, h, y = np.zeros((count, kernel, inner)), np.zeros((count, inner, state)), []
    for t in range(length):
        past = np.concatenate([past[:, 1:], into[:, t:t + 1, :inner]], 1)
        u = silu(np.einsum("nke,ek->ne", past, weight[:, 0]) + bias)
        chosen = u @ selection.T
        delta = softplus(chosen[:, :rank] @ step.T + step_bias)
        b, c = chosen[:, rank:rank + state], chosen[:, rank + state:]
        h = np.exp(-delta[..., None] * np.exp(decay)) * h + (delta * u)[..., None] * b[:, None]
        y.append(((h * c[:, None]).sum(2) + skip * u) * silu(into[:, t, inner:]))
    return np.stack(y, 1) @ p("out", width, inner).T


def mean_of_neighbours(x, size):
    work.add(size * size * x.size)
    return pool(x, size, 1, size // 2) - x


def mlp(p, x, hidden, activation="gelu"):
    expanded = ACTIVATIONS[activation](linear(p.below("expand"), x, hidden))
    return linear(p.below("contract"), expanded, x.shape[-1])


def mlp_of_pictures(p, x):
    expanded = ACTIVATIONS["gelu"](convolution(p.below("expand"), x, 8, 1))
    return convolution(p.below("contract"), expanded, 4, 1)


def glu(p, x, units, activation):
    both = linear(p.below("expand"), x, 2 * units)
    gate = ACTIVATIONS[activation](both[..., :units])
    return linear(p.below("contract"), gate * both[..., units:], x.shape[-1])


def channel_mixers():
    role = "ChannelMixer"
    case(role, "mlp", "ratio = 2", TOKENS, lambda p, x: mlp(p, x, 8))
    case(role, "mlp", "hidden = 5, activation = silu", TOKENS, lambda p, x: mlp(p, x, 5, "silu"))
    case(role, "mlp", "ratio = 2", IMAGE, mlp_of_pictures)
    case(role, "glu", "", TOKENS, lambda p, x: glu(p, x, 8, "gelu"))
    case(role, "glu", "hidden = 3, activation = silu", TOKENS, lambda p, x: glu(p, x, 3, "silu"))
    case(role, "none", "", TOKENS, lambda p, x: x)


def norms():
    role = "Norm"
    case(role, "batch", "", IMAGE, lambda p, x: batch_norm(p, x))
    case(role, "batch", "", TOKENS, batch_norm_last)
    case(role, "batch", "", VECTOR, lambda p, x: batch_norm(p, x))
    case(role, "batch", "", IMAGE, lambda p, x, after: batch_norm(p, x, True, after), training=True)
    case(role, "group", "groups = 2", IMAGE, lambda p, x: group_norm(p, x, 2))
    case(role, "group", "groups = 2, epsilon = 0.1", TOKENS,
         lambda p, x: group_norm(p, x.swapaxes(1, 2), 2, 0.1).swapaxes(1, 2))
    case(role, "layer", "", IMAGE, last(layer_norm))
    case(role, "layer", "epsilon = 0.1", TOKENS, lambda p, x: layer_norm(p, x, 0.1))
    case(role, "rms", "", IMAGE, last(rms_norm))
    case(role, "rms", "epsilon = 0.1", TOKENS, lambda p, x: rms_norm(p, x, 0.1))
    case(role, "none", "", IMAGE, lambda p, x: x)


def with_waves(p, x, name="codes"):
    p.constant(name, *x.shape[1:])
    return x + sinusoidal(*x.shape[1:])


def positions():
    role = "Position"
    case(role, "learned", "", TOKENS, lambda p, x: x + p("codes", 5, 4))
    case(role, "sinusoidal", "", TOKENS, with_waves)
    case(role, "none", "", TOKENS, lambda p, x: x)


def patches(p, x, size, stride, padding, width, class_token=False, position=None):
    values = tokens(convolution(p.below("projection"), x, width, size, stride, padding))
    if class_token:
        first = np.broadcast_to(p("class", 1, 1, width), (len(x), 1, width))
        values = np.concatenate([first, values], 1)
    if position == "learned":
        return values + p("position.codes", *values.shape[1:])
    return with_waves(p.below("position"), values) if position == "sinusoidal" else values


def rows(p, x, some, width):
    by_row = x.transpose(0, 2, 1, 3) if x.ndim == 4 else x
    lines = by_row.shape[1] // some
    return linear(p.below("projection"), by_row.reshape(len(x), lines, -1), width)


def stems():
    role = "Stem"
    small = ("image", 2, 6, 4)
    case(role, "conv", "width = 3, stride = 2", small, lambda p, x: ACTIVATIONS["relu"](batch_norm(
        p.below("norm"), convolution(p.below("convolution"), x, 3, 3, 2, 1, bias=False))))
    case(role, "conv", "width = 3, bias = true, norm = none, activation = none", small,
         lambda p, x: convolution(p.below("convolution"), x, 3, 3, 1, 1))
    case(role, "flatten", "", small, lambda p, x: x.reshape(2, -1))
    case(role, "flatten", "width = 5", small, lambda p, x: linear(p.below("projection"), x.reshape(2, -1), 5))
    case(role, "patch", "size = 2, width = 4", small, lambda p, x: patches(p, x, 2, 2, 0, 4))
    case(role, "patch", "size = 2, width = 4, classToken = true, position = learned", small,
         lambda p, x: patches(p, x, 2, 2, 0, 4, True, "learned"))
    case(role, "patch", "size = 3, stride = 2, padding = 1, width = 4, position = sinusoidal", small,
         lambda p, x: patches(p, x, 3, 2, 1, 4, position="sinusoidal"))
    case(role, "pixels", "", small, lambda p, x: x)
    case(role, "series", "", TOKENS, lambda p, x: x.swapaxes(1, 2))
    case(role, "series", "width = 3, dropout = 0.5", TOKENS,
         lambda p, x: linear(p.below("projection"), x.swapaxes(1, 2), 3))
    case(role, "series", "tokens = rows", TOKENS, lambda p, x: x)
    case(role, "series", "tokens = rows, width = 3", TOKENS,
         lambda p, x: linear(p.below("projection"), x, 3))
    case(role, "values", "", TOKENS, lambda p, x: x)
    case(role, "rows", "rows = 2, width = 3", small, lambda p, x: rows(p, x, 2, 3))
    case(role, "rows", "rows = 5, width = 3", TOKENS, lambda p, x: rows(p, x, 5, 3))


def unit(p, x, width, kernel, stride=1):
    y = convolution(p.below("convolution"), x, width, kernel, stride, kernel // 2, bias=False)
    return batch_norm(p.below("norm"), y)


def residual(p, x, width, stride, shortcut="projection"):
    inner = unit(p.below("first"), x, width, 3, stride)
    branch = unit(p.below("second"), ACTIVATIONS["relu"](inner), width, 3)
    beside = x
    if x.shape[1] != width or stride > 1:
        if shortcut == "padding":
            more = width - x.shape[1]
            beside = np.pad(x[:, :, ::stride, ::stride], ((0, 0), (more // 2, more - more // 2), (0, 0), (0, 0)))
        else:
            y = convolution(p.below("shortcut").below("convolution"), x, width, 1, stride, bias=False)
            beside = batch_norm(p.below("shortcut").below("norm"), y)
    return ACTIVATIONS["relu"](branch + beside)


def normal_first(p, x, width, kernel):
    y = ACTIVATIONS["relu"](batch_norm(p.below("norm"), x))
    return convolution(p.below("convolution"), y, width, kernel, padding=kernel // 2, bias=False)


def dense(p, x, growth, bottleneck):
    y = normal_first(p.below("narrow"), x, 4 * growth, 1) if bottleneck else x
    return np.concatenate([x, normal_first(p.below("wide"), y, growth, 3)], 1)


def temporal(p, x, width, kernel, dilation):
    """After Bai et al. 2018, each output as the sum over the past it sees."""
    def causal(q, series):
        direction = q("direction", width, series.shape[2], kernel)
        norm = np.sqrt((direction ** 2).sum((1, 2), keepdims=True))
        weight = q("size", width, 1, 1) * direction / norm
        work.add(weight.size * series.shape[0] * series.shape[1])
        y = np.zeros((*series.shape[:2], width)) + q("bias", width)
        for t in range(series.shape[1]):
            for k in range(kernel):
                then = t - dilation * (kernel - 1 - k)
                if then >= 0:
                    y[:, t] += series[:, then] @ weight[:, :, k].T
        return np.maximum(y, 0)
    beside = x if x.shape[2] == width else linear(p.below("shortcut"), x, width)
    return np.maximum(causal(p.below("second"), causal(p.below("first"), x)) + beside, 0)


def over_time(p, x, outputs, kernel):
    """Convolution of (count, features, length), which stays as long."""
    weight = p("weight", outputs, x.shape[1], kernel)
    longer = np.pad(x, ((0, 0), (0, 0), ((kernel - 1) // 2, kernel // 2)))
    work.add(len(x) * outputs * x.shape[1] * kernel * x.shape[2])
    windows = np.stack([longer[:, :, i:i + kernel] for i in range(x.shape[2])], 2)
    return np.einsum("nctk,ock->not", windows, weight)


def time_unit(p, x, outputs, kernel):
    return batch_norm(p.below("norm"), over_time(p.below("convolution"), x, outputs, kernel))


def turned(x):
    return x.transpose(0, 2, 1)


def time_residual(p, x, width):
    relu = ACTIVATIONS["relu"]
    y = relu(time_unit(p.below("first"), x, width, 8))
    y = time_unit(p.below("third"), relu(time_unit(p.below("second"), y, width, 5)), width, 3)
    beside = p.below("shortcut")
    if x.shape[1] == width:
        return relu(y + batch_norm(beside.below("norm"), x))
    return relu(y + time_unit(beside, x, width, 1))


def inception_module(p, x, width, kernel):
    few = x if x.shape[1] == 1 else over_time(p.below("narrow"), x, width, 1)
    parts = [over_time(p.below(f"convolution{i + 1}"), few, width, kernel // 2 ** i) for i in range(3)]
    ends = np.pad(x, ((0, 0), (0, 0), (1, 1)), constant_values=-np.inf)
    greatest = np.maximum(np.maximum(ends[:, :, :-2], ends[:, :, 1:-1]), ends[:, :, 2:])
    parts.append(over_time(p.below("pooled"), greatest, width, 1))
    return ACTIVATIONS["relu"](batch_norm(p.below("norm"), np.concatenate(parts, 1)))


def inception(p, x, width, kernel, modules):
    y = x
    for m in range(modules):
        y = inception_module(p.below(f"module{m + 1}"), y, width, kernel)
    return ACTIVATIONS["relu"](y + time_unit(p.below("shortcut"), x, 4 * width, 1))


def layers():
    role = "LayerKind"
    case(role, "temporal", "width = 3, kernel = 2, dropout = 0.5", TOKENS,
         lambda p, x: temporal(p, x, 3, 2, 2), index=1)
    case(role, "temporal", "width = 4", TOKENS, lambda p, x: temporal(p, x, 4, 3, 1))
    relu = ACTIVATIONS["relu"]
    case(role, "activated-norm", "", IMAGE, lambda p, x: relu(batch_norm(p.below("norm"), x)))
    case(role, "conv", "width = 6, stride = 2", IMAGE, lambda p, x: relu(unit(p, x, 6, 3, 2)))
    case(role, "conv", "width = 6, stride = 2", IMAGE, lambda p, x: relu(unit(p, x, 6, 3)), index=1)
    case(role, "conv", "kernel = 3, padding = 0, groups = 2, dilation = 2, bias = true, norm = none, activation = tanh",
         IMAGE, lambda p, x: np.tanh(convolution(p.below("convolution"), x, 4, 3, dilation=2, groups=2)))
    case(role, "conv", "dilation = 2, norm = none, activation = none", IMAGE,
         lambda p, x: convolution(p.below("convolution"), x, 4, 3, padding=2, dilation=2, bias=False))
    case(role, "dense", "growth = 2", IMAGE, lambda p, x: dense(p, x, 2, True))
    case(role, "dense", "growth = 2, bottleneck = false", IMAGE, lambda p, x: dense(p, x, 2, False))
    for name, function in ACTIVATIONS.items():
        case(role, "linear", f"width = 7, activation = {name.replace('_', '-')}", VECTOR,
             lambda p, x, f=function: f(linear(p.below("map"), x, 7)))
    case(role, "linear", "norm = layer", TOKENS,
         lambda p, x: relu(layer_norm(p.below("norm"), linear(p.below("map"), x, 4))))
    case(role, "gru", "", TOKENS, lambda p, x: gru(p, x, 4))
    case(role, "gru", "width = 3", TOKENS, lambda p, x: gru(p, x, 3))
    case(role, "lstm", "", TOKENS, lambda p, x: lstm(p, x, 4))
    case(role, "lstm", "width = 3", TOKENS, lambda p, x: lstm(p, x, 3))
    for kernel in (1, 4, 5, 8):
        case(role, "time-conv", f"width = 3, kernel = {kernel}", TOKENS,
             lambda p, x, k=kernel: turned(relu(time_unit(p, turned(x), 3, k))))
    case(role, "time-residual", "width = 4", TOKENS, lambda p, x: turned(time_residual(p, turned(x), 4)))
    case(role, "time-residual", "width = 3", TOKENS, lambda p, x: turned(time_residual(p, turned(x), 3)))
    case(role, "inception", "width = 2, kernel = 8", TOKENS,
         lambda p, x: turned(inception(p, turned(x), 2, 8, 3)))
    case(role, "inception", "width = 2, kernel = 4, modules = 1", ("tokens", 5, 1),
         lambda p, x: turned(inception(p, turned(x), 2, 4, 1)))
    case(role, "residual", "width = 4", IMAGE, lambda p, x: residual(p, x, 4, 1))
    case(role, "residual", "width = 4, stride = 2", IMAGE, lambda p, x: residual(p, x, 4, 2))
    case(role, "residual", "width = 4, stride = 2", IMAGE, lambda p, x: residual(p, x, 4, 1), index=1)
    case(role, "residual", "width = 6", IMAGE, lambda p, x: residual(p, x, 6, 1))
    case(role, "residual", "width = 7, stride = 2, shortcut = padding", IMAGE,
         lambda p, x: residual(p, x, 7, 2, "padding"))


def transition(p, x, width):
    return pool(normal_first(p, x, width, 1), 2, 2)


def downsampling():
    role = "Downsampling"
    case(role, "max-pool", "size = 2", IMAGE, lambda p, x: max_pool(x, 2))
    case(role, "max-pool", "size = 4", IMAGE, lambda p, x: max_pool(x, 4))
    case(role, "conv", "width = 5", IMAGE, lambda p, x: convolution(p.below("convolution"), x, 5, 3, 2, 1))
    case(role, "conv", "width = 5, kernel = 2, norm = layer", ("grid", 4, 2, 3), lambda p, x: layer_norm(
        p.below("norm"), tokens(convolution(p.below("convolution"), picture(x, 4, 2), 5, 2, 2, 1))))
    case(role, "transition", "", IMAGE, lambda p, x: transition(p, x, 2))
    case(role, "transition", "compression = 0.8", IMAGE, lambda p, x: transition(p, x, 3))


def heads():
    role = "Head"
    out = lambda p, x: linear(p.below("output"), x, CLASSES)
    norm = lambda p, x: layer_norm(p.below("norm"), x)
    case(role, "class-token", "", TOKENS, lambda p, x: out(p, norm(p, x)[:, 0]))
    case(role, "class-token", "place = last, norm = none", TOKENS, lambda p, x: out(p, x[:, -1]))
    case(role, "conv-mean", "", IMAGE, lambda p, x: np.maximum(
        convolution(p.below("output"), x, CLASSES, 1), 0).mean((2, 3)))
    case(role, "flatten", "", IMAGE, lambda p, x: out(p, x.reshape(2, -1)))
    case(role, "max", "", IMAGE, lambda p, x: out(p, x.max((2, 3))))
    case(role, "max", "", TOKENS, lambda p, x: out(p, x.max(1)))
    case(role, "max", "", VECTOR, out)
    case(role, "mean", "", IMAGE, lambda p, x: out(p, last(norm)(p, x).mean((2, 3))))
    case(role, "mean", "", TOKENS, lambda p, x: out(p, norm(p, x).mean(1)))
    case(role, "mean", "norm = none", VECTOR, lambda p, x: out(p, x))
    future = lambda p, x: linear(p.below("output"), x, 3).swapaxes(1, 2).reshape(2, -1)
    case(role, "forecast", "norm = layer", TOKENS, lambda p, x: future(p, norm(p, x)), series=(3, 5))
    case(role, "forecast", "offset = last", TOKENS, lambda p, x: (
        linear(p.below("output"), x - x[:, :, -1:], 3) + x[:, :, -1:]).swapaxes(1, 2).reshape(2, -1),
        series=(3, 5))
    case(role, "forecast", "tokens = rows", TOKENS, lambda p, x: future(p, x.swapaxes(1, 2)), series=(3, 4))
    case(role, "forecast", "tokens = rows", TOKENS, lambda p, x: linear(
        p.below("variables"), linear(p.below("output"), x.swapaxes(1, 2), 3).swapaxes(1, 2), 2).reshape(2, -1),
        series=(3, 2))


def patch_tst(p, x, patch=4, stride=2, depth=2, width=6, attention_heads=2, hidden=7, horizon=3):
    """Of (count, variables, look-back), after Nie et al. 2023 with scores as He et al. 2021."""
    mean, deviation = x.mean(2, keepdims=True), np.sqrt(x.var(2, keepdims=True) + 1e-5)
    flat = ((x - mean) / deviation).reshape(-1, x.shape[2])
    padded = np.concatenate([flat, np.repeat(flat[:, -1:], stride, 1)], 1)
    values = linear(p.below("embedding").below("projection"),
                    sliding_window_view(padded, patch, axis=1)[:, ::stride], width)
    values = values + p("embedding.positions", *values.shape[1:])
    below = 0
    for k in range(depth):
        layer = p.below("encoder").below(f"layer{k}")
        query, key, value = parts_of_heads(layer.below("attention"), values, attention_heads)
        below = below + scores(query, key)
        values = batch_norm_last(
            layer.below("attentionNorm"), values + joined(layer.below("attention"), softmax(below) @ value))
        inner = ACTIVATIONS["gelu"](linear(layer.below("expand"), values, hidden))
        values = batch_norm_last(
            layer.below("feedForwardNorm"), values + linear(layer.below("contract"), inner, width))
    y = linear(p.below("head"), values.reshape(len(values), -1), horizon)
    return y.reshape(*x.shape[:2], horizon) * deviation + mean


def d_linear(p, x, kernel=5, horizon=4):
    side = kernel // 2
    padded = np.pad(x, ((0, 0), (0, 0), (side, side)), mode="edge")
    trend = sliding_window_view(padded, kernel, axis=2).mean(-1)
    return linear(p.below("trend"), trend, horizon) + linear(p.below("seasonal"), x - trend, horizon)


def small_cnn(p, x, first=3, second=4, hidden=5):
    for stage, width in (("stage1", first), ("stage2", second)):
        q = p.below(stage)
        y = batch_norm(q.below("norm"), convolution(q.below("convolution"), x, width, 3, padding=1))
        x = np.maximum(max_pool(y, 2), 0)
    y = np.maximum(linear(p.below("hidden"), x.reshape(len(x), -1), hidden), 0)
    return linear(p.below("output"), y, CLASSES)


def reversible(p, x, outputs=4):
    mean, deviation = x.mean(2, keepdims=True), np.sqrt(x.var(2, keepdims=True) + 1e-5)
    weight, bias = p("reversible.weight", x.shape[1], 1), p("reversible.bias", x.shape[1], 1)
    y = layer_norm(p.below("norm"), linear(p.below("linear"), (x - mean) / deviation * weight + bias, outputs))
    return (y - bias) / (weight + 1e-10) * deviation + mean


def networks():
    role = "Network"
    case(role, "patchtst", "", ("series", 2, 12), patch_tst)
    case(role, "dlinear", "", ("series", 2, 9), d_linear)
    case(role, "cnn", "", ("series", 2, 8, 8), small_cnn)
    case(role, "reversible", "", ("series", 3, 6), reversible)


def patched(x, patch, stride):
    return sliding_window_view(x, patch, axis=-1)[..., ::stride, :]


def x_patch(p, x, horizon, alpha=0.3, patch=4, stride=2):
    """Of (count, variables, look-back), after Stitsyuk and Choi 2025, the average by its recursion."""
    gelu, length = ACTIVATIONS["gelu"], x.shape[2]
    flat = x.reshape(-1, length)
    p.constant("average.weights", length, length)
    work.add(flat.size * length)
    smooth = [flat[:, 0]]
    for k in range(1, length):
        smooth.append(alpha * flat[:, k] + (1 - alpha) * smooth[-1])
    smooth = np.stack(smooth, 1)
    q = p.below("seasonal")
    rest = flat - smooth
    cut = patched(np.concatenate([rest, np.repeat(rest[:, -1:], stride, 1)], 1), patch, stride)
    count = cut.shape[1]
    s = batch_norm(q.below("embeddingNorm"), gelu(linear(q.below("embedding"), cut, patch * patch)))
    weight = q("within.weight", count, 1, patch)
    work.add(s.size)
    inner = np.einsum("bnok,nk->bno", s.reshape(len(s), count, patch, patch), weight[:, 0])
    inner = batch_norm(q.below("withinNorm"), gelu(inner + q("within.bias", count)[:, None]))
    s = inner + linear(q.below("beside"), s, patch)
    s = gelu(linear(q.below("among"), s.swapaxes(1, 2), count).swapaxes(1, 2))
    s = batch_norm(q.below("amongNorm"), s).reshape(len(s), -1)
    s = linear(q.below("contract"), gelu(linear(q.below("expand"), s, 2 * horizon)), horizon)
    q = p.below("trend")
    t = linear(q.below("first"), smooth, 4 * horizon).reshape(len(flat), -1, 2).mean(-1)
    t = linear(q.below("second"), layer_norm(q.below("firstNorm"), t), horizon)
    t = layer_norm(q.below("secondNorm"), t.reshape(len(flat), -1, 2).mean(-1))
    t = linear(q.below("third"), t, horizon)
    y = linear(p.below("joined"), np.concatenate([s, t], 1), horizon)
    return y.reshape(*x.shape[:2], horizon)


def gated(p, x):
    return x * softmax(linear(p.below("gate"), x, x.shape[-1]))


def widened(p, x, expansion):
    return mlp(p, x, x.shape[-1] * expansion)


def patch_ts_mixer(p, x, horizon, patch=3, stride=3, width=4, expansion=2, repeat=2, across=False, gate=gated):
    """Of (count, variables, look-back), after Ekambaram et al. 2023; the oldest rows are left over."""
    count = (x.shape[2] - patch) // stride + 1
    seen = patch + stride * (count - 1)
    v = linear(p.below("embedding"), patched(x[:, :, -seen:], patch, stride), width)
    for k in range(repeat):
        q = p.below(f"layer{k}")
        if across:
            r = q.below("variables")
            turned = layer_norm(r.below("norm"), v).swapaxes(1, 3)
            v = v + widened(r, gate(r, turned), expansion).swapaxes(1, 3)
        for name, axis in (("patches", 2), ("features", 3)):
            r = q.below(name)
            turned = layer_norm(r.below("norm"), v).swapaxes(axis, 3)
            v = v + gate(r, widened(r, turned, expansion)).swapaxes(axis, 3)
    return linear(p.below("head"), v.reshape(*x.shape[:2], -1), horizon)


def o_linear(p, x, horizon, embedding=3, width=4, hidden=5, repeat=2, mixing="trained"):
    """Of (count, variables, look-back), after Yue et al. 2025, in the order of the paper."""
    count, variables, length = x.shape
    gelu, q = ACTIVATIONS["gelu"], p.below("input")
    past = q("past", length, length)
    wide = np.einsum("ncl,e->ncel", x, q("vector", embedding, 1)[:, 0])
    work.add(x.size * length)
    wide = np.einsum("ncel,kl->ncek", wide, past) + q("shift", variables, 1, length)
    v = linear(q.below("map"), wide.reshape(count, variables, -1), width)
    fixed = p("correlation", variables, variables) if mixing == "correlation" else None
    for k in range(repeat):
        q = p.below(f"layer{k}")
        v = layer_norm(q.below("mixerNorm"), v + norm_lin(q.below("mixer"), v, fixed))
        v = layer_norm(q.below("perceptronNorm"), v + mlp(q, v, hidden))
    v = layer_norm(p.below("norm"), v)
    q = p.below("output")
    wide = linear(q.below("map"), v, embedding * horizon).reshape(count, variables, embedding, horizon)
    work.add(wide.size * horizon)
    wide = np.einsum("nceh,hk->ncek", wide, q("future", horizon, horizon)) + q("shift", variables, 1, horizon)
    y = gelu(linear(q.below("expand"), wide.reshape(count, variables, -1), hidden))
    return linear(q.below("contract"), y, horizon)


def perceptron(p, x, depth, hidden, outputs):
    for k in range(depth):
        x = np.maximum(linear(p.below(f"layer{k}"), x, hidden), 0)
    return linear(p.below("coefficients"), x, outputs)


def functions(p, stack, rows, start, horizon, degree):
    """Rows of a basis, rounded as they are stored."""
    k = np.arange(rows)
    if stack == "trend":
        basis = np.stack([(k / rows) ** i for i in range(degree + 1)])
    else:
        angle = 2 * np.pi * np.arange(horizon // 2)[:, None] * (k + start) / horizon
        basis = np.concatenate([np.cos(angle), np.sin(angle[1:])])
    p.constant("basis", *basis.shape)
    return basis.astype(np.float32).astype(float)


def expanded(c, basis):
    if basis is None:
        return c
    work.add(c.shape[0] * basis.size)
    return c @ basis


def n_beats(p, x, horizon, stacks, blocks=2, depth=2, hidden=5, degree=2, shared=True):
    """Of (count, variables, look-back), after Oreshkin et al. 2020."""
    rest, forecast = x.reshape(-1, x.shape[2]), 0
    length = rest.shape[1]
    for s, stack in enumerate(stacks):
        for b in range(blocks):
            end = s == len(stacks) - 1 and b == blocks - 1
            alone = end and not shared
            q = p.below(f"stack{s}") if shared else p.below(f"stack{s}").below(f"block{b}")
            past = future = None
            if stack != "generic":
                past = None if alone else functions(q.below("backcast"), stack, length, -length, horizon, degree)
                future = functions(q.below("forecast"), stack, horizon, 0, horizon, degree)
            split = 0 if alone else length if past is None else len(past)
            c = perceptron(q, rest, depth, hidden, split + (horizon if future is None else len(future)))
            backcast = expanded(c[:, :split], past)
            forecast = forecast + expanded(c[:, split:], future)
            if not end:
                rest = rest - backcast
    return forecast.reshape(*x.shape[:2], horizon)


def n_hits(p, x, horizon, pooling, rows, depth=2, hidden=5):
    """Of (count, variables, look-back), after Challu et al. 2023."""
    rest = x.reshape(-1, x.shape[2])
    length, forecast = rest.shape[1], rest[:, -1:]
    for s, (pool_rows, each) in enumerate(zip(pooling, rows)):
        end = s == len(pooling) - 1
        pooled = np.stack([rest[:, k:k + pool_rows].max(1) for k in range(0, length, pool_rows)], 1)
        knots = max(1, horizon // each)
        split = 0 if end else length
        c = perceptron(p.below(f"stack{s}").below("block0"), pooled, depth, hidden, split + knots)
        middles = (np.arange(knots) + 0.5) * horizon / knots
        forecast = forecast + np.stack(
            [np.interp(np.arange(horizon) + 0.5, middles, one) for one in c[:, split:]])
        rest = rest - c[:, :split] if not end else rest
    return forecast.reshape(*x.shape[:2], horizon)


def forecast_networks():
    role = "ForecastNetwork"
    small = "embedding = 3, width = 4, hidden = 5, repeat = 2"
    case(role, "olinear", small, ("series", 3, 5), lambda p, x: o_linear(p, x, 4), series=(4, 3))
    case(role, "olinear", small + ", mixing = correlation", ("series", 3, 5),
         lambda p, x: o_linear(p, x, 4, mixing="correlation"), series=(4, 3))
    sizes = "blocks = 2, layers = 2, hidden = 5"
    case(role, "n-beats", sizes, ("series", 2, 9), lambda p, x: n_beats(
        p, x, 6, ["trend", "seasonality"]), series=(6, 2))
    case(role, "n-beats", sizes + ", stacks = [seasonality, trend], shared = false", ("series", 2, 9),
         lambda p, x: n_beats(p, x, 6, ["seasonality", "trend"], shared=False), series=(6, 2))
    case(role, "n-beats", sizes + ", stacks = [generic], shared = false", ("series", 2, 9),
         lambda p, x: n_beats(p, x, 6, ["generic"], shared=False), series=(6, 2))
    case(role, "n-hits", "pooling = [4, 1], rowsPerKnot = [3, 2], hidden = 5", ("series", 2, 9),
         lambda p, x: n_hits(p, x, 6, [4, 1], [3, 2]), series=(6, 2))
    shape, future = ("series", 2, 14), (6, 2)
    case(role, "xpatch", "patch = 4, stride = 2", shape, lambda p, x: x_patch(p, x, 6), series=future)
    case(role, "patch-ts-mixer", "patch = 3, width = 4, repeat = 2", shape,
         lambda p, x: patch_ts_mixer(p, x, 6), series=future)
    case(role, "patch-ts-mixer", "patch = 4, stride = 3, width = 4, repeat = 1, mix = variables, expansion = 3",
         shape, lambda p, x: patch_ts_mixer(p, x, 6, 4, 3, 4, 3, 1, True), series=future)
    case(role, "patch-ts-mixer", "patch = 3, width = 4, repeat = 1, gated = false", shape,
         lambda p, x: patch_ts_mixer(p, x, 6, repeat=1, gate=lambda q, y: y), series=future)


for make in (token_mixers, channel_mixers, norms, positions, stems, layers, downsampling, heads, networks,
             forecast_networks):
    make()
# One case a line, for whoever compares two versions.
sys.stdout.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
