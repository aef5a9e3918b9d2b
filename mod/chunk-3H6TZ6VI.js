// src/base/nearest.ts
function nearest(word, candidates) {
  const written = word.toLowerCase();
  let best;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const distance = known.startsWith(written) && written.length >= 2 ? 0.5 : editDistance(written, known);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best !== void 0 && bestDistance <= allowedDistance(word, best) ? best : void 0;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({
    length: to.length + 1
  }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [
      row
    ];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}
function at(row, column) {
  return row[column] ?? Infinity;
}
function allowedDistance(word, candidate) {
  return Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
}

export {
  nearest
};
