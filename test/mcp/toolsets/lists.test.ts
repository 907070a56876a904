import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { actionGroups } from "../../../src/actions";
import { ITEMS_UNLESS_ASKED } from "../../../src/mcp/results";
import { listOf } from "../../../src/mcp/tools/listing";
import { operations } from "../../../src/mcp/tools/operations";
import { isTool } from "../../../src/mcp/tools/tool";
import { readOnly, type Toolset, together } from "../../../src/mcp/tools/toolset";
import { LONGEST_NAME, toolsetNames, toolsets, toolsetsFor } from "../../../src/mcp/toolsets";

/** What only /gorgias and /gorgias-compact have, by the reason why. */
const ONLY_IN_ALL = {
  "calls and surveys are no part of a day's work on tickets": [
    ...keysOf("Voice calls"),
    ...keysOf("Satisfaction surveys"),
  ],
  "files and whole lists are not for a model to read": keysOf("Export"),
  "it reaches everything": keysOf("Raw request"),
  "replies and notes say it in fewer words": ["createTicketMessage", "updateTicketMessage"],
  "another tool does the same": ["updateTicketCustomField", "findOrCreateCustomer"],
  "it helps with reports alone": ["describeReports"],
};

function keysOf(title: string): readonly string[] {
  return Object.keys(actionGroups.find((group) => group.title === title)?.actions ?? {});
}

function toolsetNamed(name: string): Toolset {
  const found = toolsets.find((one) => one.name === name);
  if (!found) {
    throw new Error(`There is no toolset ${name}.`);
  }
  return found;
}

const keysIn = (name: string) => toolsetNamed(name).plan.entries.map(({ key }) => key);

function tokensOf(name: string): number {
  return encode(JSON.stringify({ tools: listOf(toolsetNamed(name).tools) })).length;
}

it("every list tells how many items come where nobody says", () => {
  const limits = toolsets.flatMap(({ tools }) =>
    tools.flatMap(({ action, parameters }) =>
      "pages" in action ? parameters.filter(({ name }) => name === "limit") : [],
    ),
  );
  expect(limits.length).toBeGreaterThan(30);
  expect([...new Set(limits.map(({ comments }) => comments))]).toEqual([
    `How many items, ${ITEMS_UNLESS_ASKED} by default.`,
  ]);
});

it("every action is in /gorgias", () => {
  expect(keysIn("all")).toEqual(Object.keys(operations));
});

it("every action is in a smaller toolset as well, or there is a reason why not", () => {
  const smaller = ["customers", "tickets", "admin"].flatMap(keysIn);
  const missing = Object.keys(operations).filter((key) => !smaller.includes(key));
  expect(missing.sort()).toEqual(Object.values(ONLY_IN_ALL).flat().sort());
});

it.each([
  ["customers", 7_500],
  ["tickets", 9_000],
  ["compact", 900],
])("the list of %s takes at most %i tokens", (name, most) => {
  expect(tokensOf(name)).toBeLessThanOrEqual(most);
});

it.each(toolsetNames)(
  "in %s and its read-only half names are short and none is there twice",
  (name) => {
    for (const toolset of [toolsetNamed(name), readOnly(toolsetNamed(name))]) {
      const names = toolset.tools.map((tool) => tool.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((one) => one.length > LONGEST_NAME)).toEqual([]);
      expect(toolset.tools).toBe(toolset.tools);
      expect(listOf(toolset.tools)).toBe(listOf(toolset.tools));
    }
  },
);

it.each(toolsetNames)(
  "%s tells of what cannot be brought back, and its read-only half doesn't",
  (name) => {
    expect(toolsetNamed(name).instructions).toMatch(
      / What is deleted or merged cannot be brought back\.$/,
    );
    expect(readOnly(toolsetNamed(name)).instructions).not.toContain("brought back");
  },
);

it("several toolsets as one say each thing once", () => {
  const { instructions } = together(toolsets);
  const sentences = instructions.split(/(?<=\.) /);
  expect(instructions.match(/Find people/g)).toHaveLength(1);
  expect(sentences).toEqual([...new Set(sentences)]);
});

it("an update lists null where it clears, a new ticket doesn't, and tags are a list of names", () => {
  const typeOf = (tool: string, argument: string) => {
    const { inputSchema } =
      listOf(toolsetNamed("all").tools).find(({ name }) => name === tool) ?? {};
    return inputSchema?.properties?.[argument];
  };
  const tags = { type: "array", items: { type: "string" } };
  expect(typeOf("gorgias_update_ticket", "assignee_user")).toMatchObject({
    type: ["integer", "null"],
  });
  expect(typeOf("gorgias_assign_ticket", "assignee_team")).toMatchObject({
    type: ["integer", "null"],
  });
  expect(typeOf("gorgias_update_tickets", "snooze_datetime")).toMatchObject({
    type: ["string", "null"],
  });
  expect(typeOf("gorgias_create_ticket", "assignee_user")).toMatchObject({ type: "integer" });
  expect(typeOf("gorgias_create_ticket", "tags")).toMatchObject(tags);
  expect(typeOf("gorgias_update_ticket", "tags")).toMatchObject(tags);
  expect(typeOf("gorgias_raw_request", "queryParams")).toMatchObject({ type: "object" });
});

it("a snooze that counts from now is another one each time", () => {
  const { annotations } =
    listOf(toolsetNamed("all").tools).find(({ name }) => name === "gorgias_snooze_ticket") ?? {};
  expect(annotations).toMatchObject({ idempotentHint: false, destructiveHint: true });
});

it.each(toolsetNames)("%s/readonly has no tool that writes", (name) => {
  const { tools } = readOnly(toolsetNamed(name));
  expect(tools.length).toBeGreaterThan(0);
  expect(tools.filter(({ action }) => !action.effect.readOnly)).toEqual([]);
});

it.each(toolsetNames)(
  "the texts of %s and its read-only half name tools of the same list alone",
  (name) => {
    for (const toolset of [toolsetNamed(name), readOnly(toolsetNamed(name))]) {
      const names = toolset.tools.map((tool) => tool.name);
      const texts = [toolset.instructions, JSON.stringify(listOf(toolset.tools))].join(" ");
      expect(texts).not.toMatch(/\{[a-z]+[A-Z]\w*\}/);
      const named = texts.match(/gorgias_(?:tickets|customers|admin)_\w+/g) ?? [];
      expect(named.filter((one) => !names.includes(one))).toEqual([]);
    }
  },
);

const pairs = toolsetNames.flatMap((one) => toolsetNames.map((other) => [one, other]));

it.each(pairs)("%s and %s together offer each name and each action once", (...names) => {
  for (const prefix of [undefined, "", "acme_"]) {
    const { plan } = together(toolsetsFor({ toolsets: names, prefix }));
    const whole = plan.entries.map((one) => plan.prefix + one.name);
    const keys = plan.entries.flatMap(({ key }) => key ?? []);
    expect(new Set(whole).size).toBe(whole.length);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it("what two toolsets have is offered by the first one named", () => {
  const searches = (names: string[]) =>
    together(toolsetsFor({ toolsets: names }))
      .tools.filter((tool) => isTool(tool) && tool.action.label === "Search")
      .map(({ name }) => name);
  expect(searches(["tickets", "customers"])).toEqual(["gorgias_tickets_search"]);
  expect(searches(["customers", "tickets"])).toEqual(["gorgias_customers_search"]);
});

it("a tool's texts name the others as the prefix makes them", () => {
  const [tickets] = toolsetsFor({ toolsets: ["tickets"], prefix: "acme_" });
  expect(tickets?.instructions).toContain("acme_search");
  expect(JSON.stringify(listOf(tickets?.tools ?? []))).not.toContain("gorgias_tickets_");
});
