import {
  ConfigProblems,
  Configuration,
  loadConfiguration
} from "./chunk-JHRETUS4.js";
import "./chunk-7JEUEDHI.js";
import "./chunk-IPCQ7EBV.js";
import "./chunk-MVMYNZQN.js";
import "./chunk-FOT5CZLM.js";
import "./chunk-SC5ASBGQ.js";
export {
  ConfigProblems,
  Configuration,
  loadConfiguration
};
