/**
 * The processors behind model names: display family and model, as CPUID leaf 1 gives them.
 *
 * Sources: Intel SDM volume 4 table 2-1 (DisplayFamily_DisplayModel), AMD's revision guides and processor programming
 * references. Server parts of one family and model differ by stepping. Family 16 model 4 is left out on purpose: both
 * Opteron and Phenom II parts have it, so it points at neither model. So are 6/6 and 15/107, which QEMU's most capable
 * virtual CPUs claim as theirs without being anything like the processors of that number.
 *
 * @module
 */

/** Family, model and, where it matters, the range of steppings: `6/85:0-4`. */
export const MODEL_SIGNATURES: Readonly<Record<string, string>> = {
  pentium: "5/1 5/2 5/4",
  pentiumpro: "6/1",
  pentium2: "6/3 6/5",
  pentium3: "6/7 6/8 6/10 6/11",
  coreduo: "6/14",
  n270: "6/28",
  Conroe: "6/15 6/22",
  Penryn: "6/23 6/29",
  Nehalem: "6/26 6/30 6/31 6/46",
  "Nehalem-IBRS": "6/26 6/30 6/31 6/46",
  Westmere: "6/37 6/44 6/47",
  "Westmere-IBRS": "6/37 6/44 6/47",
  SandyBridge: "6/42 6/45",
  "SandyBridge-IBRS": "6/42 6/45",
  IvyBridge: "6/58 6/62",
  "IvyBridge-IBRS": "6/58 6/62",
  "Haswell-noTSX": "6/60 6/63 6/69 6/70",
  "Haswell-noTSX-IBRS": "6/60 6/63 6/69 6/70",
  Haswell: "6/60 6/63 6/69 6/70",
  "Haswell-IBRS": "6/60 6/63 6/69 6/70",
  "Broadwell-noTSX": "6/61 6/71 6/79 6/86",
  "Broadwell-noTSX-IBRS": "6/61 6/71 6/79 6/86",
  Broadwell: "6/61 6/71 6/79 6/86",
  "Broadwell-IBRS": "6/61 6/71 6/79 6/86",
  "Skylake-Client": "6/78 6/94 6/142 6/158",
  "Skylake-Client-IBRS": "6/78 6/94 6/142 6/158",
  "Skylake-Client-noTSX-IBRS": "6/78 6/94 6/142 6/158 6/165 6/166",
  "Skylake-Server": "6/85:0-4",
  "Skylake-Server-IBRS": "6/85:0-4",
  "Skylake-Server-noTSX-IBRS": "6/85:0-4",
  "Cascadelake-Server": "6/85:5-7",
  "Cascadelake-Server-noTSX": "6/85:5-7",
  Cooperlake: "6/85:10-11",
  "Icelake-Client": "6/125 6/126",
  "Icelake-Client-noTSX": "6/125 6/126",
  "Icelake-Server": "6/106 6/108",
  "Icelake-Server-noTSX": "6/106 6/108",
  Snowridge: "6/134",
  athlon: "6/1 6/2 6/4 6/7 6/8 6/10",
  phenom: "16/2",
  Opteron_G1: "15/5 15/33 15/37 15/39",
  Opteron_G2: "15/65 15/67 15/72",
  Opteron_G3: "16/2 16/8 16/9",
  Opteron_G4: "21/1",
  Opteron_G5: "21/2",
  EPYC: "23/1",
  "EPYC-IBPB": "23/1",
  "EPYC-Rome": "23/49",
  "EPYC-Milan": "25/1",
  Dhyana: "24/0 24/1 24/2",
};
