// Says of a file that the reader chooses which release it is. The file never leaves the reader's machine.
(function () {
  "use strict";
  var box = document.getElementById("verify-file");
  var said = document.getElementById("verify-said");
  var bar = document.getElementById("verify-progress");
  var data = document.getElementById("verify-known");
  if (!box || !said || !bar || !data) return;
  var known = JSON.parse(data.textContent);
  var words = said.dataset;
  var CHUNK = 4194304;
  var WHOLE = 16 * CHUNK;
  var chosen = 0;

  // SHA-256 (FIPS 180-4), for pages that came over plain http, where the browser keeps its own back, and for files
  // that had better not be in memory whole: the browser's own takes no pieces.
  var K = [], first = [];
  (function () {
    var candidate = 2;
    function fraction(root) { return ((root - Math.floor(root)) * 4294967296) | 0; }
    while (K.length < 64) {
      var prime = true;
      for (var factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) { prime = false; break; }
      if (prime) {
        if (first.length < 8) first.push(fraction(Math.sqrt(candidate)));
        K.push(fraction(Math.cbrt(candidate)));
      }
      candidate++;
    }
  })();

  function Hash() {
    this.state = first.slice();
    this.rest = new Uint8Array(0);
    this.length = 0;
    this.words = new Int32Array(64);
  }
  function turn(x, n) { return (x >>> n) | (x << (32 - n)); }
  Hash.prototype.block = function (bytes, start) {
    var w = this.words, s = this.state, i;
    for (i = 0; i < 16; i++) {
      var at = start + 4 * i;
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (i = 16; i < 64; i++) {
      var p = w[i - 15], q = w[i - 2];
      w[i] = (w[i - 16] + (turn(p, 7) ^ turn(p, 18) ^ (p >>> 3)) + w[i - 7] + (turn(q, 17) ^ turn(q, 19) ^ (q >>> 10))) | 0;
    }
    var a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (i = 0; i < 64; i++) {
      var one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach(function (value, index) { s[index] = (s[index] + value) | 0; });
  };
  Hash.prototype.add = function (more) {
    var bytes = new Uint8Array(this.rest.length + more.length), start = 0;
    bytes.set(this.rest);
    bytes.set(more, this.rest.length);
    for (; start + 64 <= bytes.length; start += 64) this.block(bytes, start);
    this.rest = bytes.slice(start);
    this.length += more.length;
  };
  Hash.prototype.hex = function () {
    var length = this.length, end = new Uint8Array((this.rest.length < 56 ? 64 : 128) - this.rest.length);
    var high = Math.floor(length / 536870912), low = (length << 3) >>> 0;
    end[0] = 128;
    for (var i = 0; i < 4; i++) {
      end[end.length - 1 - i] = (low >>> (8 * i)) & 255;
      end[end.length - 5 - i] = (high >>> (8 * i)) & 255;
    }
    this.add(end);
    return this.state.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
  };

  function told(template, values) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
  }
  function say(text, kind) {
    said.textContent = text;
    said.className = kind;
    bar.hidden = true;
  }
  function judge(name, hash) {
    var found = known[hash];
    if (!found) return say(told(words.unknown, { name: name, hash: hash }), "caution");
    var withdrawn = found.some(function (place) { return place[2]; });
    say(found.map(function (place) {
      var kind = place[2] ? words.withdrawn : place[0] ? words.release : words.present;
      return told(kind, { name: name, hash: hash, release: place[0], path: place[1], note: place[2] || "" });
    }).join("\n"), withdrawn ? "caution" : "good");
  }

  // Each takes the bytes of a piece; what comes of it counts only while its file is still the one that is chosen.
  function read(file, start, end, number, taken) {
    var reader = new FileReader();
    reader.onerror = function () { if (number === chosen) say(told(words.unread, { name: file.name }), "caution"); };
    reader.onload = function () { if (number === chosen) taken(new Uint8Array(reader.result)); };
    reader.readAsArrayBuffer(file.slice(start, end));
  }
  function inPieces(file, number) {
    var hash = new Hash();
    function from(start) {
      bar.value = file.size ? start / file.size : 1;
      if (start >= file.size) return judge(file.name, hash.hex());
      read(file, start, start + CHUNK, number, function (bytes) {
        hash.add(bytes);
        setTimeout(function () { if (number === chosen) from(start + CHUNK); }, 0);
      });
    }
    from(0);
  }
  function whole(file, number) {
    read(file, 0, file.size, number, function (bytes) {
      crypto.subtle.digest("SHA-256", bytes).then(function (digest) {
        var hex = Array.prototype.map.call(new Uint8Array(digest), function (byte) { return ("0" + byte.toString(16)).slice(-2); });
        if (number === chosen) judge(file.name, hex.join(""));
      }, function () { if (number === chosen) inPieces(file, number); });
    });
  }

  function start(file) {
    chosen++;
    say(file ? words.reading : words.ready, "");
    if (!file) return;
    bar.value = 0;
    bar.hidden = false;
    (window.crypto && crypto.subtle && file.size <= WHOLE ? whole : inPieces)(file, chosen);
  }
  box.disabled = false;
  start();
  box.addEventListener("click", function () {
    box.value = ""; // else nothing is told where the same file is chosen again, which may hold something else by now
    start();
  });
  box.addEventListener("change", function () { start(box.files[0]); });
})();
