import {
  commandHelp,
  exitCodeHelp,
  programHelp,
  wrap
} from "./chunk-G37LIIUM.js";
import "./chunk-C6WYMJRP.js";
import "./chunk-3H6TZ6VI.js";
import "./chunk-MVMYNZQN.js";
import "./chunk-FOT5CZLM.js";
import "./chunk-SC5ASBGQ.js";
export {
  commandHelp,
  exitCodeHelp,
  programHelp,
  wrap
};
