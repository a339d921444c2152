// Controls above a figure: one chip a system, or a menu where they are many; menus for the rest.
const CHIPS = 8;

function distinct(values) {
  return [...new Set(values)];
}

function chips(holder, items) {
  const known = figures[holder.id].more || items;
  const systems = distinct(known.map((item) => item.system));
  if (systems.length < 2) return;
  if (systems.length > CHIPS) {
    menu(holder, "system", "", systems);
    return;
  }
  const controls = holder.querySelector(".controls");
  for (const system of systems) {
    const chip = document.createElement("button");
    const dot = document.createElement("span");
    dot.className = "dot";
    dot.style.background = known.find((item) => item.system === system).colour;
    chip.className = "chip";
    chip.type = "button";
    chip.append(dot, system);
    chip.setAttribute("aria-pressed", String(system === holder.selection.system));
    chip.addEventListener("click", () => {
      for (const other of controls.querySelectorAll(".chip")) other.setAttribute("aria-pressed", String(other === chip));
      holder.selection.system = system;
      draw(holder);
    });
    controls.append(chip);
  }
}

// The first value is chosen at first, also where there is nothing to choose from.
function menu(holder, name, label, values) {
  holder.selection[name] = holder.selection[name] || String(values[0]);
  if (values.length < 2) return;
  const select = document.createElement("select");
  select.setAttribute("aria-label", label || name);
  for (const value of values) {
    const option = document.createElement("option");
    option.value = String(value);
    option.textContent = (label + " " + value).trim();
    select.append(option);
  }
  select.addEventListener("change", () => {
    holder.selection[name] = select.value;
    draw(holder);
  });
  holder.querySelector(".controls").append(select);
}

const MEDIAN = "median";

// The item of the chosen system and seed; the median seed, which is the first, where this one failed.
function chosen(figure, selection) {
  const own = figure.items.filter((item) => item.system === selection.system);
  return own.find((item) => String(item.seed) === selection.seed) || own[0];
}

// One item a system: that of the chosen variable and seed, the median one where it has no such.
function perSystem(figure, selection) {
  const fitting = figure.items.filter((item) => item.label === selection.label);
  return distinct(fitting.map((item) => item.system)).map((system) => {
    const own = fitting.filter((item) => item.system === system);
    return own.find((item) => String(item.seed) === selection.seed) || own[0];
  });
}

function controls(holder) {
  const { kind, items, more } = figures[holder.id];
  const listed = more ? more.flatMap((each) => each.seeds) : items.map((item) => item.seed);
  const seeds = distinct(listed.filter((seed) => seed !== undefined)).sort((a, b) => a - b);
  if (more && seeds.length > 1) seeds.unshift(MEDIAN);
  holder.selection = { system: items[0].system, seed: more ? MEDIAN : String(items[0].seed), label: items[0].label };
  if (["attractor", "confusion", "timeline"].includes(kind)) chips(holder, items);
  if (kind === "spectrum" || kind === "forecast") menu(holder, "label", "variable", distinct(items.map((item) => item.label)));
  if (kind === "sweep") {
    menu(holder, "score", "", Object.keys(items[0].scores));
    menu(holder, "knob", "against", varying(items));
  }
  if (kind === "rounds") menu(holder, "axis", "against", ["rounds", "wall time"]);
  if (kind === "phases") menu(holder, "unit", "in", ["milliseconds", "share"]);
  if (charts[kind].controls) charts[kind].controls(holder, items);
  if (kind !== "curve" && kind !== "time") menu(holder, "seed", "seed", seeds);
  const select = holder.querySelector("select[aria-label=seed]");
  if (select) select.value = holder.selection.seed;
}
