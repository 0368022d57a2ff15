// Puts a button beside every text that is there to be copied. Without this script the text can be marked and copied.
(function () {
  "use strict";
  var words = document.body.dataset;

  function mark(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // Pages from a folder or over plain http have no clipboard to write to; browsers obey the old command there.
  function byCommand(text) {
    mark(text);
    try {
      return document.execCommand("copy");
    } catch (refused) {
      return false;
    }
  }

  // The standard asks for the day on which an online work was seen; a day is that of the reader's clock.
  function access(text) {
    var now = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    text.textContent = text.textContent.replace(text.dataset.accessed, "[" + now + "]");
  }

  function offer(text, number) {
    var label = text.previousElementSibling || text.parentNode.previousElementSibling;
    var button = document.createElement("button");
    var said = document.createElement("span");
    if (label && !label.id) label.id = "copy-" + number;
    button.type = "button";
    button.className = "copy";
    button.id = "copy-button-" + number;
    button.textContent = words.copy;
    if (label) button.setAttribute("aria-labelledby", button.id + " " + label.id);
    said.setAttribute("role", "status");
    said.className = "copied";
    function tell(done) {
      said.textContent = done ? words.done : words.manual;
    }
    button.addEventListener("click", function () {
      if (!navigator.clipboard) {
        tell(byCommand(text));
        return;
      }
      navigator.clipboard.writeText(text.textContent).then(
        function () { tell(true); },
        function () { tell(byCommand(text)); }
      );
    });
    text.after(button, said);
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-accessed]"), access);
  Array.prototype.forEach.call(document.querySelectorAll("[data-copied]"), offer);
})();
