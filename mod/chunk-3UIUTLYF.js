import {
  normaliseError
} from "./chunk-375IGCM2.js";

// src/api/detect_drivers.ts
function detectDrivers(drivers, host, options = {}) {
  return Promise.all(drivers.map(async (driver) => ({
    driver,
    detection: await detectOne(driver, host, options)
  })));
}
async function detectOne(driver, host, options) {
  try {
    return await driver.detect(host, options);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    const { message } = normaliseError(thrown, {
      call: "detect",
      driver: driver.id
    });
    return {
      state: "unhealthy",
      reason: message,
      hint: `Run "innkeeper doctor" to see what is wrong`
    };
  }
}

export {
  detectDrivers
};
