// src/base/log.ts
var silentLog = {
  debug() {
  },
  info() {
  },
  warn() {
  },
  error() {
  }
};

export {
  silentLog
};
