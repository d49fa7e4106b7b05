/* Small comforts. Every page works without this file. */
(function () {
  "use strict";

  const opened = () => document.querySelectorAll("details.i-pop[open]");

  function closeAllBut(kept) {
    opened().forEach((menu) => {
      if (menu !== kept) menu.open = false;
    });
  }

  document.addEventListener("click", (event) => closeAllBut(event.target.closest("details.i-pop")));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    opened().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  /* Who listens to the page hears first what is missing. */
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();
})();
