// Line and bar charts: spectra, forecasts, training curves, wall times.
function line(x, y, name, shade, more) {
  return Object.assign({ type: "scatter", mode: "lines", x, y, name, line: { color: shade, width: 1.8 } }, more);
}

// Powers of ten alone; within little more than a decade also 2 and 5.
function logAxis(title, values) {
  const positive = values.flat().filter((v) => v !== null && v > 0);
  const decades = Math.log10(positive.reduce((a, b) => Math.max(a, b), 1e-300) / positive.reduce((a, b) => Math.min(a, b), 1e300));
  return axis(title, decades > 1.5 ? { type: "log", dtick: Math.ceil(decades / 5), exponentformat: "power" } : { type: "log", dtick: "D2" });
}

charts.spectrum = (plot, figure, selection) => {
  const items = perSystem(figure, selection);
  const truth = line(items[0].frequency, items[0].truth, "truth", colour("truth"), { line: { color: colour("truth"), width: 2.6 } });
  return {
    traces: [truth, ...items.map((item) => line(item.frequency, item.generated, item.system, item.colour, { line: { color: item.colour, width: 1.5 } }))],
    layout: { xaxis: axis("frequency"), yaxis: logAxis("power", items.flatMap((item) => [item.truth, item.generated])), hovermode: "closest" },
  };
};

charts.forecast = (plot, figure, selection) => {
  const items = perSystem(figure, selection);
  const { context, truth } = items[0];
  const past = context.map((_, i) => i - context.length), future = truth.map((_, i) => i);
  const last = context.length ? context[context.length - 1] : null;
  const joined = context.length ? [-1, ...future] : future;
  const join = (values) => (context.length ? [last, ...values] : values);
  return {
    traces: [
      line(past, context, "look-back", colour("quiet"), { line: { color: colour("quiet"), width: 1.4 } }),
      line(joined, join(truth), "truth", colour("truth"), { line: { color: colour("truth"), width: 2.6 } }),
      ...items.map((item) => line(joined, join(item.forecast), item.system, item.colour)),
    ],
    layout: {
      xaxis: axis("time step", { zeroline: false }), yaxis: axis(""), hovermode: "x unified",
      shapes: [{ type: "line", x0: 0, x1: 0, yref: "paper", y0: 0, y1: 1, line: { color: colour("quiet"), width: 1, dash: "dot" } }],
    },
  };
};

charts.curve = (plot, figure) => {
  const shown = new Set();
  const traces = [];
  for (const item of figure.items) {
    const named = { legendgroup: item.system, showlegend: !shown.has(item.system), opacity: 0.85 };
    const hover = "%{y:.4g}<extra>" + item.system.replace(/</g, "&lt;") + ", seed " + item.seed + "</extra>";
    shown.add(item.system);
    traces.push(line(item.epoch, item.training, item.system, item.colour, { ...named, hovertemplate: hover, line: { color: item.colour, width: 1.4 } }));
    if (item.validation.some((v) => v !== null)) {
      traces.push(line(item.epoch, item.validation, item.system, item.colour, { ...named, showlegend: false, hovertemplate: hover, line: { color: item.colour, width: 1.4, dash: "dot" } }));
    }
  }
  const positive = figure.items.every((item) => [...item.training, ...item.validation].every((v) => v === null || v > 0));
  return { traces, layout: { xaxis: axis("epoch"), yaxis: positive ? logAxis("loss", figure.items.flatMap((item) => [item.training, item.validation])) : axis("loss") } };
};

charts.time = (plot, figure) => {
  const items = [...figure.items].reverse();
  return {
    traces: [{
      type: "bar", orientation: "h", y: items.map((item) => item.system), x: items.map((item) => item.seconds[0]),
      text: items.map((item) => item.text), textposition: "outside", cliponaxis: false,
      marker: { color: items.map((item) => item.colour) }, customdata: items.map((item) => item.hover),
      hovertemplate: "%{customdata}<extra>%{y}</extra>", width: 0.56,
    }],
    layout: {
      height: 92 + 38 * items.length, showlegend: false, margin: { l: 20, r: 76, t: 8, b: 44 },
      xaxis: axis("seconds", { rangemode: "tozero", nticks: 6 }), yaxis: axis("", { ticksuffix: "  ", tickfont: { color: colour("ink") } }),
    },
  };
};
