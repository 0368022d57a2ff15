// Remembers the reader's choice of large text. The choice itself works without this script.
(function () {
  "use strict";
  var box = document.getElementById("large");
  if (!box) return;
  try {
    box.checked = localStorage.getItem("large-text") === "yes";
    box.addEventListener("change", function () {
      localStorage.setItem("large-text", box.checked ? "yes" : "no");
    });
  } catch (refused) {
    // Storage may be closed to pages opened from a folder; the box still works on this page.
  }
})();
