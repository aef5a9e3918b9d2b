/**
 * What an interface is plugged into: the type, and the `<source>` that goes with it.
 *
 * @module
 */

import { pciAddress } from "../../../parts/pci_address.ts";
import {
  attribute,
  child,
  choice,
  cNumber,
  type FieldsOf,
  int32,
  int64,
  oneOf,
  type Part,
  path,
  refine,
  type ShapeOf,
  string,
  uuid,
} from "../../../shape/mod.ts";
import { required, unsupported, wrong } from "../../terms.ts";
import { usbIdentity } from "../hostdev/usb_source.ts";
import { ipConfig } from "../ip_config.ts";
import { reconnect } from "../reconnect.ts";

/** The host's end of the cable. */
const host = ipConfig("interface host IP");

/** A source that libvirt insists on. */
function source<F extends Parameters<typeof child>[1]>(type: string, content: F): Part<ShapeOf<F>> {
  const terms = required(`interface type='${type}' requires a 'source' element`);
  return child(type === "" ? "" : "source", content, terms) as Part<ShapeOf<F>>;
}
