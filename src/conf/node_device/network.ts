/**
 * The capability of a network interface.
 *
 * @module
 */

import { interfaceLink } from "../parts/interface_link.ts";
import { NAME } from "../parts/names_itself.ts";
import { attribute, children, mapped, oneOf, path } from "../shape/mod.ts";
import { internal, requiredText, text, unsupported } from "./values.ts";

const FEATURES = [
  "rx",
  "tx",
  "sg",
  "tso",
  "gso",
  "gro",
  "lro",
  "rxvlan",
  "txvlan",
  "ntuple",
  "rxhash",
  "rdma",
  "txudptnl",
  "switchdev",
] as const;

const features = children(
  "feature",
  attribute("name", oneOf(...FEATURES), {
    required: true,
    domain: "VIR_FROM_NODEDEV",
    detail: "unknown network device feature '%s'",
    missing: { domain: "VIR_FROM_NODEDEV", detail: "missing network device feature name" },
  }),
);

/** A network interface. */
export const net = {
  interface: requiredText("interface", internal(`no network interface supplied for '${NAME}'`)),
  address: text("address"),
  link: interfaceLink,
  features: mapped(features, {
    parse: (found) => found === undefined ? undefined : FEATURES.filter((name) => found.includes(name)),
    format: (found) => found,
  }),
  technology: path(
    "capability",
    attribute("type", oneOf("80203", "80211"), {
      drop: [""],
      ...unsupported(`invalid network type supplied for '${NAME}'`),
    }),
  ),
};
