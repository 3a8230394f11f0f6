// Keyboard first. Keys press what the page marks with data-key, so a page without the mark has no such key.
const presses = {
  e: "handled", r: "reply", h: "hand-over", s: "snooze", w: "why", m: "more", "?": "help", "/": "search",
  a: "send-anyway", b: "keep-back", n: "new", ArrowLeft: "previous", ArrowRight: "next",
  // In a conversation, and in the week of visits.
  t: ["take-over", "today"],
};

function isTyping(element) {
  return element?.closest("input, textarea, select, [contenteditable]") !== null;
}

function press(names) {
  const target = document.querySelector([names].flat().map(name => `[data-key="${name}"]`).join());
  if (!target || target.disabled) {
    return false;
  }

  if (target.matches("input, textarea")) {
    target.focus();
  } else {
    target.click();
  }

  return true;
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-key-row]")];
  if (rows.length === 0) {
    return false;
  }

  let at = rows.indexOf(document.activeElement);
  if (at < 0) {
    at = rows.findIndex(row => row.getAttribute("aria-current") === "page");
    at = at < 0 && step < 0 ? rows.length : at;
  }

  const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function escape(target) {
  if (isTyping(target)) {
    target.blur();
    return true;
  }

  return press("close");
}

// A text box whose script is still on its way sends as soon as it is there.
function holdsBack(event) {
  const form = event.target.closest?.("form[data-waits]");
  if (!form || event.key !== "Enter" || event.shiftKey || !matchMedia("(pointer: fine)").matches) {
    return false;
  }

  form.dataset.sends = "true";
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }

  if (document.querySelector(".mud-dialog-container")) {
    // Also before the focus has found its way into the dialog.
    if (event.key === "Escape") {
      press("close-dialog");
    }

    return;
  }

  // An open menu closes on Escape by itself.
  if (event.defaultPrevented || (event.key === "Escape" && document.querySelector(":popover-open"))) {
    return;
  }

  const handled =
    event.key === "Escape" ? escape(event.target)
      : isTyping(event.target) ? holdsBack(event)
        : event.key === "j" ? move(1)
          : event.key === "k" ? move(-1)
            : presses[event.key] ? press(presses[event.key])
              : false;
  if (handled) {
    event.preventDefault();
  }
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", event => {
  // Whoever went somewhere is done with the sheet of places.
  if (event.target.closest("[popover] a")) {
    event.target.closest("[popover]").hidePopover();
  }

  const name = event.target.closest("[data-key-press]")?.dataset.keyPress;
  if (name) {
    press(name);
  }
});
