/**
 * What model names mean to clients of the reference implementation, measured through its public CPU calls, in its
 * order. Written by scripts/generate_cpu_models.ts; the decision on x86 model deviations says why it is needed.
 *
 * A row is the model's name, its vendor (`-` for none), where it may be chosen for a given set of features (`host`:
 * only for host CPUs; `guest`: for both; `never`), and how its features differ from QEMU's report: `+x`, `-x`, or
 * `=other` for a model that QEMU does not have. `~x` was once part of the model, so guest CPUs spell it out as disabled.
 *
 * @module
 */

// deno-fmt-ignore
/** One model a row. */
export const ROWS: readonly string[] = [
  "486 - guest +vme",
  "pentium - guest +vme -apic",
  "pentium2 - guest +vme -apic",
  "pentium3 - guest +vme -apic",
  "pentiumpro - guest =qemu32 -pni",
  "coreduo Intel guest +vme -acpi -ss",
  "n270 Intel guest +vme -acpi -ss -movbe -lahf_lm",
  "core2duo Intel guest +vme -acpi -ss -cx16 -lahf_lm",
  "qemu32 - guest",
  "kvm32 - guest",
  "cpu64-rhel5 - never =Opteron_G1",
  "cpu64-rhel6 - never =Opteron_G2 -svm",
  "qemu64 - guest -lahf_lm",
  "kvm64 - guest",
  "Conroe Intel guest",
  "Penryn Intel guest",
  "Nehalem Intel guest",
  "Nehalem-IBRS Intel guest",
  "Westmere Intel guest -pclmuldq -arat",
  "Westmere-IBRS Intel guest -pclmuldq -arat",
  "SandyBridge Intel guest -arat -xsaveopt",
  "SandyBridge-IBRS Intel guest -arat -xsaveopt",
  "IvyBridge Intel guest +vme -arat -xsaveopt",
  "IvyBridge-IBRS Intel guest +vme -arat -xsaveopt",
  "Haswell-noTSX Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell-noTSX-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-noTSX Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-noTSX-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Skylake-Client Intel guest +vme +mpx",
  "Skylake-Client-IBRS Intel guest +vme +mpx",
  "Skylake-Client-noTSX-IBRS Intel host +vme +mpx ~hle ~rtm",
  "Skylake-Server Intel guest +vme +mpx -clflushopt -pku",
  "Skylake-Server-IBRS Intel guest +vme +mpx -pku",
  "Skylake-Server-noTSX-IBRS Intel host +vme +mpx -pku ~hle ~rtm",
  "Cascadelake-Server Intel guest +vme +mpx -pku",
  "Cascadelake-Server-noTSX Intel host +vme +mpx -pku -arch-capabilities -rdctl-no -ibrs-all -skip-l1dfl-vmentry -mds-no ~hle ~rtm",
  "Icelake-Client Intel guest =Icelake-Server +vme +mpx -avx512f -avx512dq -clflushopt -clwb -avx512cd -avx512bw -avx512vl -la57 -pdpe1gb ~intel-pt",
  "Icelake-Client-noTSX Intel host =Icelake-Client -hle -rtm ~hle ~rtm ~intel-pt",
  "Icelake-Server Intel guest +vme +mpx ~intel-pt",
  "Icelake-Server-noTSX Intel host +vme +mpx ~hle ~rtm ~intel-pt",
  "Cooperlake Intel guest +vme",
  "Snowridge Intel guest +vme -monitor -mpx",
  "athlon AMD guest +vme -mca",
  "phenom AMD guest -cx16 -popcnt -pdpe1gb -rdtscp -lahf_lm -abm -sse4a -npt",
  "Opteron_G1 AMD guest",
  "Opteron_G2 AMD guest +rdtscp",
  "Opteron_G3 AMD guest -monitor ~monitor",
  "Opteron_G4 AMD guest -npt -nrip-save",
  "Opteron_G5 AMD guest -npt -nrip-save",
  "EPYC AMD guest +vme -monitor -topoext -npt -nrip-save ~monitor",
  "EPYC-IBPB AMD guest +vme -monitor -topoext -npt -nrip-save ~monitor",
  "EPYC-Rome AMD guest +vme -monitor -xsaves -topoext",
  "EPYC-Milan AMD guest +vme -monitor -topoext",
  "Dhyana Hygon guest +vme -monitor -topoext -npt -nrip-save ~monitor",
];
