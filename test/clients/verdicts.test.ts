import { type Check, type Played, staleIn, verdictsOf } from "./verdicts";

const check = (id: string, status: Check["status"]): Check => ({ id, status });
const played = (scenario: string, ...checks: Check[]): Played => ({
  revision: "2026-07-28",
  scenario,
  checks,
});
const leftOut = (...parts: string[]) => [{ why: "does not apply", parts }];

const faultsOf = (one: Played, parts: string[] = []) =>
  verdictsOf([one], leftOut(...parts)).flatMap(({ faults }) => faults.map(({ id }) => id));

it.each(["FAILURE", "WARNING"] as const)("a check that comes to %s is a fault", (status) => {
  const one = played("ping", check("ping", "SUCCESS"), check("soon", status));
  expect(faultsOf(one)).toEqual(["soon"]);
});

it("a single check that does not apply is none, and the others still count", () => {
  const one = played("caching", check("prompts", "FAILURE"), check("tools", "FAILURE"));
  expect(faultsOf(one, ["caching:prompts"])).toEqual(["tools"]);
});

it("a scenario that does not apply must send what is valid all the same", () => {
  const one = played("prompts", check("list", "FAILURE"), check("wire-schema-valid", "FAILURE"));
  expect(faultsOf(one, ["prompts"])).toEqual(["wire-schema-valid"]);
});

it.each([
  ["was skipped", [check("ping", "SKIPPED"), check("wire-schema-valid", "SUCCESS")]],
  ["left nothing behind", []],
])("a scenario that %s has not passed", (_name, checks) => {
  expect(faultsOf(played("ping", ...checks))).toEqual(["ping"]);
  expect(faultsOf(played("ping", ...checks), ["ping"])).toEqual([]);
});

it("what is listed and passes, or is not there, is stale", () => {
  const all = [
    played("ping", check("ping", "SUCCESS")),
    played("prompts", check("list", "FAILURE")),
    played("tasks", check("tasks", "SKIPPED")),
    played("caching", check("tools", "SUCCESS"), check("prompts", "FAILURE")),
  ];
  const parts = ["ping", "prompts", "tasks", "caching:tools", "caching:prompts", "gone"];
  expect(staleIn(all, leftOut(...parts))).toEqual(["ping", "caching:tools", "gone"]);
});
