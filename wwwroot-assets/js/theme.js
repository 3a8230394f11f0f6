// Remembers light, dark or "as the system". The server writes the choice on the root of the next page, so nothing flashes.
const root = document.documentElement;
const oneYear = 31_536_000;

document.addEventListener("click", event => {
  const button = event.target.closest("[data-theme-choice]");
  if (!button) {
    return;
  }

  const choice = button.dataset.themeChoice;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `snout-theme=${choice}; path=/; max-age=${oneYear}; samesite=lax${secure}`;
  if (choice === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = choice;
  }
});
