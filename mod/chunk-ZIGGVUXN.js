// src/cli/text_table.ts
function formatTable(head, rows) {
  const lines = [
    head,
    ...rows
  ].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd() + "\n").join("");
}
function printable(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}

export {
  formatTable,
  printable
};
