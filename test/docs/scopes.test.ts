import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../../src";
import { actions } from "../../src/actions";
import { partsOf } from "../../src/actions/route";
import { byCreation, FEEDS } from "../../src/triggers/feed";

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

/** The scopes without `:read` or `:write` of what is under a path. */
function scopesOf(address: string): readonly string[] {
  const [, ...scopes] = SCOPES.find(([below]) => below.test(address)) ?? [/^$/];
  return scopes;
}

/** The scopes that a label stands beside. */
function besides(label: string): string[] {
  return [...rows].flatMap(([scope, needing]) => (needing.includes(label) ? scope : [])).sort();
}

const called = Object.values(actions).flatMap(({ label, route, effect }) => {
  if (route === undefined) {
    return [];
  }
  const kind = effect.readOnly ? "read" : "write";
  return [{ label, scopes: scopesOf(partsOf(route).path).map((one) => `${one}:${kind}`) }];
});

it.each(called)(
  "$label stands beside the scopes that it needs, and no other",
  ({ label, scopes }) => {
    expect(scopes).not.toEqual([]);
    expect(besides(label)).toEqual([...scopes].sort());
  },
);

it.each(["New and Updated Records", "Sync Records"])(
  "%s stands beside the scope of every list that it reads, and no other",
  (label) => {
    const scopes = FEEDS.map((name) => scopesOf(byCreation(name).list.path));
    expect(scopes).not.toContainEqual([]);
    const wanted = new Set(scopes.flat().map((one) => `${one}:read`));
    expect(besides(label)).toEqual([...wanted].sort());
  },
);

it("every trigger and pick list that needs a connection stands beside a scope", () => {
  const needing = [...rows.values()].flat();
  const steps = [
    ...Object.values(component.triggers ?? {}),
    ...Object.values(component.dataSources ?? {}),
  ];
  const connected = steps.filter((step) => step.inputs.some(({ key }) => key === "connection"));
  expect(connected.length).toBeGreaterThan(0);
  const labels = connected.map(({ display }) => display.label);
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

/** What flows use, and the scopes that they are said to need. */
const flows = [...table.matchAll(/^\| (\w[^|`]*) \| ([^|`]*) \| `([\w: ]*)` \|$/gm)].map(
  ([, flow = "", uses = "", scopes = ""]) => ({
    flow,
    uses: uses.split(", "),
    scopes: scopes.split(" "),
  }),
);

/** New and Updated Records needs the scopes of what it looks for alone. */
const FOR_TICKETS = "New and Updated Records";

it("there are examples of flows", () => {
  expect(flows.length).toBeGreaterThanOrEqual(5);
});

it.each(flows)("a flow that $flow is told all scopes that it needs", ({ uses, scopes }) => {
  const needed = uses.flatMap((label) => (label === FOR_TICKETS ? [] : besides(label)));
  expect(uses.filter((label) => besides(label).length === 0)).toEqual([]);
  expect(scopes).toEqual(expect.arrayContaining(needed));
  expect(scopes.filter((scope) => !rows.has(scope))).toEqual([]);
});

it("what is filled in by domain are scopes of the table, and those of a flow with tickets", () => {
  const { inputs = [] } =
    component.connections?.find(({ key }) => key === "gorgias-oauth2-domain") ?? {};
  const scopes = String(inputs.find(({ key }) => key === "scopes")?.default).split(" ");
  const basic = ["openid", "profile", "email", "offline"];
  const separate = scopes.filter((scope) => !basic.includes(scope));
  expect(scopes).toEqual([...basic, ...separate]);
  expect(separate.filter((scope) => !rows.has(scope))).toEqual([]);
  const withTickets = flows.find(({ flow }) => flow.endsWith("tickets"));
  expect(separate).toEqual(expect.arrayContaining(withTickets?.scopes ?? ["none"]));
});
