"""The arithmetic of the reference outputs: NumPy in double precision, from the papers' equations.

Nothing of libtorch is called here, so that what is tested is not compared with itself.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.special import erf


class Given:
    """Parameters as they are asked for, filled by a rule that the test knows too."""

    def __init__(self):
        self.shapes = {}
        self.values = {}

    def __call__(self, name, *shape):
        if name not in self.values:
            self.shapes[name] = list(shape)
            self.values[name] = filled(name, int(np.prod(shape))).reshape(shape)
        return self.values[name]

    def constant(self, name, *shape):
        """Declared, but with values of its own."""
        self.shapes[name] = list(shape)

    def below(self, part):
        return Below(self, part)


class Below:
    def __init__(self, given, part):
        self.given = given
        self.part = part

    def __call__(self, name, *shape):
        return self.given(f"{self.part}.{name}", *shape)

    def constant(self, name, *shape):
        self.given.constant(f"{self.part}.{name}", *shape)

    def below(self, part):
        return Below(self.given, f"{self.part}.{part}")


class Counter:
    """Multiply-adds of all examples that went through since it was set to zero."""

    def __init__(self):
        self.total = 0

    def add(self, more):
        self.total += more


work = Counter()


def filled(name, count):
    phase = 0.37 * sum(ord(letter) for letter in name)
    waves = np.sin(0.9 * np.arange(count) + phase)
    return 1 + 0.5 * waves if name.endswith("variance") else 0.4 * waves


def example(*shape):
    i = np.arange(int(np.prod(shape)))
    return (np.sin(1.3 * i + 0.5) + 0.2 * np.cos(0.1 * i)).reshape(shape)


ACTIVATIONS = {
    "relu": lambda x: np.maximum(x, 0),
    "gelu": lambda x: x * 0.5 * (1 + erf(x / np.sqrt(2))),
    "silu": lambda x: x / (1 + np.exp(-x)),
    "tanh": np.tanh,
    "leaky_relu": lambda x: np.where(x > 0, x, 0.01 * x),
    "none": lambda x: x,
}


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def linear(p, x, outputs):
    work.add(x.size * outputs)
    return x @ p("weight", outputs, x.shape[-1]).T + p("bias", outputs)


def convolution(p, x, outputs, kernel, stride=1, padding=0, dilation=1, groups=1, bias=True):
    count, channels = x.shape[:2]
    weight = p("weight", outputs, channels // groups, kernel, kernel)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    reach = dilation * (kernel - 1) + 1
    windows = sliding_window_view(padded, (reach, reach), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]
    parts = np.split(windows, groups, axis=1)
    weights = np.split(weight, groups, axis=0)
    y = np.concatenate(
        [np.einsum("nchwkl,ockl->nohw", a, b) for a, b in zip(parts, weights)], axis=1)
    work.add(y.size * channels // groups * kernel * kernel)
    return y + p("bias", outputs)[:, None, None] if bias else y


def picture(tokens, height, width):
    return tokens.transpose(0, 2, 1).reshape(len(tokens), -1, height, width)


def tokens(image):
    return image.reshape(*image.shape[:2], -1).transpose(0, 2, 1)


def layer_norm(p, x, epsilon=1e-5):
    y = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + epsilon)
    return y * p("weight", x.shape[-1]) + p("bias", x.shape[-1])


def group_norm(p, x, groups, epsilon=1e-5):
    """Of (count, features, ...)."""
    parts = x.reshape(len(x), groups, -1)
    y = (parts - parts.mean(-1, keepdims=True)) / np.sqrt(parts.var(-1, keepdims=True) + epsilon)
    wide = (-1,) + (1,) * (x.ndim - 2)
    features = x.shape[1]
    return y.reshape(x.shape) * p("weight", features).reshape(wide) + p("bias", features).reshape(wide)


def rms_norm(p, x, epsilon=1e-6):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon) * p("weight", x.shape[-1])


def batch_norm(p, x, training=False, after=None, epsilon=1e-5, momentum=0.1):
    """Of (count, features, ...); what training makes of the running statistics goes into after."""
    features = x.shape[1]
    wide = (1, -1) + (1,) * (x.ndim - 2)
    rest = (0,) + tuple(range(2, x.ndim))
    weight, bias = p("weight", features), p("bias", features)
    mean, variance = p("mean", features), p("variance", features)
    if training:
        unbiased = x.var(rest, ddof=1)
        after["mean"] = (1 - momentum) * mean + momentum * x.mean(rest)
        after["variance"] = (1 - momentum) * variance + momentum * unbiased
        mean, variance = x.mean(rest), x.var(rest)
    y = (x - mean.reshape(wide)) / np.sqrt(variance.reshape(wide) + epsilon)
    return y * weight.reshape(wide) + bias.reshape(wide)


def batch_norm_last(p, x):
    return batch_norm(p, x.reshape(-1, x.shape[-1])).reshape(x.shape)


def pool(x, size, stride, padding=0):
    """Means of squares; zeros around the picture are not counted."""
    around = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    sums = sliding_window_view(np.pad(x, around), (size, size), axis=(2, 3)).sum((-1, -2))
    counts = sliding_window_view(np.pad(np.ones_like(x), around), (size, size), axis=(2, 3))
    return (sums / counts.sum((-1, -2)))[:, :, ::stride, ::stride]


def max_pool(x, size):
    return sliding_window_view(x, (size, size), axis=(2, 3)).max((-1, -2))[:, :, ::size, ::size]


def rotary(x):
    """Of (count, heads, length, width): feature k turns with feature k + width / 2."""
    length, width = x.shape[2:]
    angle = np.arange(length)[:, None] * 10000.0 ** (-np.arange(width // 2) / (width // 2))
    a, b = x[..., : width // 2], x[..., width // 2 :]
    return np.concatenate(
        [a * np.cos(angle) - b * np.sin(angle), b * np.cos(angle) + a * np.sin(angle)], -1)


def parts_of_heads(p, x, heads):
    count, length, width = x.shape
    parts = linear(p.below("projections"), x, 3 * width)
    return parts.reshape(count, length, 3, heads, width // heads).transpose(2, 0, 3, 1, 4)


def joined(p, mixed):
    count, heads, length, each = mixed.shape
    return linear(
        p.below("output"), mixed.transpose(0, 2, 1, 3).reshape(count, length, heads * each), heads * each)


def scores(query, key):
    return query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])


def attention(p, x, heads, causal=False, turned=False):
    query, key, value = parts_of_heads(p, x, heads)
    if turned:
        query, key = rotary(query), rotary(key)
    work.add(2 * len(x) * x.shape[1] ** 2 * x.shape[2])
    weights = scores(query, key)
    if causal:
        later = np.triu(np.ones(weights.shape[-2:], bool), 1)
        weights = np.where(later, -np.inf, weights)
    return joined(p, softmax(weights) @ value)


def linear_attention(p, x, heads, causal=False):
    query, key, value = parts_of_heads(p, x, heads)
    feature = lambda t: np.where(t > 0, t + 1, np.exp(np.minimum(t, 0)))
    work.add(2 * x.size * x.shape[2] // heads)
    products = feature(query) @ feature(key).swapaxes(-1, -2)
    if causal:
        products = np.tril(products)
    return joined(p, products @ value / (products.sum(-1, keepdims=True) + 1e-6))


def norm_lin(p, x, means=None):
    """Yue et al. 2025; means that are given stand for trained ones."""
    length, width = x.shape[1:]
    if means is None:
        positive = np.log1p(np.exp(p("mixing", length, length)))
        means = positive / positive.sum(-1, keepdims=True)
    work.add(x.size * length)
    return linear(p.below("output"), means @ linear(p.below("value"), x, width), width)


def flow(p, x, heads, causal=False, e=1e-6):
    """Wu et al. 2022, token by token."""
    query, key, value = parts_of_heads(p, x, heads)
    work.add(2 * x.size * x.shape[2] // heads)
    query, key = 1 / (1 + np.exp(-query)), 1 / (1 + np.exp(-key))
    length = x.shape[1]
    out = np.zeros_like(value)
    for head in np.ndindex(value.shape[:2]):
        q, k, v = query[head], key[head], value[head]
        seen = lambda i: slice(0, i + 1 if causal else length)
        each = range(length)
        into = np.array([(q[i] + e) @ (k[seen(i)].sum(0) + e) for i in each])
        away = np.array([(k[i] + e) @ (q[seen(i)].sum(0) + e) for i in each])
        size = np.arange(1, length + 1) if causal else np.ones(length)
        more, less = k * (size / away)[:, None], q * (size / into)[:, None]
        incoming = np.array([(q[i] + e) @ (more[seen(i)].sum(0) + e) for i in each]) / size
        outgoing = np.array([(k[i] + e) @ (less[seen(i)].sum(0) + e) for i in each]) / size
        power = np.exp(np.clip(outgoing, -1, 1))
        total = np.array([power[seen(i)].sum() for i in each])
        compete = power * (size if causal else length) / total
        for i in each:
            memory = k[seen(i)].T @ (v * compete[:, None])[seen(i)]
            out[head][i] = q[i] / into[i] @ memory / (1 + np.exp(-incoming[i]))
    return joined(p, out)


def aaren(p, x, heads):
    """Feng et al. 2024, by its recurrent state: a maximum and two sums."""
    count, length, width = x.shape
    each = width // heads
    work.add(count * (length * width + length * length * width))
    asked = linear(p.below("query"), p("token", 1, width), width).reshape(heads, each)
    work.add((count - 1) * width * width)
    parts = linear(p.below("projections"), x, 2 * width).reshape(count, length, 2, heads, each)
    out = np.zeros((count, heads, length, each))
    for n, h in np.ndindex(count, heads):
        most, norm, mean = -np.inf, 0.0, np.zeros(each)
        for t in range(length):
            score = asked[h] @ parts[n, t, 0, h] / np.sqrt(each)
            top = max(most, score)
            norm = norm * np.exp(most - top) + np.exp(score - top)
            mean = mean * np.exp(most - top) + np.exp(score - top) * parts[n, t, 1, h]
            most, out[n, h, t] = top, mean / norm
    return joined(p, out)


def gru(p, x, units):
    count, length, inputs = x.shape
    work.add(3 * units * (inputs + units) * count * length)
    seen, kept = p("seen", 3 * units, inputs), p("kept", 3 * units, units)
    seen_bias, kept_bias = p("seenBias", 3 * units), p("keptBias", 3 * units)
    sigmoid = lambda t: 1 / (1 + np.exp(-t))
    state, states = np.zeros((count, units)), []
    for t in range(length):
        a = np.split(x[:, t] @ seen.T + seen_bias, 3, axis=1)
        b = np.split(state @ kept.T + kept_bias, 3, axis=1)
        reset, update = sigmoid(a[0] + b[0]), sigmoid(a[1] + b[1])
        fresh = np.tanh(a[2] + reset * b[2])
        state = (1 - update) * fresh + update * state
        states.append(state)
    return np.stack(states, 1)


def lstm(p, x, units):
    count, length, inputs = x.shape
    work.add(4 * units * (inputs + units) * count * length)
    seen, kept = p("seen", 4 * units, inputs), p("kept", 4 * units, units)
    seen_bias, kept_bias = p("seenBias", 4 * units), p("keptBias", 4 * units)
    sigmoid = lambda t: 1 / (1 + np.exp(-t))
    state, cell, states = np.zeros((count, units)), np.zeros((count, units)), []
    for t in range(length):
        gates = x[:, t] @ seen.T + seen_bias + state @ kept.T + kept_bias
        entry, forget, fresh, out = np.split(gates, 4, axis=1)
        cell = sigmoid(forget) * cell + sigmoid(entry) * np.tanh(fresh)
        state = sigmoid(out) * np.tanh(cell)
        states.append(state)
    return np.stack(states, 1)


def sinusoidal(length, width):
    k = np.arange(width)
    angle = np.arange(length)[:, None] / 10000.0 ** (2 * (k // 2) / width)
    # Stored in single precision, whatever the rest is computed in.
    return np.where(k % 2 == 0, np.sin(angle), np.cos(angle)).astype(np.float32).astype(float)
