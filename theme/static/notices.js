// Brings the state of notices up to the reader's day. The pages state it right for the day on which they were made;
// without this script that is what they say.
(function () {
  "use strict";

  // Periods are days of China's time, wherever the reader is.
  function today() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  }

  function each(elements, act) {
    Array.prototype.forEach.call(elements, act);
  }

  function list(state) {
    return document.querySelector('[data-notices="' + state + '"]');
  }

  // Nobody reads a page before it is made: a clock that is behind is wrong.
  function state(notice) {
    var day = today() > notice.dataset.today ? today() : notice.dataset.today;
    if (day < notice.dataset.opens) return "upcoming";
    return day <= notice.dataset.closes ? "open" : "closed";
  }

  function show(notice, now) {
    var chip = notice.querySelector("[data-upcoming]");
    notice.dataset.state = now;
    chip.className = "chip chip-" + now;
    chip.textContent = chip.getAttribute("data-" + now);
    each(notice.querySelectorAll("[data-when]"), function (saying) {
      saying.hidden = saying.dataset.when !== now;
    });
  }

  // Among lists of one state each a notice goes where its own is told; where none tells it, it waits unseen.
  function move(notice, now) {
    if (!notice.parentNode.dataset.notices) return;
    var place = list(now);
    if (place && place !== notice.parentNode) place.insertBefore(notice, place.firstChild);
    notice.hidden = !place;
  }

  function update() {
    each(document.querySelectorAll("[data-opens]"), function (notice) {
      var now = state(notice);
      show(notice, now);
      if (notice.tagName === "LI") move(notice, now);
    });
    each(document.querySelectorAll("[data-notices]"), function (place) {
      var none = document.querySelector('[data-none="' + place.dataset.notices + '"]');
      var empty = !place.querySelector("li:not([hidden])");
      place.hidden = empty;
      if (none) none.hidden = !empty;
      else place.closest("section").hidden = empty;
    });
  }

  update();
  document.addEventListener("visibilitychange", update);
})();
