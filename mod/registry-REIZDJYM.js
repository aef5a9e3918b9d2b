import {
  drivers
} from "./chunk-ZLS2SH4M.js";
import "./chunk-TISH7ZDI.js";
import "./chunk-Y7NETJHG.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-7X5P3HIZ.js";
import "./chunk-HQZ27YEO.js";
import "./chunk-33PIS4WT.js";
import "./chunk-6S2T734L.js";
import "./chunk-SC5ASBGQ.js";
export {
  drivers
};
