// src/cli/exit_codes.ts
var EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  configuration: 3,
  notFound: 4,
  unsupported: 5,
  attention: 6,
  interrupted: 130,
  outputClosed: 141,
  terminated: 143
};
var EXIT_CODES = [
  {
    code: EXIT.ok,
    name: "ok",
    meaning: "done; for doctor: nothing to complain about"
  },
  {
    code: EXIT.failure,
    name: "failure",
    meaning: "it could not be done; for doctor: at least one error was found"
  },
  {
    code: EXIT.usage,
    name: "usage",
    meaning: "the command line is wrong: unknown command, option or value"
  },
  {
    code: EXIT.configuration,
    name: "configuration",
    meaning: "the configuration is wrong or cannot be read"
  },
  {
    code: EXIT.notFound,
    name: "not found",
    meaning: "what was asked for is not on this host"
  },
  {
    code: EXIT.unsupported,
    name: "not supported",
    meaning: "the hypervisor, or this program, cannot do that"
  },
  {
    code: EXIT.attention,
    name: "attention",
    meaning: "done, but a part failed (an emulator that cannot be probed) or doctor has warnings"
  },
  {
    code: EXIT.interrupted,
    name: "interrupted",
    meaning: "stopped by SIGINT (Ctrl-C)"
  },
  {
    code: EXIT.outputClosed,
    name: "output closed",
    meaning: "whoever read standard output went away"
  },
  {
    code: EXIT.terminated,
    name: "terminated",
    meaning: "stopped by SIGTERM"
  }
];

export {
  EXIT,
  EXIT_CODES
};
