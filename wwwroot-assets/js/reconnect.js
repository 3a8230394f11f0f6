// Speaks for the connection. Components learn of it through two events on the document: "snout:lost" and "snout:back".
const bar = document.getElementById("components-reconnect-modal");
const root = document.documentElement;

function lost() {
  if (root.dataset.connection !== "lost") {
    root.dataset.connection = "lost";
    document.dispatchEvent(new Event("snout:lost"));
  }
}

function back() {
  if (root.dataset.connection === "lost") {
    delete root.dataset.connection;
    document.dispatchEvent(new Event("snout:back"));
  }
}

// The server has let go of this page: the same address opens a new one, which finds the draft again.
function startOver() {
  location.reload();
}

async function tryNow() {
  if (root.dataset.connection !== "lost") {
    return;
  }

  try {
    if (!await Blazor.reconnect()) {
      startOver();
    }
  } catch {
    // Still no network; the next try comes by itself.
  }
}

bar?.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "hide":
      back();
      break;
    case "rejected":
    case "resume-failed":
      startOver();
      break;
    default:
      lost();
  }
});

bar?.querySelector("[data-reconnect-now]")?.addEventListener("click", tryNow);
window.addEventListener("online", tryNow);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    tryNow();
  }
});
