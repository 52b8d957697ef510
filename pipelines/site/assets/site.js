// What pages do beyond HTML: a way back, a sign on tables that are wider than the screen.
"use strict";

const back = document.querySelector("[data-back]");
if (back && history.length > 1) {
  back.hidden = false;
  back.addEventListener("click", () => history.back());
}

const scrolled = document.querySelectorAll(".scroll");
function markCut() {
  for (const region of scrolled) {
    region.classList.toggle("cut", region.scrollWidth > region.clientWidth + 1);
  }
}
markCut();
addEventListener("resize", markCut);

// A cell far to the right of a wide table is brought into view with its row.
function show() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (target) {
    target.scrollIntoView({ block: "center", inline: "center" });
  }
}
addEventListener("hashchange", show);
addEventListener("load", show);
