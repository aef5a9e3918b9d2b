import {
  openWith
} from "./chunk-N47KABA3.js";
import "./chunk-375IGCM2.js";
import "./chunk-7X5P3HIZ.js";
import "./chunk-33PIS4WT.js";
import "./chunk-SC5ASBGQ.js";
export {
  openWith
};
