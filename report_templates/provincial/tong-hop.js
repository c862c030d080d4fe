(function () {
  "use strict";
  var box = document.getElementById("tim");
  var said = document.getElementById("ket-qua");
  var lines = Array.prototype.slice.call(document.querySelectorAll(".cau"));
  var parts = Array.prototype.slice.call(document.querySelectorAll(".muc"));
  function key(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ");
  }
  var keys = lines.map(function (line) { return key(line.textContent); });
  function search() {
    var words = key(box.value).split(" ").filter(Boolean);
    var found = 0;
    lines.forEach(function (line, place) {
      var hit = words.every(function (word) { return keys[place].indexOf(word) >= 0; });
      line.hidden = !hit;
      if (hit) { found += 1; }
    });
    parts.forEach(function (part) {
      part.hidden = words.length > 0 && !part.querySelector(".cau:not([hidden])");
    });
    said.textContent = words.length ? "Tìm thấy " + found + " câu." : "";
  }
  box.addEventListener("input", search);
  document.getElementById("mo").addEventListener("click", function () {
    lines.forEach(function (line) { if (!line.hidden) { line.open = true; } });
  });
  document.getElementById("dong").addEventListener("click", function () {
    lines.forEach(function (line) { line.open = false; });
  });
  window.addEventListener("beforeprint", function () { box.value = ""; search(); });
}());
