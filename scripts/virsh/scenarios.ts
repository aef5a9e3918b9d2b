/**
 * What is typed in the comparison: each scenario is one run of virsh, so that later commands see what earlier ones did.
 *
 * @module
 */

import { GUEST_LIFE_SCENARIOS } from "./guest_life_scenarios.ts";
import { GUEST_SAVING_SCENARIOS } from "./guest_saving_scenarios.ts";
import { GUEST_SCENARIOS } from "./guest_scenarios.ts";
import { GUEST_TUNING_SCENARIOS } from "./guest_tuning_scenarios.ts";
import { HOST_LIFE_SCENARIOS } from "./host_life_scenarios.ts";
import { HOST_SCENARIOS } from "./host_scenarios.ts";
import { LOOKING_SCENARIOS, READING_SCENARIOS } from "./looking_scenarios.ts";
import type { Scenario } from "./scenario.ts";

/** Every scenario. */
export const SCENARIOS: readonly Scenario[] = [
  ...LOOKING_SCENARIOS,
  ...GUEST_LIFE_SCENARIOS,
  ...GUEST_SCENARIOS,
  ...GUEST_SAVING_SCENARIOS,
  ...GUEST_TUNING_SCENARIOS,
  ...HOST_LIFE_SCENARIOS,
  ...HOST_SCENARIOS,
  ...READING_SCENARIOS,
];
