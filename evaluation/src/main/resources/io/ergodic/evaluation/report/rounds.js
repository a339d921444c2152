// Training by averaging: scores against knobs, losses by round or time, where rounds spend theirs.
const escaped = (text) => String(text).replace(/</g, "&lt;");

// The knobs that take more than one value; a figure offers each as its horizontal axis.
function varying(items) {
  const own = items.filter((item) => item.knobs);
  return Object.keys(own[0].knobs).filter((knob) => distinct(own.map((item) => item.knobs[knob])).length > 1);
}

charts.sweep = (plot, figure, selection) => {
  const own = figure.items.filter((item) => item.knobs), others = figure.items.filter((item) => !item.knobs);
  const others_knobs = varying(figure.items).filter((knob) => knob !== selection.knob);
  const series = (item) => others_knobs.map((knob) => {
    const value = item.knobs[knob];
    return typeof value === "number" ? value + " " + knob : value;
  }).join(", ") || selection.knob;
  const at = (item) => item.knobs[selection.knob];
  const score = (item) => item.scores[selection.score];
  const numeric = own.every((item) => typeof at(item) === "number");
  const traces = distinct(own.map(series)).map((name) => {
    const points = own.filter((item) => series(item) === name);
    if (numeric) points.sort((a, b) => at(a) - at(b));
    const middle = points.map((item) => score(item)[0]);
    return {
      type: "scatter", mode: "lines+markers", name: escaped(name), x: points.map(at), y: middle,
      line: { color: points[0].colour, width: 1.8 }, marker: { color: points[0].colour, size: 8 },
      error_y: { type: "data", symmetric: false, thickness: 1, width: 3, color: points[0].colour,
        array: points.map((item, i) => score(item)[2] - middle[i]), arrayminus: points.map((item, i) => middle[i] - score(item)[1]) },
      text: points.map((item) => escaped(item.system)), hovertemplate: "%{text}<br>%{x}: %{y:.4g}<extra></extra>",
    };
  });
  const values = distinct(own.map(at)).sort((a, b) => a - b);
  for (const item of others.filter((each) => score(each)[0] !== null)) {
    const ends = numeric ? [values[0], values[values.length - 1]] : distinct(own.map(at));
    traces.push(line(ends, ends.map(() => score(item)[0]), escaped(item.system), item.colour,
      { line: { color: item.colour, width: 1.6, dash: "dash" }, hovertemplate: "%{y:.4g}<extra>" + escaped(item.system) + "</extra>" }));
  }
  const wide = numeric && values[values.length - 1] >= 8 * values[0];
  const ticks = numeric ? { tickvals: values, ticktext: values.map(String) } : { type: "category" };
  return { traces, layout: { hovermode: "closest", height: 400, xaxis: axis(selection.knob, wide ? { type: "log", ...ticks } : ticks), yaxis: axis(selection.score) } };
};

charts.rounds = (plot, figure, selection) => {
  const time = selection.axis === "wall time";
  const named = new Set(), traces = [];
  const items = figure.items.filter((item) => String(item.seed) === selection.seed);
  for (const item of items) {
    const x = time ? item.seconds : item.round;
    const group = { legendgroup: item.system, showlegend: !named.has(item.system), hovertemplate: "%{x:.4g}: %{y:.4g}<extra>" + escaped(item.system) + "</extra>" };
    named.add(item.system);
    const mode = x.length < 3 ? { mode: "lines+markers" } : {};
    traces.push(line(x, item.loss, escaped(item.system), item.colour, { ...group, ...mode, line: { color: item.colour, width: 1.4 } }));
    const checked = x.map((_, i) => i).filter((i) => item.validation[i] !== null);
    if (checked.length) {
      traces.push(line(checked.map((i) => x[i]), checked.map((i) => item.validation[i]), escaped(item.system), item.colour,
        { ...group, showlegend: false, mode: "lines+markers", marker: { size: 4, color: item.colour }, line: { color: item.colour, width: 1.4, dash: "dot" } }));
    }
  }
  const losses = items.flatMap((item) => [item.loss, item.validation]);
  const positive = losses.flat().every((v) => v === null || v > 0);
  return { traces, layout: {
    height: 380 + legendHeight(plot, [...named]), hovermode: "closest", xaxis: axis(time ? "seconds of training" : "round", time ? { rangemode: "tozero" } : logarithmic(items)),
    yaxis: positive ? logAxis("loss", losses) : axis("loss"),
  } };
};

// Rounds from 1 to some thousand: systems that average every step beside others that seldom do.
function logarithmic(items) {
  const most = items.map((item) => item.round[item.round.length - 1]);
  const ticks = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((lead) => lead * 10 ** power));
  return Math.max(...most) >= 8 * Math.min(...most) ? { type: "log", tickvals: ticks, ticktext: ticks.map(String) } : {};
}

function legendHeight(plot, names) {
  const widest = Math.max(...names.map((name) => name.length)) * 7.2 + 48;
  const columns = Math.max(1, Math.floor(((plot.clientWidth || 500) - 60) / widest));
  return 20 * (Math.ceil(names.length / columns) - 1);
}

const phaseColours = { broadcast: "#3d7edb", compute: "#2ba678", idle: "#9aa0a8", reduce: "#8b6be0", validation: "#d9a31c", checkpoint: "#e8793a" };
// As they pass: the driver is idle until the slowest worker is there, then reduces.
const passing = ["broadcast", "compute", "idle", "reduce", "validation", "checkpoint"];

const phaseLegend = () => ({ orientation: "h", y: 1.02, yanchor: "bottom", x: narrow() ? -0.4 : 0, traceorder: "normal", entrywidth: 76, font: { size: narrow() ? 12 : 13 } });

charts.phases = (plot, figure, selection) => {
  const items = [...figure.items].reverse();
  const share = selection.unit === "share";
  const total = (item) => item.milliseconds.reduce((a, b) => a + b, 0);
  const traces = passing.map((phase) => {
    const index = figure.phases.indexOf(phase);
    const values = items.map((item) => item.milliseconds[index] / (share ? total(item) / 100 : 1));
    return {
      type: "bar", orientation: "h", name: phase, y: items.map((item) => escaped(item.system)), x: values, marker: { color: phaseColours[phase] }, width: 0.62,
      visible: values.some((v) => v > 0.005 * (share ? 100 : Math.max(...items.map(total)))) || "legendonly",
      hovertemplate: "%{x:.3g}" + (share ? " %" : " ms") + " " + phase + "<extra>%{y}</extra>",
    };
  });
  return { traces, layout: {
    barmode: "stack", height: 110 + 30 * items.length + legendHeight(plot, passing), legend: phaseLegend(),
    xaxis: axis(share ? "% of the wall time" : "milliseconds a round", { rangemode: "tozero", nticks: narrow() ? 4 : 6 }),
    yaxis: axis("", { showgrid: false, ticksuffix: "  ", tickfont: { color: colour("ink") } }),
  } };
};

charts.timeline = (plot, figure, selection) => {
  const item = chosen(figure, selection);
  const bars = Object.fromEntries(passing.map((phase) => [phase, { x: [], y: [], base: [], text: [] }]));
  const add = (phase, who, start, length, round) => {
    if (!(length > 0)) return;
    const bar = bars[phase];
    bar.x.push(length); bar.y.push(who); bar.base.push(start); bar.text.push("round " + round + ", " + who + ": " + phase + " " + length.toPrecision(3) + " ms");
  };
  const edges = [], numbers = [];
  let now = 0;
  for (const round of item.rounds) {
    edges.push(now);
    numbers.push(round.number);
    round.workers.forEach(([begin, wait, compute], i) => {
      add("broadcast", "worker " + (i + 1), now + begin, wait, round.number);
      add("compute", "worker " + (i + 1), now + begin + wait, compute, round.number);
    });
    for (const phase of passing) {
      const length = round.phases[figure.phases.indexOf(phase)];
      add(phase, "round", now, length, round.number);
      now += length;
    }
  }
  const rows = ["round", ...item.rounds[0].workers.map((_, i) => "worker " + (i + 1))].reverse();
  const traces = passing.filter((phase) => bars[phase].x.length).map((phase) => ({
    type: "bar", orientation: "h", name: phase, ...bars[phase], marker: { color: phaseColours[phase] }, width: 0.62, textposition: "none", hovertemplate: "%{text}<extra></extra>",
  }));
  return { traces, layout: {
    barmode: "overlay", height: 150 + 26 * rows.length + legendHeight(plot, passing), hovermode: "closest", legend: phaseLegend(),
    shapes: edges.map((x) => ({ type: "line", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, line: { color: colour("quiet"), width: 1, dash: "dot" } })),
    xaxis: axis((narrow() ? "ms from round " : "milliseconds from the start of round ") + numbers[0], { range: [0, now * 1.01], zeroline: false, nticks: 7 }),
    yaxis: axis("", { type: "category", categoryorder: "array", categoryarray: rows, showgrid: false, ticksuffix: "  ", tickfont: { color: colour("ink") } }),
  } };
};
