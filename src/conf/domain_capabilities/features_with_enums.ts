/**
 * Which features of domain capabilities have enums below them; the others are on or off.
 *
 * @module
 */

/** Element names. */
export const FEATURES_WITH_ENUMS: readonly string[] = ["gic", "hyperv", "launchSecurity"];
