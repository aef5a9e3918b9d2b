// src/cli/config/check_value.ts
function checkValue(row, raw) {
  const type = row.type;
  switch (type.kind) {
    case "number":
      return typeof raw === "number" || typeof raw === "bigint" ? checkNumber(row, Number(raw), type) : wrongType(row, "a number", raw);
    case "paths":
      return Array.isArray(raw) && raw.every((item) => typeof item === "string") ? checkPaths(row, raw) : wrongType(row, "a list of paths", raw);
    case "mode":
      return typeof raw === "string" ? checkText(row, raw) : wrongType(row, 'an octal mode in quotes ("0660")', raw);
    default:
      return typeof raw === "string" ? checkText(row, raw) : wrongType(row, "text in quotes", raw);
  }
}
function checkText(row, text) {
  const type = row.type;
  switch (type.kind) {
    case "text":
      return {
        value: text
      };
    case "path":
      return checkPaths(row, [
        text
      ], (paths) => paths[0] ?? "");
    case "paths":
      return checkPaths(row, text === "" ? [] : text.split(":"));
    case "number":
      return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? checkNumber(row, Number(text), type) : wrongType(row, "a number", text);
    case "mode":
      return checkMode(row, text);
    case "loopback":
      return text === "" || isLoopback(text) ? {
        value: text
      } : {
        problem: `"${row.key}" takes a loopback address and a port, as 127.0.0.1:8642, but is "${text}"`
      };
    case "choice":
      return type.choices.includes(text) ? {
        value: text
      } : {
        problem: `"${row.key}" takes ${type.choices.join(", ")}, but is "${text}"`
      };
  }
}
function parseLoopback(text) {
  const parts = /^(127(?:\.\d{1,3}){3}|localhost|\[::1\]):(\d{1,5})$/.exec(text);
  if (parts === null) return void 0;
  const hostname = (parts[1] ?? "").replace(/^\[|\]$/g, "");
  const port = Number(parts[2]);
  const octets = hostname.startsWith("127.") ? hostname.split(".").map(Number) : [];
  return port > 65535 || octets.some((octet) => octet > 255) ? void 0 : {
    hostname,
    port
  };
}
function isLoopback(text) {
  return parseLoopback(text) !== void 0;
}
function checkNumber(row, value, type) {
  if (type.whole && !Number.isInteger(value)) return {
    problem: `"${row.key}" takes a whole number, but is ${value}`
  };
  if (!(value >= type.min && value <= type.max)) {
    return {
      problem: `"${row.key}" takes a number from ${type.min} to ${type.max}, but is ${value}`
    };
  }
  return {
    value
  };
}
function checkPaths(row, paths, shape = (all) => all) {
  const wrong = paths.find((path) => !path.startsWith("/") || path.includes("\0"));
  if (wrong !== void 0) {
    return {
      problem: `"${row.key}" takes ${pathWord(row)} that begins with "/", but is "${wrong}"`
    };
  }
  return {
    value: shape(paths)
  };
}
function pathWord(row) {
  return row.type.kind === "paths" ? "paths, each" : "a path";
}
function checkMode(row, text) {
  if (!/^0?[0-7]{3}$/.test(text)) return {
    problem: `"${row.key}" takes an octal mode like "0660", but is "${text}"`
  };
  return {
    value: parseInt(text, 8)
  };
}
function wrongType(row, wanted, raw) {
  return {
    problem: `"${row.key}" takes ${wanted}, but is ${describe(raw)}`
  };
}
function describe(raw) {
  if (typeof raw === "string") return `"${raw}"`;
  if (Array.isArray(raw)) return "a list";
  if (raw instanceof Date) return "a date";
  if (typeof raw === "object" && raw !== null) return "a table";
  return String(raw);
}

export {
  checkValue,
  checkText,
  parseLoopback
};
