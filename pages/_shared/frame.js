// What neither HTML from Python nor CSS can do: that the links to the pages are the navigation, the mark of the page one
// is on, and a chart's camera for those who do not use a mouse. Runs once in every page; what it finds later it marks too.
// No markup may stand in here: Streamlit's sanitizer leaves out a script in which it sees any.
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
  // A table or chart wider than its box scrolls; without a place in the order of Tab no keyboard could.
  const reach = () => {
    document.querySelectorAll('[data-testid="stTable"]').forEach((box) => {
      const inner = [box, ...box.querySelectorAll("div")].find((one) => one.scrollWidth > one.clientWidth + 1);
      if (inner) once(inner, { tabindex: "0", role: "region", "aria-label": "A table that scrolls" });
    });
    document.querySelectorAll('[data-testid="stPlotlyChart"]').forEach((chart) => {
      const box = chart.closest('[data-testid="stElementContainer"]');
      if (box && getComputedStyle(box).overflowX === "auto" && box.scrollWidth > box.clientWidth + 1) {
        once(box, { tabindex: "0", role: "region", "aria-label": "A chart that scrolls" });
      }
    });
  };
  // What a menu opens stands at the page's end: the keyboard is taken there, or it would be many Tabs away.
  const enter = () => document.querySelectorAll('[data-testid="stPopoverBody"]:not([data-entered])').forEach((body) => {
    const first = body.querySelector('button, a[href], input, [tabindex="0"]');
    if (!first) return; // what it holds is still to come
    body.dataset.entered = "yes";
    if (document.activeElement?.closest('[data-testid="stPopover"]')) first.focus();
  });
  // How tall a chart was laid out, which is drawn larger (see style.css).
  const room = () => document.querySelectorAll('[data-testid="stPlotlyChart"]').forEach((chart) => {
    const box = chart.closest('[data-testid="stElementContainer"]'), tall = `${box.offsetHeight}px`;
    if (box.style.getPropertyValue("--tall") !== tall) box.style.setProperty("--tall", tall);
  });
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); reach(); enter(); room(); });
  }).observe(document.body, { childList: true, subtree: true });

  // The browser's way back goes from view to view that somebody chose. Streamlit takes the choices of a page that is left
  // out of its address, and writes those that go along into the next page's: each would be a step of its own.
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let untouched = true, leaving = false; // nothing was done since the page was opened; a link to another was followed
  history.pushState = (state, unused, address) => {
    const elsewhere = new URL(address, location.href).pathname !== location.pathname;
    if (leaving && !elsewhere) return;
    leaving = false;
    (untouched && !elsewhere ? replace : push)(state, unused, address);
  };
  const touched = () => { untouched = leaving = false; };
  for (const input of ["pointerdown", "keydown"]) document.addEventListener(input, touched, true);
  document.addEventListener("click", (event) => { // also one that no mouse made, as a screen reader does
    const link = event.target.closest("a[href]"), aside = event.ctrlKey || event.metaKey || event.shiftKey;
    const here = link && !aside && link.target !== "_blank" && link.origin === location.origin;
    untouched = leaving = Boolean(here && link.pathname !== location.pathname);
    if (!here || !event.isTrusted) return;
    // Streamlit sends what was typed a moment after its box is left, and a link at once: a quick press would be undone by
    // the words that come after it. So it is followed a moment later, behind them; and where words were left just now so
    // much later that the server has begun with them: of two requests that wait it answers the last alone.
    event.preventDefault();
    event.stopImmediatePropagation();
    const wait = performance.now() - wordsLeftAt < BEGUN ? BEGUN : 0;
    const same = () => [...document.querySelectorAll("a[href]")].find((one) => one.href === link.href);
    const follow = () => (link.isConnected ? link : same() ?? link).click();
    setTimeout(follow, wait);
  }, true);

  const BEGUN = 400; // milliseconds
  let typedIn = null, wordsLeftAt = -BEGUN;
  document.addEventListener("input", (event) => {
    typedIn = event.target;
    if (typedIn.closest('[class*="st-key-draft-"]')) typedIn.dataset.typed = "yes";
  }, true);
  document.addEventListener("focusout", (event) => {
    if (event.target !== typedIn) return;
    typedIn = null;
    wordsLeftAt = performance.now();
  }, true);
  // A link that Streamlit does not follow itself, as in a table, and the browser's own buttons begin another session, which
  // has nothing of what was typed: the browser asks first (see drafts.py).
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector('.jasc-unsaved, [class*="st-key-draft-"] [data-typed]')) event.preventDefault();
  });

  const inside = (key) => document.querySelector(`.st-key-${CSS.escape(key)}`);
  const tell = (button, outcome) => {
    const words = button.textContent;
    button.textContent = outcome;
    setTimeout(() => { button.textContent = words; }, 2000);
  };
  const copyTable = async (button) => {
    const table = inside(button.dataset.tableOf)?.querySelector("table");
    if (!table) return;
    const plain = [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText).join("\t")).join("\n");
    const ruled = table.cloneNode(true);
    ruled.border = "1";
    const as = (text, type) => new Blob([text], { type });
    const forms = { "text/html": as(ruled.outerHTML, "text/html"), "text/plain": as(plain, "text/plain") };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
  };
  // The address with the date written out, so that it opens the same figures later; without a lead, who can be a person.
  const copyLink = async (button) => {
    const address = new URL(window.location.href);
    address.searchParams.set("as_of", button.dataset.asOf);
    address.searchParams.delete("lead");
    await navigator.clipboard.writeText(address.toString());
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-picture-of], [data-table-of], [data-as-of]");
    if (!button) return;
    if (button.dataset.pictureOf) inside(button.dataset.pictureOf)?.querySelector(".modebar-btn")?.click();
    else {
      const copying = button.dataset.tableOf ? copyTable(button) : copyLink(button);
      copying.then(() => tell(button, "Copied"), () => tell(button, "This browser does not let pages copy"));
    }
  });
  mark();
}
