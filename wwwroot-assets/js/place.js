// Keeps what the reader looks at where it is while things come and go around it.
const watched = 12;

export function holdPlace(scroller, selector) {
  let place = [];

  function offsets() {
    const box = scroller.getBoundingClientRect();
    return [...scroller.querySelectorAll(selector)]
      .map(item => ({ item, at: item.getBoundingClientRect().top - box.top, height: item.offsetHeight }))
      .filter(({ at, height }) => at + height > 0 && at < box.height);
  }

  function remember() {
    place = offsets().slice(0, watched);
  }

  // By how much most of them have moved: one that jumped to the top of a list does not drag the reader along.
  function shift() {
    const top = scroller.getBoundingClientRect().top;
    const counts = new Map();
    for (const { item, at } of place) {
      if (item.isConnected) {
        const moved = Math.round(item.getBoundingClientRect().top - top - at);
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
