// One view at a time, by button, keyboard or a presenter's remote. All views are drawn when the page is: a key only
// changes which of them is seen. The speaker's page, in another window, follows and leads alike. No markup may stand in
// here: Streamlit's sanitizer leaves out a script in which it sees any.
if (!window.jascPresent) {
  window.jascPresent = true;
  const room = () => document.querySelector(".jasc-present");
  const names = () => [...room().querySelectorAll(".view")].map((view) => view.dataset.view);
  const kept = () => new URLSearchParams(window.location.search);
  const asked = () => Math.max(0, names().indexOf(kept().get("view") ?? room().dataset.first));
  const talk = new BroadcastChannel("jasc-present");

  const show = (to, heard) => {
    const all = names();
    const place = Math.min(Math.max(to, 0), all.length - 1);
    room().querySelectorAll(".view").forEach((view, at) => {
      view.classList.toggle("shown", at === place);
      view.toggleAttribute("inert", at !== place);
    });
    const address = kept();
    if (address.get("view") !== all[place]) {
      address.set("view", all[place]);
      window.history.replaceState(window.history.state, "", `?${address}`);
      if (!heard) talk.postMessage({ known: address.get("known"), view: all[place] });
    }
  };
  const moves = {
    next: () => show(asked() + 1),
    previous: () => show(asked() - 1),
    first: () => show(0),
    last: () => show(names().length - 1),
    whole: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    leave: () => window.location.assign(room().dataset.back),
  };
  const keys = {
    ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous",
    Home: "first", End: "last", Escape: "leave", f: "whole", F: "whole",
  };
  document.addEventListener("keydown", (event) => {
    if (!room() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === " " && event.target.closest("button, a")) return;
    const number = /^[0-9]$/.test(event.key) ? Number(event.key) : undefined;
    if (number === undefined && !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    if (number === undefined) moves[event.key === " " && event.shiftKey ? "previous" : keys[event.key]]();
    else show(number === 0 ? 9 : number - 1);
  }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".jasc-present [data-go]");
    if (button) moves[button.dataset.go]();
  });
  talk.addEventListener("message", ({ data }) => {
    if (room() && data.known === kept().get("known")) show(names().indexOf(data.view), true);
  });
  // Drawn anew (which no key does), the views have forgotten which of them was shown.
  new MutationObserver(() => {
    if (room() && !room().querySelector(".view.shown")) show(asked(), true);
  }).observe(document.body, { childList: true, subtree: true });
  if (room()) show(asked(), true);
}
