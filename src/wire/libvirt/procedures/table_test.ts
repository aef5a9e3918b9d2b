import assert from "node:assert/strict";
import { PROGRAMS } from "../programs.ts";
import { functionName } from "./function_name.ts";
import {
  eventProcedures,
  findEventProcedure,
  findProcedure,
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureReply,
  procedures,
} from "./table.ts";

Deno.test("each program has as many procedures as libvirt 11.3, and each number once", () => {
  const numbers = new Map<string, number[]>();
  for (const { program, number } of [...Object.values(procedures), ...Object.values(eventProcedures)]) {
    numbers.set(program, [...numbers.get(program) ?? [], number]);
  }
  const counts = { remote: 453, qemu: 7, lxc: 1, admin: 19, keepalive: 2 };
  assert.deepEqual(Object.fromEntries([...numbers].map(([program, all]) => [program, all.length])), counts);
  for (const [program, all] of numbers) {
    assert.deepEqual(all.sort((a, b) => a - b), Array.from(all, (_, index) => index + 1), program);
  }
});

Deno.test("a procedure is found by its number, and nothing by a number that nobody has", () => {
  assert.equal(findProcedure(PROGRAMS.remote, 23)?.name, "DOMAIN_LOOKUP_BY_NAME");
  assert.equal(findProcedure(PROGRAMS.qemu, 1)?.name, "QEMU_DOMAIN_MONITOR_COMMAND");
  assert.equal(findEventProcedure(PROGRAMS.remote, 318)?.name, "DOMAIN_EVENT_CALLBACK_LIFECYCLE");
  for (const [program, number] of [[PROGRAMS.remote, 454], [PROGRAMS.remote, -1], [0, 1], [PROGRAMS.remote, 318]]) {
    assert.equal(findProcedure(program!, number!), undefined);
  }
});

Deno.test("the fields of a procedure are known to the compiler", () => {
  const args: ProcedureArguments<"DOMAIN_LOOKUP_BY_NAME"> = { name: "a" };
  const reply: ProcedureReply<"DOMAIN_GET_STATE"> = { state: 1, reason: 2 };
  const nothing: ProcedureReply<"DOMAIN_DESTROY"> = undefined;
  // @ts-expect-error: a name is a text
  const wrong: ProcedureArguments<"DOMAIN_LOOKUP_BY_NAME"> = { name: 1 };
  // @ts-expect-error: a reply has all its fields
  const incomplete: ProcedureReply<"DOMAIN_GET_STATE"> = { state: 1 };
  assert.deepEqual([args, reply, nothing, wrong, incomplete].length, 5);
});

const FUNCTIONS: readonly (readonly [ProcedureName, string | undefined])[] = [
  ["DOMAIN_LOOKUP_BY_ID", "virDomainLookupByID"],
  ["DOMAIN_GET_XML_DESC", "virDomainGetXMLDesc"],
  ["CONNECT_NUM_OF_NWFILTERS", "virConnectNumOfNWFilters"],
  ["DOMAIN_PM_SUSPEND_FOR_DURATION", "virDomainPMSuspendForDuration"],
  ["DOMAIN_SET_BLOCK_IO_TUNE", "virDomainSetBlockIoTune"],
  ["CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", "virConnectDomainEventRegisterAny"],
  ["QEMU_CONNECT_DOMAIN_MONITOR_EVENT_REGISTER", "virConnectDomainQemuMonitorEventRegister"],
  ["LXC_DOMAIN_OPEN_NAMESPACE", "virDomainLxcOpenNamespace"],
  ["ADMIN_SERVER_GET_THREADPOOL_PARAMETERS", "virAdmServerGetThreadPoolParameters"],
  ["AUTH_LIST", undefined],
];

for (const [procedure, name] of FUNCTIONS) {
  Deno.test(`${procedure} is ${name ?? "no function"} in C`, () => {
    assert.equal(functionName(procedure), name);
  });
}
