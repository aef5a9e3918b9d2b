import {
  aborted,
  command
} from "./chunk-P26LETJF.js";
import "./chunk-3UIUTLYF.js";
import "./chunk-IPCQ7EBV.js";
import "./chunk-QSHZ7BZH.js";
import "./chunk-CFP7OHTS.js";
import "./chunk-5KWKTSO6.js";
import "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import "./chunk-3H6TZ6VI.js";
import "./chunk-MVMYNZQN.js";
import "./chunk-FOT5CZLM.js";
import "./chunk-N47KABA3.js";
import "./chunk-375IGCM2.js";
import "./chunk-ZLS2SH4M.js";
import "./chunk-TISH7ZDI.js";
import "./chunk-Y7NETJHG.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-7X5P3HIZ.js";
import "./chunk-HQZ27YEO.js";
import "./chunk-PJ3YIBAN.js";
import "./chunk-33PIS4WT.js";
import "./chunk-6S2T734L.js";
import "./chunk-SC5ASBGQ.js";
export {
  aborted,
  command
};
