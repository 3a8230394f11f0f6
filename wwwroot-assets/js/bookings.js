// The hands on /bookings: a visit is dragged onto a sitter's line, and arrow keys go from a visit to the one beside it.
const narrow = "(max-width: 719.98px)";

// What lies straight ahead comes before what is near but to the side.
const sideways = 3;

const steps = {
  ArrowLeft: (from, to) => ({ ahead: from.left - to.right, aside: from.top - to.top }),
  ArrowRight: (from, to) => ({ ahead: to.left - from.right, aside: from.top - to.top }),
  ArrowUp: (from, to) => ({ ahead: from.top - to.bottom, aside: from.left - to.left }),
  ArrowDown: (from, to) => ({ ahead: to.top - from.bottom, aside: from.left - to.left }),
};

export function isNarrow() {
  return matchMedia(narrow).matches;
}

function nearest(visits, from, step) {
  const start = from.getBoundingClientRect();
  let best = null;
  let least = Infinity;
  for (const visit of visits) {
    const { ahead, aside } = step(start, visit.getBoundingClientRect());
    const distance = ahead + sideways * Math.abs(aside);
    if (visit !== from && ahead >= -1 && distance < least) {
      [best, least] = [visit, distance];
    }
  }

  return best;
}

export function attach(root, component) {
  const listening = new AbortController();
  const on = (name, handler) => root.addEventListener(name, handler, { signal: listening.signal });
  let dragged = null;
  let target = null;

  function aimAt(line) {
    if (line !== target) {
      delete target?.dataset.target;
      target = line;
      if (target) {
        target.dataset.target = "";
      }
    }
  }

  on("dragstart", event => {
    dragged = event.target.closest?.("[data-visit]") ?? null;
    if (dragged) {
      event.dataTransfer.setData("text/plain", dragged.dataset.visit);
      event.dataTransfer.effectAllowed = "move";
      dragged.dataset.dragged = "";
    }
  });

  on("dragover", event => {
    const line = dragged ? event.target.closest("[data-drop]") : null;
    aimAt(line === dragged?.closest("[data-drop]") ? null : line);
    if (target) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
    }
  });

  on("drop", event => {
    if (target) {
      event.preventDefault();
      const sitter = target.dataset.drop;
      component.invokeMethodAsync("DropAsync", dragged.dataset.visit, sitter === "nobody" ? null : sitter);
    }
  });

  on("dragend", () => {
    aimAt(null);
    delete dragged?.dataset.dragged;
    dragged = null;
  });

  on("keydown", event => {
    const visit = event.target.closest("[data-visit]");
    if (!visit || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }

    if (visit.getAttribute("role") === "button" && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      visit.click();
    } else if (steps[event.key]) {
      event.preventDefault();
      const next = nearest(root.querySelectorAll("[data-visit]"), visit, steps[event.key]);
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });

  // A dialog holds the focus until it is gone.
  function focus(id) {
    if (document.querySelector(".mud-dialog-container")) {
      requestAnimationFrame(() => focus(id));
    } else {
      root.querySelector(`[data-visit="${id}"]`)?.focus();
    }
  }

  return {
    focus,
    detach: () => listening.abort(),
  };
}
