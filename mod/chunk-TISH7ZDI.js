// src/host/stable_cpuid.ts
function stableCpuid(leaves) {
  const isAmd = leaves.some(isAmdVendor);
  return leaves.map((leaf) => withoutCore(leaf, isAmd)).filter(hasBits).sort(compareLeaves);
}
function isAmdVendor(leaf) {
  return leaf.eaxIn === 0 && leaf.ebx === 1752462657 && leaf.edx === 1769238117 && leaf.ecx === 1145913699;
}
function withoutCore(leaf, isAmd) {
  if (leaf.eaxIn === 1 && leaf.ecxIn === 0) return {
    ...leaf,
    ebx: leaf.ebx & 16777215
  };
  if (leaf.eaxIn === 11) return {
    ...leaf,
    edx: (leaf.edx & 4294967040) >>> 0
  };
  if (isAmd && leaf.eaxIn === 2147483678) return {
    ...leaf,
    eax: 0,
    ebx: 0,
    ecx: 0,
    edx: 0
  };
  return leaf;
}
function hasBits(leaf) {
  return leaf.eax !== 0 || leaf.ebx !== 0 || leaf.ecx !== 0 || leaf.edx !== 0;
}
function compareLeaves(one, other) {
  return one.eaxIn - other.eaxIn || one.ecxIn - other.ecxIn;
}

export {
  stableCpuid
};
