// Keeps what the reader looks at where it is while things come and go around it.
const watched = 12;

export function holdPlace(scroller, selector) {
  let place = [];

  // Where an item lies in what is scrolled, so that scrolling itself never counts as having been moved.
  function placeOf(item) {
    return item.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  }

  function isSeen({ item, at }) {
    const top = at - scroller.scrollTop;
    return top + item.offsetHeight > 0 && top < scroller.clientHeight;
  }

  function remember() {
    place = [...scroller.querySelectorAll(selector)]
      .map(item => ({ item, at: placeOf(item) }))
      .filter(isSeen)
      .slice(0, watched);
  }

  // By how much most of them have moved: one that jumped to the top of a list does not drag the reader along.
  function shift() {
    const counts = new Map();
    for (const { item, at } of place) {
      if (item.isConnected) {
        const moved = Math.round(placeOf(item) - at);
        counts.set(moved, (counts.get(moved) ?? 0) + 1);
      }
    }

    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  }

  return {
    remember,
    restore: () => {
      const moved = shift();
      if (moved !== 0) {
        scroller.scrollTop += moved;
      }

      remember();
    },
  };
}
