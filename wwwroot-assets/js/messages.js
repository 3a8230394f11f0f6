// Holds the reader's place in a conversation: at the end it stays at the end, anywhere else the text under the eye does
// not move, whatever arrives below, loads above or is dropped at either side.
const nearEnd = 80;

export function attach(scroller, component) {
  const listening = new AbortController();
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: listening.signal, passive: true });
  let place = [];
  let newest = lastBubble()?.dataset.message;

  function lastBubble() {
    return [...scroller.querySelectorAll("[data-message]")].at(-1);
  }

  // The scroller is a reversed column: 0 is the end, and going up is negative.
  function isAtEnd() {
    return scroller.scrollTop > -nearEnd && scroller.dataset.later !== "true";
  }

  function remember() {
    const top = scroller.getBoundingClientRect().top;
    place = [...scroller.querySelectorAll("[data-message]")]
      .map(bubble => ({ bubble, at: bubble.getBoundingClientRect().top - top }))
      .filter(({ bubble, at }) => at + bubble.offsetHeight > 0)
      .slice(0, 8);
  }

  function restore() {
    const top = scroller.getBoundingClientRect().top;
    const kept = place.find(({ bubble }) => bubble.isConnected);
    if (kept) {
      scroller.scrollTop += kept.bubble.getBoundingClientRect().top - top - kept.at;
    }
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
    remember();
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
    } else {
      restore();
      if (arrived !== newest) {
        scroller.parentElement.dataset.fresh = "true";
      }
    }

    newest = arrived;
    remember();
    watchEdges();
    mark();
  });
  changes.observe(scroller, { childList: true, subtree: true });

  on(document, "visibilitychange", () =>
    component.invokeMethodAsync("VisibleAsync", document.visibilityState === "visible").catch(() => {}));

  remember();
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
