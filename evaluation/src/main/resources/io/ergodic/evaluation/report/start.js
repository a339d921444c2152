// Figures are drawn when they come near the view, all of them before printing, and again when the
// colour scheme or the breadth class changes.
const holders = [...document.querySelectorAll(".figure")];
holders.forEach(controls);

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }
}, { rootMargin: "300px" });
holders.forEach((holder) => seen.observe(holder));

const redraw = () => holders.filter((holder) => holder.dataset.drawn).forEach(draw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
matchMedia("(max-width: 719px)").addEventListener("change", redraw);
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  holders.filter((holder) => !holder.dataset.drawn).forEach(draw);
});

const links = new Map([...document.querySelectorAll("nav .links a")].map((a) => [a.getAttribute("href").slice(1), a]));
const current = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) {
      if (links.get(entry.target.id)) links.get(entry.target.id).removeAttribute("aria-current");
      continue;
    }
    links.forEach((link) => link.removeAttribute("aria-current"));
    const link = links.get(entry.target.id);
    if (!link) continue;
    link.setAttribute("aria-current", "true");
    link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft - 40;
  }
}, { rootMargin: "-20% 0px -70% 0px" });
document.querySelectorAll("main > section").forEach((section) => current.observe(section));
document.body.dataset.figures = String(holders.length);
