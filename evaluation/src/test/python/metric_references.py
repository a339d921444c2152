"""Reference values of every metric: python3 metric_references.py > ../resources/references/metrics.json

Needs NumPy and SciPy. Written from the definitions of the papers; MetricReferenceTest makes the same
data by the same rules and compares. A value has the tolerance it is meant with: rounding, or four
standard errors of what the metric estimates from draws.
"""

import json
import sys

import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.spatial.distance import cdist
from scipy.special import logsumexp

STEP = 0.25
LYAPUNOV = 1.7
OVERLAP = 5
values = {}


def keep(metric, value, tolerance=1e-9):
    values[metric] = {"value": float(f"{value:.13g}"), "tolerance": float(f"{tolerance:.3g}")}


def henon(state, a):
    """In the order of operations of the test, so that chaos finds no difference of rounding."""
    return (1.0 - a * state[0] * state[0] + state[1], 0.3 * state[0])


def orbit(start, rows, a):
    out = [start]
    for _ in range(rows - 1):
        out.append(henon(out[-1], a))
    return seen(np.array(out))


def seen(state):
    """What is observed of a state, or of many."""
    return 6.0 * np.asarray(state) + 0.5


def behind(row):
    return tuple((row - 0.5) / 6.0)


# Two test series of the true system; the model has a slightly other parameter.
TESTS = [orbit((0.1, 0.1), 405, 1.4), orbit((0.2, -0.1), 305, 1.4)]
MODEL = 1.12


def free_run(test):
    """A quarter of the series' length is run and dropped, then as many rows as the series has."""
    rows = len(test) - OVERLAP
    skip = rows // 4
    state, run = behind(test[OVERLAP]), []
    for k in range(rows + skip):
        state = henon(state, MODEL)
        if k >= skip:
            run.append(seen(state))
    return np.array(run)


TRUE = [test[OVERLAP:] for test in TESTS]
RUNS = [free_run(test) for test in TESTS]


def divergence_of_bins():
    truth, run = np.concatenate(TRUE), np.concatenate(RUNS)
    margin = 0.1 * truth.std(0, ddof=1)
    edges = [np.linspace(low, high, 31) for low, high in zip(truth.min(0) - margin, truth.max(0) + margin)]
    p, q = (np.histogramdd(points, edges)[0] + 1e-5 for points in (truth, run))
    p, q = p / p.sum(), q / q.sum()
    keep("d_stsp", (p * np.log(p / q)).sum())


def divergence_of_mixtures():
    """By the rectangle rule, which for smooth functions that vanish at the border is exact."""
    truth, run = np.concatenate(TRUE), np.concatenate(RUNS)
    axis = np.arange(-16, 17, 0.12)
    x, y = (g.ravel() for g in np.meshgrid(axis, axis))

    def log_density(points):
        distances = (x[:, None] - points[:, 0]) ** 2 + (y[:, None] - points[:, 1]) ** 2
        return logsumexp(-distances / 2, axis=1) - np.log(2 * np.pi * len(points))

    p, q = log_density(truth), log_density(run)
    weight = np.exp(p) * 0.12 ** 2
    assert abs(weight.sum() - 1) < 1e-9
    mean = (weight * (p - q)).sum()
    deviation = np.sqrt((weight * (p - q - mean) ** 2).sum())
    keep("d_stsp_gmm", mean, 4 * deviation / np.sqrt(1000))


def published_bins():
    """Thirty bins by cutting off fractions; the first bin and whatever lies outside are dropped."""
    truth, run = np.concatenate(TRUE), np.concatenate(RUNS)

    def divergence(low, high, run):
        def counts(points):
            cells = np.trunc(30 * (points - low) / (high - low)).astype(int)
            cells = cells[((cells > 0) & (cells < 30)).all(1)]
            table = np.zeros((30, 30))
            np.add.at(table, tuple(cells.T), 1)
            return (table + 1e-5) / (len(cells) + 1e-5 * 900)

        p, q = counts(truth), counts(run)
        return (p * np.log(p / q)).sum()

    sigma = truth.std(0, ddof=1)
    keep("d_stsp_legacy", divergence(-2 * sigma, 2 * sigma, run))
    # no run of these data is longer than 10,000 rows
    for name in ("d_stsp_notebook", "d_stsp_notebook_10k"):
        keep(name, divergence(truth.min(0), truth.max(0), run[:10_000]))


def divergence_both_ways():
    truth, run = np.concatenate(TRUE), np.concatenate(RUNS)
    axis = np.arange(-16, 17, 0.12)
    x, y = (g.ravel() for g in np.meshgrid(axis, axis))

    def log_density(points):
        distances = (x[:, None] - points[:, 0]) ** 2 + (y[:, None] - points[:, 1]) ** 2
        return logsumexp(-distances / 2, axis=1) - np.log(2 * np.pi * len(points))

    p, q = log_density(truth), log_density(run)
    total, variance = 0.0, 0.0
    for a, b in ((p, q), (q, p)):
        weight = np.exp(a) * 0.12 ** 2
        mean = (weight * (a - b)).sum()
        total, variance = total + mean, variance + (weight * (a - b - mean) ** 2).sum() / 1000
    keep("d_stsp_gmm_symmetric", total / 2, 4 * np.sqrt(variance) / 2)


def spectra_as_they_are():
    rows = min(map(len, TRUE)) // 2 * 2

    def decibels(parts):
        return np.mean([20 * np.log10(2 * np.abs(np.fft.rfft(part[:rows, d])) / rows)
                        for part in parts for d in range(2)], 0)

    difference = decibels(RUNS) - decibels(TRUE)
    keep("spectrum_db", np.abs(difference).mean(), 1e-7)
    keep("spectrum_db_mse", (difference ** 2).mean(), 1e-6)

    def leading(series):
        power = np.abs(np.fft.fft(series)) ** 2
        return (power / power.sum())[:100]

    keep("d_h_dysts", np.mean([
        np.mean([np.linalg.norm(np.sqrt(leading(t[:, d])) - np.sqrt(leading(r[:, d]))) / np.sqrt(2)
                 for d in range(2)])
        for t, r in zip(TRUE, RUNS)]), 1e-9)


def distance_of_spectra():
    def spectrum(series):
        normal = (series - series.mean()) / series.std()
        power = gaussian_filter1d(np.abs(np.fft.rfft(normal)) ** 2, 20, mode="mirror", truncate=4)
        return power / power.sum()

    keep("d_h", np.mean([
        np.mean([np.sqrt(1 - np.sqrt(spectrum(t[:, d]) * spectrum(r[:, d])).sum()) for d in range(2)])
        for t, r in zip(TRUE, RUNS)]), 1e-8)


def errors_of_free_steps():
    for steps in (1, 5, 10, 20, 50, 100):
        errors = []
        for test in TESTS:
            for row in range(OVERLAP, len(test) - steps):
                state = behind(test[row])
                for _ in range(steps):
                    state = henon(state, MODEL)
                errors.append((seen(state) - test[row + steps]) ** 2)
        keep(f"pe_{steps}", np.mean(errors))


def exponent():
    """From another orbit, by products of Jacobians; two estimates differ by their errors."""
    def estimate(state, steps=400_000):
        for _ in range(10_000):
            state = henon(state, MODEL)
        q, growth = np.array([1.0, 0.3]), 0.0
        for _ in range(steps):
            q = np.array([-2 * MODEL * state[0] * q[0] + q[1], 0.3 * q[0]])
            size = np.hypot(*q)
            growth, q = growth + np.log(size), q / size
            state = henon(state, MODEL)
        return growth / steps

    several = [estimate((0.1 + 0.01 * k, 0.05)) for k in range(4)]
    keep("lyapunov_max", np.mean(several) / STEP, 5 * np.std(several, ddof=1) * 2 / STEP)


def valid_prediction_time():
    lyapunov_steps = 1 / (LYAPUNOV * STEP)
    longest = max(map(len, TESTS))
    limit = int(max(1, min((longest - OVERLAP) // 2, np.ceil(20 * lyapunov_steps))))
    variance = np.concatenate(TESTS).var(0)
    starts = [(test, row) for test in TESTS for row in range(OVERLAP, len(test) - limit)]
    starts = starts[:: -(-len(starts) // 100)]
    steps = []
    for test, row in starts:
        state, valid = behind(test[row]), limit
        for k in range(1, limit + 1):
            state = henon(state, MODEL)
            if np.sqrt((((seen(state) - test[row + k]) ** 2) / variance).mean()) >= 0.5:
                valid = k - 1
                break
        steps.append(valid)
    keep("vpt", np.mean(steps) / lyapunov_steps)


def errors_of_a_lyapunov_time():
    steps = round(1 / (LYAPUNOV * STEP))
    all_rows = np.concatenate(TESTS)
    own, pooled = [], []
    for test, row in starts_with(steps):
        state, squares = behind(test[row]), [np.zeros(2)]
        for k in range(1, steps + 1):
            state = henon(state, MODEL)
            squares.append((seen(state) - test[row + k]) ** 2)
        own.append(np.sqrt((np.array(squares[1:]) / all_rows.var(0)).mean()))
        pooled.append(np.sqrt((np.array(squares[:-1]) / all_rows.var()).mean()))
    keep("nrmse_lt", np.mean(own))
    keep("nrmse_lt_pooled", np.mean(pooled))


def starts_with(room, most=100):
    all_of_them = [(test, row) for test in TESTS for row in range(OVERLAP, len(test) - room)]
    return all_of_them[:: -(-len(all_of_them) // most)]


def published_prediction_times():
    lyapunov_steps = 1 / (LYAPUNOV * STEP)
    room = int(max(1, min((max(map(len, TESTS)) - OVERLAP) // 2, np.ceil(20 * lyapunov_steps))))
    variance = np.concatenate(TESTS).var(0)

    def mean_time(good):
        steps = []
        for test, row in starts_with(room):
            state, run = behind(test[row]), []
            for _ in range(len(test) - 1 - row):
                state = henon(state, MODEL)
                run.append(seen(state))
            bad = ~good(np.array(run), test[row + 1:])
            steps.append(int(bad.argmax()) if bad.any() else len(bad))
        return np.mean(steps) / lyapunov_steps

    for name, threshold in (("05", 0.5), ("005", 0.05)):
        keep("vpt_nrmse_" + name, mean_time(
            lambda run, truth: np.sqrt(((run - truth) ** 2 / variance).mean(1)) < threshold))

    def symmetric(run, truth):
        error = (200 * np.abs(run - truth) / (np.abs(run) + np.abs(truth))).mean(1)
        return np.cumsum(error) / np.arange(1, len(error) + 1) <= 30

    keep("vpt_smape_30", mean_time(symmetric))


def exponents_of_distances(rows=300):
    def exponent(points):
        r = cdist(points, points).ravel()
        r = r[r > 0]
        r = r[r > np.percentile(r, 5)]
        r = r[r < np.percentile(r, 50)]
        return 1 + len(r) / np.log(r / r.min()).sum()

    errors = []
    for test, row in starts_with(rows):
        state, run = behind(test[row]), []
        for _ in range(rows):
            state = henon(state, MODEL)
            run.append(seen(state))
        errors.append(exponent(np.array(run)) - exponent(test[row + 1: row + 1 + rows]))
    keep("d_frac", np.sqrt(np.mean(np.square(errors))), 1e-7)


def dimension():
    """From the determinant, which is 0.3 everywhere, and the exponent of other orbits."""
    def estimate(state, steps=300_000):
        for _ in range(10_000):
            state = henon(state, MODEL)
        q, growth = np.array([1.0, 0.3]), 0.0
        for _ in range(steps):
            q = np.array([-2 * MODEL * state[0] * q[0] + q[1], 0.3 * q[0]])
            size = np.hypot(*q)
            growth, q = growth + np.log(size), q / size
            state = henon(state, MODEL)
        largest = growth / steps
        return 1 + largest / (largest - np.log(0.3))

    several = [estimate((0.1 + 0.01 * k, 0.05)) for k in range(4)]
    # what is compared is of a tenth of the length
    tolerance = 5 * np.std(several, ddof=1) * np.sqrt(10)
    keep("kaplan_yorke", np.mean(several), tolerance)
    keep("kaplan_yorke_error", abs(np.mean(several) - 1.2), tolerance)


def wave(rows, phase):
    t = np.arange(rows)
    return np.stack([np.sin(0.4 * t + phase) + 0.1 * t % 1, 3 * np.cos(0.25 * t) - 0.5 * np.sin(t + phase)], 1)


def forecasts(lookback=4, horizon=3, season=3):
    """Straight on from the last two rows, half as fast; single precision as models give it."""
    errors = []
    train = wave(60, 0.0)
    for test in (wave(45, 1.0), wave(30, 2.0)):
        rows = test.astype(np.float32)
        for last in range(OVERLAP - 1, len(test) - horizon):
            a, b = rows[last - 1].astype(float), rows[last].astype(float)
            for k in range(1, horizon + 1):
                y = (b + 0.5 * k * (b - a)).astype(np.float32).astype(float)
                errors.append((rows[last + k].astype(float), y))
    x, y = (np.array(part) for part in zip(*errors))
    keep("mse", ((x - y) ** 2).mean())
    keep("mae", np.abs(x - y).mean())
    keep("rmse", np.sqrt(((x - y) ** 2).mean()))
    keep("smape", (200 * np.abs(x - y) / (np.abs(x) + np.abs(y))).mean())
    naive = np.abs(train[season:] - train[:-season]).mean(0)
    keep("mase", (np.abs(x - y).mean(0) / naive).mean())


def classes(count=500):
    i = np.arange(count)
    logits = np.stack([2 * np.sin(0.7 * i), 1.5 * np.cos(1.1 * i), np.sin(0.3 * i + 1)], 1)
    p = (np.exp(logits) / np.exp(logits).sum(1, keepdims=True)).astype(np.float32).astype(float)
    labels = (i * 7 // 3) % 3
    best, confidence = p.argmax(1), p.max(1)
    keep("accuracy", (best == labels).mean())
    keep("nll", -np.log(p[i, labels]).mean(), 1e-7)
    error = 0
    for low, high in zip(np.arange(15) / 15, np.arange(1, 16) / 15):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs((best == labels)[inside].mean() - confidence[inside].mean())
    keep("ece", error, 1e-7)


def functions(count=4, points=9, channels=2):
    grid = ((np.arange(points) / points) ** 1.5).astype(np.float32).astype(float)
    i = np.arange(count * points * channels)
    truth = np.sin(0.6 * i).astype(np.float32).astype(float).reshape(count, points, channels)
    guess = truth + (0.2 * np.cos(1.7 * i)).astype(np.float32).astype(float).reshape(truth.shape)
    guess = guess.astype(np.float32).astype(float)
    norm = lambda f: np.sqrt((f ** 2).sum((1, 2)))
    keep("relative_l2", (norm(guess - truth) / norm(truth)).mean(), 1e-6)

    def sobolev(f):
        slopes = np.diff(f, axis=1) ** 2 / np.diff(grid)[:, None]
        return np.sqrt(np.trapezoid(f ** 2, grid, axis=1).sum(1) + slopes.sum((1, 2)))

    keep("relative_h1", (sobolev(guess - truth) / sobolev(truth)).mean(), 1e-6)


for part in (divergence_of_bins, published_bins, divergence_of_mixtures, divergence_both_ways,
             distance_of_spectra, spectra_as_they_are, errors_of_free_steps, exponent, dimension,
             valid_prediction_time, errors_of_a_lyapunov_time, published_prediction_times,
             exponents_of_distances, forecasts, classes, functions):
    part()
# A map has no solver: one evaluation a row.
for rows in (1, 100):
    keep(f"nfe_{rows}", rows)
sys.stdout.write(json.dumps(values, indent=1) + "\n")
