"use strict";
(() => {
  const form = document.querySelector("form.filters");
  const landed = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!form) return;
  const { actions, groups } = JSON.parse(form.dataset.entries);
  const section = document.getElementById(form.dataset.section);
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");

  const show = (id, shown) => {
    const element = document.getElementById(id);
    if (element) element.hidden = !shown;
  };

  const apply = () => {
    const chosen = selects.filter((one) => one.value);
    const fits = (id) => chosen.every((one) => actions[id][one.name].includes(one.value));
    const shown = new Set(Object.keys(actions).filter(fits));
    for (const id of Object.keys(actions)) show(id, shown.has(id));
    for (const [id, below] of Object.entries(groups)) show(id, !chosen.length || below.some((one) => shown.has(one)));
    const all = Object.keys(actions).length;
    const words = shown.size === all ? `All ${all} actions are shown.` : `${shown.size} of ${all} actions are shown.`;
    if (status.textContent !== words) status.textContent = words;
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const one of selects) {
      if (one.value) address.searchParams.set(one.name, one.value);
      else address.searchParams.delete(one.name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page that was opened from a disk may not be allowed to change its address.
    }
  };

  const clear = () => {
    for (const one of selects) one.value = "";
    apply();
    remember();
  };

  const reveal = () => {
    const target = landed();
    if (target?.closest("[hidden]")) {
      clear();
      target.scrollIntoView();
    }
  };

  const asked = new URLSearchParams(location.search);
  for (const one of selects) {
    const value = asked.get(one.name);
    if ([...one.options].some((option) => option.value === value)) one.value = value;
  }
  form.addEventListener("change", () => { apply(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  addEventListener("hashchange", reveal);
  section?.querySelector("h2")?.after(form);
  form.hidden = false;
  apply();
  reveal();
})();
