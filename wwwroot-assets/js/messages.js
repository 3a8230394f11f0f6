// Holds the reader's place in a conversation: at the end it stays at the end, anywhere else the text under the eye does
// not move, whatever arrives below, loads above or is dropped at either side.
import { holdPlace } from "./place.js";

const nearEnd = 80;

export function attach(scroller, component) {
  const listening = new AbortController();
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: listening.signal, passive: true });
  const place = holdPlace(scroller, "[data-message]");
  let newest = lastBubble()?.dataset.message;
  let hadLater = false;

  function lastBubble() {
    return [...scroller.querySelectorAll("[data-message]")].at(-1);
  }

  // The scroller is a reversed column: 0 is the end, and going up is negative.
  function isAtEnd() {
    return scroller.scrollTop > -nearEnd && scroller.dataset.later !== "true";
  }

  function mark() {
    scroller.parentElement.dataset.away = String(!isAtEnd());
    if (isAtEnd()) {
      scroller.parentElement.dataset.fresh = "false";
    }
  }

  let wasAtEnd = true;
  on(scroller, "scroll", () => {
    wasAtEnd = isAtEnd();
    place.remember();
    mark();
  });

  const edges = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        component.invokeMethodAsync("ReachedAsync", target.dataset.edge).catch(() => {});
      }
    }
  }, { root: scroller, rootMargin: "600px 0px" });

  function watchEdges() {
    edges.disconnect();
    scroller.querySelectorAll("[data-edge]").forEach(edge => edges.observe(edge));
  }

  const changes = new MutationObserver(() => {
    const arrived = lastBubble()?.dataset.message;
    if (wasAtEnd) {
      scroller.scrollTop = 0;
      place.remember();
    } else {
      place.restore();
      if (arrived !== newest && !hadLater && scroller.dataset.later !== "true") {
        scroller.parentElement.dataset.fresh = "true";
      }
    }

    newest = arrived;
    hadLater = scroller.dataset.later === "true";
    watchEdges();
    mark();
  });
  changes.observe(scroller, { childList: true, subtree: true });

  on(document, "visibilitychange", () =>
    component.invokeMethodAsync("VisibleAsync", document.visibilityState === "visible").catch(() => {}));

  place.remember();
  watchEdges();
  mark();

  return {
    toEnd: () => {
      wasAtEnd = true;
      scroller.scrollTo({ top: 0 });
      mark();
    },
    isVisible: () => document.visibilityState === "visible",
    detach: () => {
      listening.abort();
      edges.disconnect();
      changes.disconnect();
    },
  };
}
