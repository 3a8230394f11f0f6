// The text box of a conversation. It clears the moment you send and keeps what you wrote in this tab until the server
// has it: a text on its way carries a key, so that telling the server twice sends once.
const longestWait = 10 * 60 * 1000;
const typingPause = 150;

const draftOf = thread => `snout:draft:${thread}`;
const outgoingOf = thread => `snout:outgoing:${thread}`;

function readOutgoing(thread) {
  try {
    return JSON.parse(sessionStorage.getItem(outgoingOf(thread))) ?? [];
  } catch {
    return [];
  }
}

function writeOutgoing(thread, entries) {
  if (entries.length === 0) {
    sessionStorage.removeItem(outgoingOf(thread));
  } else {
    sessionStorage.setItem(outgoingOf(thread), JSON.stringify(entries));
  }
}

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

export function attach(form, component, thread, draft) {
  const box = form.querySelector("textarea");
  const listening = new AbortController();
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: listening.signal });
  const isOnline = () => document.documentElement.dataset.connection !== "lost";
  const hasFiles = () => form.dataset.files === "true";
  let pause = 0;
  let told = draft;

  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  function show(text) {
    box.value = text;
    form.dataset.empty = String(text.trim() === "");
    grow();
  }

  async function tell() {
    clearTimeout(pause);
    const text = box.value;
    if (text !== told && isOnline()) {
      told = text;
      await component.invokeMethodAsync("Typed", text);
    }
  }

  function typed() {
    form.dataset.empty = String(box.value.trim() === "");
    sessionStorage.setItem(draftOf(thread), box.value);
    grow();
    clearTimeout(pause);
    pause = setTimeout(tell, typingPause);
  }

  function putBack(text) {
    show(box.value.trim() === "" ? text : `${text}\n${box.value}`);
    typed();
  }

  async function deliver(entry) {
    const taken = await component.invokeMethodAsync("SendAsync", entry.text, entry.key);
    const waiting = readOutgoing(thread);
    const others = waiting.filter(other => other.key !== entry.key);
    writeOutgoing(thread, others);
    // After a reconnect both askings may answer; the first one settles it.
    if (!taken && others.length < waiting.length) {
      putBack(entry.text);
    }
  }

  function send() {
    const text = box.value;
    if (!isOnline() || (text.trim() === "" && !hasFiles())) {
      return;
    }

    clearTimeout(pause);
    const entry = { key: newKey(), text, at: Date.now(), files: hasFiles() };
    writeOutgoing(thread, [...readOutgoing(thread), entry]);
    sessionStorage.removeItem(draftOf(thread));
    told = "";
    form.dataset.files = "false";
    show("");
    deliver(entry).catch(() => {});
  }

  // What was on its way when the connection broke is sent again under its key; what cannot be is put back to edit.
  function sendAgain() {
    for (const entry of readOutgoing(thread)) {
      if (!entry.files && Date.now() - entry.at < longestWait) {
        deliver(entry).catch(() => {});
      } else {
        writeOutgoing(thread, readOutgoing(thread).filter(other => other.key !== entry.key));
        putBack(entry.text);
      }
    }
  }

  on(box, "input", typed);
  on(box, "keydown", event => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches;
    if (sends) {
      event.preventDefault();
      if (!event.repeat) {
        send();
      }
    }
  });
  on(form, "submit", event => {
    event.preventDefault();
    send();
  });
  on(document, "snout:back", () => {
    told = null;
    tell();
    sendAgain();
  });

  // The box can be typed in a moment before this script is there; those letters follow what was kept.
  const early = box.value;
  show((sessionStorage.getItem(draftOf(thread)) ?? draft) + early);
  if (early !== "") {
    typed();
  }

  tell();
  sendAgain();

  // While it is out of sight it has no height to measure.
  const sight = new IntersectionObserver(grow);
  sight.observe(box);

  return {
    // The server has stored this draft; the copy in the tab is no longer needed.
    kept: text => {
      if (sessionStorage.getItem(draftOf(thread)) === text) {
        sessionStorage.removeItem(draftOf(thread));
      }
    },
    focus: () => box.focus(),
    detach: () => {
      clearTimeout(pause);
      listening.abort();
      sight.disconnect();
    },
  };
}
