(function () {
  "use strict";
  var root = document.documentElement;
  var filter = document.getElementById("filter");
  var buttons = filter.querySelectorAll("button");
  filter.hidden = buttons.length < 2;
  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      var shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      root.classList.toggle("hide-" + button.dataset.severity, !shown);
    });
  });

  function light(number, on) {
    document.querySelectorAll("mark[data-numbers~='" + number + "'], #f" + number)
      .forEach(function (each) { each.classList.toggle("lit", on); });
  }
  document.querySelectorAll(".note").forEach(function (note) {
    var number = note.dataset.number;
    note.addEventListener("mouseenter", function () { light(number, true); });
    note.addEventListener("mouseleave", function () { light(number, false); });
  });
  document.querySelectorAll("mark").forEach(function (mark) {
    var numbers = mark.dataset.numbers.split(" ").filter(Boolean);
    mark.addEventListener("mouseenter", function () {
      numbers.forEach(function (number) { light(number, true); });
    });
    mark.addEventListener("mouseleave", function () {
      numbers.forEach(function (number) { light(number, false); });
    });
    mark.addEventListener("click", function () {
      if (numbers.length && !String(window.getSelection())) { location.hash = "f" + numbers[0]; }
    });
  });
})();
