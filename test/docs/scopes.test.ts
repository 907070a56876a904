import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../../src";
import { actions } from "../../src/actions";
import { partsOf } from "../../src/actions/route";

/** The scopes of what lies below a path (docs/gorgias-api.md, "Address and authentication"). */
const SCOPES: readonly (readonly [path: RegExp, ...scopes: string[]])[] = [
  [/^\/account/, "account"],
  [/^\/customers\/.*custom-fields/, "customers", "custom_fields"],
  [/^\/customers/, "customers"],
  [/^\/tickets\/.*custom-fields/, "tickets", "custom_fields"],
  [/^\/(tickets|messages|views)/, "tickets"],
  [/^\/(upload|\{file_type\}\/download)/, "tickets"],
  [/^\/custom-fields/, "custom_fields"],
  [/^\/events/, "events"],
  [/^\/tags/, "tags"],
  [/^\/macros/, "macros"],
  [/^\/rules/, "rules"],
  [/^\/teams/, "users"],
  [/^\/users/, "users"],
  // No scope is named for calls, which hang on tickets.
  [/^\/phone/, "tickets"],
  [/^\/(integrations|widgets)/, "integrations"],
  [/^\/jobs/, "jobs"],
  [/^\/satisfaction-surveys/, "satisfaction_survey"],
  [/^\/(reporting\/)?stats/, "statistics"],
  // What is found is a customer, an agent, a team, an integration or a tag.
  [/^\/search/, "customers", "users", "integrations", "tags"],
];

const page = readFileSync(path.join(__dirname, "../../docs/connecting.md"), "utf8");
const [, section = ""] = page.split("\n### Which scopes a flow needs\n");
const [table = ""] = section.split("\n## ");

/** The cells of the table by scope: what needs it. */
const rows = new Map(
  [...table.matchAll(/^\| `(\w+:\w+)` *\| (.*?) *\|$/gm)].map(([, scope = "", cell = ""]) => [
    scope,
    cell.split(", "),
  ]),
);

const called = Object.values(actions).flatMap(({ label, route, effect }) => {
  if (route === undefined) {
    return [];
  }
  const [, ...scopes] = SCOPES.find(([below]) => below.test(partsOf(route).path)) ?? [/^$/];
  return [{ label, scopes: scopes.map((one) => `${one}:${effect.readOnly ? "read" : "write"}`) }];
});

it.each(called)(
  "$label stands beside the scopes that it needs, and no other",
  ({ label, scopes }) => {
    expect(scopes).not.toEqual([]);
    const named = [...rows].filter(([, needing]) => needing.includes(label));
    expect(named.map(([scope]) => scope).sort()).toEqual([...scopes].sort());
  },
);

it("every trigger and pick list stands beside a scope", () => {
  const needing = [...rows.values()].flat();
  const labels = [component.triggers, component.dataSources].flatMap((all) =>
    Object.values(all ?? {}).map(({ display }) => display.label),
  );
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.filter((label) => !needing.includes(label))).toEqual([]);
});

it("nothing stands in the table that does not exist", () => {
  const known = [component.actions, component.triggers, component.dataSources].flatMap((all) =>
    Object.values(all ?? {}).map(({ display }) => display.label),
  );
  expect([...rows.values()].flat().filter((label) => !known.includes(label))).toEqual([]);
});

it("the connection's form names a separate scope and says that the old one is old", () => {
  const { inputs = [] } = component.connections?.find(({ key }) => key === "gorgias-oauth2") ?? {};
  const comments = inputs.find(({ key }) => key === "scopes")?.comments;
  expect(comments).toMatch(/write:all is .*old scope/);
  expect(comments).toMatch(/tickets:write/);
});
