import {
  VirtError
} from "./chunk-33PIS4WT.js";

// src/http/problem.ts
var PROBLEM_JSON = "application/problem+json";
var STATUSES = {
  VIR_ERR_INVALID_ARG: 400,
  VIR_ERR_XML_ERROR: 400,
  VIR_ERR_ARGUMENT_UNSUPPORTED: 400,
  VIR_ERR_AUTH_FAILED: 401,
  VIR_ERR_ACCESS_DENIED: 403,
  VIR_ERR_OPERATION_DENIED: 403,
  VIR_ERR_NO_DOMAIN: 404,
  VIR_ERR_NO_CONNECT: 404,
  VIR_ERR_CONFIG_UNSUPPORTED: 422,
  VIR_ERR_OPERATION_INVALID: 409,
  VIR_ERR_RESOURCE_BUSY: 503,
  VIR_ERR_OPERATION_ABORTED: 503,
  VIR_ERR_INVALID_CONN: 503,
  VIR_ERR_OPERATION_TIMEOUT: 504,
  VIR_ERR_NO_SUPPORT: 501,
  VIR_ERR_OPERATION_UNSUPPORTED: 501
};
var TITLES = {
  400: "The request cannot be meant",
  401: "A token is needed",
  403: "Not allowed",
  404: "Not found",
  405: "Not a method of this path",
  406: "None of the accepted forms can be given",
  409: "Not possible now",
  413: "The body is too large",
  415: "The body is of another type",
  421: "Not the name of this server",
  422: "Not possible with this configuration",
  500: "Something went wrong here",
  501: "Not supported",
  503: "Not ready",
  504: "It took too long"
};
function problemOf(error) {
  if (!(error instanceof VirtError)) {
    return problem(500, "An error that nobody foresaw; the log of this program has it");
  }
  const { code, number, domain, step, hint } = error;
  return problem(STATUSES[code] ?? 500, error.message, {
    type: `urn:libvirt:error:${code}`,
    code,
    number,
    domain,
    ...step === void 0 ? {} : {
      step
    },
    ...hint === void 0 ? {} : {
      hint
    }
  });
}
function problem(status, detail, more = {}) {
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Failed",
    status,
    detail,
    ...more
  };
}
function answerProblem(document, headers = {}) {
  return {
    status: document.status,
    mediaType: PROBLEM_JSON,
    body: `${JSON.stringify(document)}
`,
    headers
  };
}

export {
  PROBLEM_JSON,
  problemOf,
  problem,
  answerProblem
};
