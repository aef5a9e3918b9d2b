/**
 * Memory, processors, I/O threads and limits of guests, changed on the running and on the stored definition.
 *
 * @module
 */

import assert from "node:assert/strict";
import { opened, refused } from "./opened.ts";

Deno.test("memory is changed up to the maximum, and the maximum where the guest is off", async () => {
  const { parts: { domains, domainDevices }, test } = await opened();
  await domainDevices.setMemory(test, 1048576, { live: true }, {});
  assert.equal((await domains.getInfo(test, {})).memory, 1048576);
  assert.match(await domains.getXml(test, { inactive: true }, {}), />2097152<\/currentMemory>/);
  await refused(
    domainDevices.setMemory(test, 8388609, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: cannot set memory higher than max memory",
  );
  await refused(
    domainDevices.setMemory(test, 1024, { maximum: true }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: cannot resize the maximum memory on an active domain",
  );
  await domains.destroy(test, {}, {});
  await domainDevices.setMemory(test, 1024, { maximum: true }, {});
  assert.deepEqual([await domainDevices.getMaxMemory(test, {}), (await domains.getInfo(test, {})).memory], [
    1024,
    1024,
  ]);
});

Deno.test("processors are counted, plugged one by one and pinned", async () => {
  const { parts: { domains, domainDevices }, test } = await opened();
  await domainDevices.setVcpuCount(test, 4, { config: true, maximum: true }, {});
  assert.equal(await domainDevices.getVcpuCount(test, { config: true, maximum: true }, {}), 4);
  assert.equal(await domainDevices.getVcpuCount(test, { config: true }, {}), 2);
  await refused(
    domainDevices.setVcpuCount(test, 4, { live: true }, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: requested cpu amount exceeds maximum (4 > 2)",
  );
  await domainDevices.setVcpus(test, { vcpus: "3", enabled: true }, { config: true }, {});
  assert.match(await domains.getXml(test, { inactive: true }, {}), /current='3'>4<\/vcpu>/);
  await domainDevices.setVcpuCount(test, 1, {}, {});
  const vcpus = await domainDevices.getVcpus(test, {});
  assert.deepEqual(vcpus.map(({ number, state, cpu }) => [number, state, cpu]), [[0, "running", 15]]);
  await domainDevices.pinVcpu(test, { vcpu: 0, cpus: [1, 3] }, {}, {});
  assert.deepEqual((await domainDevices.getVcpuPins(test, {}, {}))[0], [1, 3]);
  await domainDevices.pinEmulator(test, [2], { config: true }, {});
  assert.deepEqual(await domainDevices.getEmulatorPin(test, { config: true }, {}), [2]);
  assert.equal((await domainDevices.getEmulatorPin(test, {}, {})).length, 16);
});

Deno.test("I/O threads are added, pinned, tuned and taken away", async () => {
  const { parts: { domains, domainDevices, domainStats }, test } = await opened();
  await domainDevices.addIoThread(test, 4, {}, {});
  await domainDevices.pinIoThread(test, { id: 4, cpus: [1] }, {}, {});
  assert.deepEqual(await domainDevices.getIoThreads(test, {}, {}), [{ id: 4, cpus: [1] }]);
  assert.match(await domains.getXml(test, {}, {}), /<iothreads>1<\/iothreads>\s*<iothreadids>\s*<iothread id='4'\/>/);
  await domainDevices.setIoThreadParameters(test, { id: 4, parameters: { poll_grow: 3 }, flags: { live: true } }, {});
  const [stats] = await domainStats.getAllStats({ domains: [], groups: { iothread: true }, flags: {} }, {});
  assert.deepEqual([stats?.stats["iothread.4.poll-grow"], stats?.stats["iothread.4.poll-max-ns"]], [3, 32768]);
  await refused(
    domainDevices.addIoThread(test, 4, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: an IOThread is already using iothread_id '4'",
  );
  await domainDevices.deleteIoThread(test, 4, {}, {});
  assert.deepEqual(await domainDevices.getIoThreads(test, {}, {}), []);
});

Deno.test("memory limits are told, kept in the document, and must fit each other", async () => {
  const { parts: { domains, domainTuning }, test } = await opened();
  const unlimited = 9007199254740991;
  assert.deepEqual(await domainTuning.getMemoryParameters(test, {}, {}), {
    hard_limit: unlimited,
    soft_limit: unlimited,
    swap_hard_limit: unlimited,
  });
  await domainTuning.setMemoryParameters(test, { hard_limit: 100, soft_limit: 50 }, {}, {});
  assert.match(await domains.getXml(test, {}, {}), /<hard_limit unit='KiB'>100<\/hard_limit>/);
  await refused(
    domainTuning.setMemoryParameters(test, { swap_hard_limit: 50 }, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: memory hard_limit tunable value must be lower than or equal to swap_hard_limit",
  );
  await refused(
    domainTuning.setMemoryParameters(test, { x: 50 }, {}, {}),
    "VIR_ERR_ARGUMENT_UNSUPPORTED: argument unsupported: parameter 'x' not supported",
  );
});

Deno.test("shares of disks are kept for each device", async () => {
  const { parts: { domainTuning }, test } = await opened();
  await domainTuning.setBlkioParameters(test, { weight: 500, device_weight: "/dev/sda,300,/dev/sdb,0" }, {}, {});
  const record = await domainTuning.getBlkioParameters(test, {}, {});
  assert.deepEqual([record.weight, record.device_weight, record.device_read_iops_sec], [500, "/dev/sda,300", ""]);
  await refused(
    domainTuning.setBlkioParameters(test, { device_weight: "/dev/sda" }, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: unable to parse blkio device 'device_weight' '/dev/sda'",
  );
});

Deno.test("the nodes that memory comes from are set, but not the mode of a guest that runs", async () => {
  const { parts: { domainTuning }, test } = await opened();
  await domainTuning.setNumaParameters(test, { numa_nodeset: "0-1", numa_mode: 0 }, {}, {});
  assert.deepEqual(await domainTuning.getNumaParameters(test, {}, {}), { numa_mode: 0, numa_nodeset: "0-1" });
  await refused(
    domainTuning.setNumaParameters(test, { numa_mode: 2 }, {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: can't change numatune mode for running domain",
  );
});

Deno.test("limits of a disk are kept in the document, where they do not contradict each other", async () => {
  const { parts: { domains, domainTuning }, test } = await opened();
  await domainTuning.setBlockIoTune(
    test,
    {
      device: "vda",
      parameters: { total_bytes_sec: 10, total_bytes_sec_max: 20, group_name: "g" },
    },
    {},
    {},
  );
  assert.match(await domains.getXml(test, {}, {}), /<iotune>\s*<total_bytes_sec>10<\/total_bytes_sec>/);
  const record = await domainTuning.getBlockIoTune(test, "vda", {}, {});
  assert.deepEqual([Object.keys(record).length, record.group_name, record.total_iops_sec], [20, "g", 0]);
  await refused(
    domainTuning.setBlockIoTune(test, { device: "vda", parameters: { read_bytes_sec: 1 } }, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: total and read/write of bytes_sec cannot be set at the same time",
  );
});

Deno.test("counted events and shares of processors are told as they were set", async () => {
  const { parts: { domainTuning }, test } = await opened();
  await domainTuning.setPerfEvents(test, { cmt: true, cpu_cycles: false }, {}, {});
  const events = await domainTuning.getPerfEvents(test, {}, {});
  assert.deepEqual([events.cmt, events.cpu_cycles, Object.keys(events).length], [true, false, 22]);
  assert.deepEqual(await domainTuning.getSchedulerType(test, {}), { type: "fair", parameterCount: 1 });
  assert.deepEqual(await domainTuning.getSchedulerParameters(test, {}, {}), { weight: 50 });
  await domainTuning.setSchedulerParameters(test, { weight: 60 }, {}, {});
  assert.deepEqual(await domainTuning.getSchedulerParameters(test, {}, {}), { weight: 60 });
});

Deno.test("a definition that is not there cannot be changed, and not both at once", async () => {
  const { parts: { domains, domainTuning }, test } = await opened();
  await refused(
    domainTuning.getPerfEvents(test, { live: true, config: true }, {}),
    "VIR_ERR_INVALID_ARG: Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive",
  );
  await domains.undefine(test, {}, {});
  await refused(
    domainTuning.getPerfEvents(test, { config: true }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: transient domains do not have any persistent config",
  );
});
