// src/conf/json_schema.ts
var TEXT = {
  type: "string"
};
var INTEGER = {
  type: "integer"
};
var BOOLEAN = {
  type: "boolean"
};
function listOf(items, description) {
  return {
    type: "array",
    items,
    ...description === void 0 ? {} : {
      description
    }
  };
}
function oneOf(...words) {
  return {
    type: "string",
    enum: words
  };
}
function shape(properties, description) {
  const entries = Object.entries(properties);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, schema]) => [
      name.replace(/\?$/, ""),
      schema
    ])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
    additionalProperties: false,
    ...description === void 0 ? {} : {
      description
    }
  };
}

export {
  TEXT,
  INTEGER,
  BOOLEAN,
  listOf,
  oneOf,
  shape
};
