import assert from "node:assert/strict";
import { Lobby } from "./lobby.ts";

Deno.test("a lobby lets in so many, and again as many as have left", () => {
  const lobby = new Lobby({ clients: 2, anonymous: 2 });
  const first = lobby.enter();
  assert.ok(first !== undefined && lobby.enter() !== undefined);
  assert.equal(lobby.enter(), undefined);
  first.leave();
  first.leave();
  assert.equal(lobby.size, 1);
  assert.ok(lobby.enter() !== undefined);
});

Deno.test("those who have not proved who they are have less room, until they have", () => {
  const lobby = new Lobby({ clients: 10, anonymous: 1 });
  const first = lobby.enter();
  assert.equal(lobby.enter(), undefined);
  first?.known();
  first?.known();
  const second = lobby.enter();
  assert.ok(second !== undefined);
  second.leave();
  assert.ok(lobby.enter() !== undefined);
  assert.equal(lobby.enter(), undefined);
});
