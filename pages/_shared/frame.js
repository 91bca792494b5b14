// What neither HTML from Python nor CSS can do: that the links to the pages are the navigation, the mark of the page one
// is on, and a chart's camera for those who do not use a mouse. Runs once in every page; what it finds later it marks too.
if (!window.jascFrame) {
  window.jascFrame = true;
  const once = (element, values) => {
    for (const [name, value] of Object.entries(values)) {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  };
  const mark = () => {
    document.querySelectorAll(".st-key-navigation").forEach((e) => once(e, { role: "navigation", "aria-label": "Pages" }));
    document.querySelectorAll(".st-key-navigation a").forEach((e) => {
      if (e.closest('[class*="st-key-here-"]')) once(e, { "aria-current": "page" });
      else e.removeAttribute("aria-current");
    });
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-picture-of]");
    if (!button) return;
    const chart = document.querySelector(`.st-key-${CSS.escape(button.dataset.pictureOf)}`);
    chart?.querySelector(".modebar-btn")?.click();
  });
  mark();
}
