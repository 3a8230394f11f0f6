// The list of conversations: a reader who has scrolled down keeps their place while others move to the top.
import { holdPlace } from "./place.js";

const atTop = 8;

export function attach(scroller) {
  const place = holdPlace(scroller, "[data-row]");
  const listening = new AbortController();
  scroller.addEventListener("scroll", place.remember, { signal: listening.signal, passive: true });
  const changes = new MutationObserver(() => {
    if (scroller.scrollTop > atTop) {
      place.restore();
    } else {
      place.remember();
    }
  });
  changes.observe(scroller, { childList: true });
  place.remember();

  return {
    detach: () => {
      listening.abort();
      changes.disconnect();
    },
  };
}
