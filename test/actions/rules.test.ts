import { readFileSync } from "node:fs";
import path from "node:path";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const file = path.join(__dirname, "..", "schemas", "recorded", "list-rules.json");
const [recorded] = JSON.parse(readFileSync(file, "utf8")).response.data;

const code = 'if (eq(ticket.subject, "test")) { Action("addTags", { tags: "test" }) }';
const types = "ticket-created,ticket-message-created";

const isChanged = (body: object) =>
  gorgias()
    .put("/api/rules/77", (sent) => {
      expect(sent).toEqual(body);
      return true;
    })
    .reply(202, { id: 77 });

describe("Event Types", () => {
  it.each([
    ["a list", ["ticket-created", "ticket-message-created"]],
    ["the text of Get Rule", types],
    ["that text in a row of the list", [types]],
    ["spaces, other capitals and one twice", [" Ticket-Created , ", types]],
    ["JSON", JSON.stringify(types.split(","))],
  ])("become one text out of %s", async (_, event_types) => {
    gorgias().post("/api/rules", { name: "Rule", code, event_types: types }).reply(201, { id: 77 });
    await expect(run("createRule", { name: "Rule", code, event_types })).resolves.toEqual({
      id: 77,
    });
  });

  it("can be ones that only Gorgias knows", async () => {
    isChanged({ event_types: "ticket-merged" });
    await run("updateRule", { id: 77, event_types: "ticket-merged" });
  });
});

describe("a rule as it came back", () => {
  const { name, code_ast, priority } = recorded;

  it("goes into Create Rule", async () => {
    gorgias().post("/api/rules", { name, code, code_ast, priority }).reply(201, { id: 77 });
    await run("createRule", recorded);
  });

  it("goes into Update Rule", async () => {
    gorgias().get("/api/rules/77").reply(200, recorded);
    isChanged({ name, code, code_ast, priority });
    await run("updateRule", { ...recorded, id: 77 });
  });

  it("loses its old program beside a new code, so that Gorgias makes the new one", async () => {
    gorgias().get("/api/rules/77").reply(200, recorded);
    isChanged({ name, code: "// nothing", priority });
    await run("updateRule", { ...recorded, id: 77, code: "// nothing" });
  });

  it("gets a program of one's own beside a new code", async () => {
    gorgias().get("/api/rules/77").reply(200, recorded);
    const other = { type: "Program", body: [{ type: "EmptyStatement" }] };
    isChanged({ code: ";", code_ast: other });
    await run("updateRule", { id: 77, code: ";", code_ast: JSON.stringify(other) });
  });
});

it("Update Rule sends what was filled in, without reading the rule", async () => {
  isChanged({ code: ";", priority: -1 });
  await run("updateRule", { id: 77, code: ";", priority: "-1" });
  isChanged({ deactivated_datetime: null });
  await run("updateRule", { id: 77, additionalFields: '{ "deactivated_datetime": null }' });
});

it("Delete Rule answers what it deleted", async () => {
  gorgias().delete("/api/rules/77").reply(204);
  await expect(run("deleteRule", { id: 77 })).resolves.toEqual({ id: 77, deleted: true });
});

describe("Update Rules Priorities", () => {
  const priorities = [
    { id: 77, priority: 20 },
    { id: 78, priority: 0 },
  ];
  const isSet = (answer?: object) =>
    gorgias().post("/api/rules/priorities", { priorities }).reply(200, answer);

  it.each([
    ["JSON", { priorities: JSON.stringify(priorities) }],
    ["an object by the rules' IDs", { priorities: { 77: "20", 78: 0 } }],
    [
      "what List Rules returned",
      {
        priorities: { data: priorities.map((one) => ({ ...recorded, ...one })), meta: {} },
      },
    ],
    [
      "rows of a form",
      {
        rulePriorities: [
          { key: "77", value: "20" },
          { key: "78", value: "0" },
        ],
      },
    ],
  ])("sends IDs and priorities out of %s", async (_, given) => {
    isSet([recorded]);
    await expect(run("updateRulesPriorities", given)).resolves.toEqual({ data: [recorded] });
  });

  it.each([
    [{ data: [recorded] }, [recorded]],
    [undefined, []],
  ])("answers a list, whether Gorgias answers %j", async (answer, data) => {
    isSet(answer);
    await expect(run("updateRulesPriorities", { priorities })).resolves.toEqual({ data });
  });

  it.each([
    [{}, "Priorities: is needed: fill it in, or Rule Priorities instead."],
    [
      { priorities, rulePriorities: { 79: 1 } },
      "Priorities: cannot be combined with Rule Priorities.",
    ],
    [{ priorities: [...priorities, priorities[0]] }, "Priorities: names the rule 77 twice."],
    [{ priorities: [{ id: 77 }] }, "Priorities[0].priority: expected a number, got nothing."],
    [{ rulePriorities: { 77: "high" } }, 'Rule Priorities: expected a whole number, got "high".'],
  ])("refuses %j", async (given, message) => {
    const error = await failure("updateRulesPriorities", given);
    expect(error.message).toBe(message);
  });
});

it("the order of keys doesn't tell an old code_ast from that of the rule", async () => {
  gorgias()
    .get("/api/rules/7")
    .reply(200, { id: 7, code: "a", code_ast: { type: "Program", body: [] } });
  gorgias().put("/api/rules/7", { code: "b" }).reply(202, { id: 7 });
  await run("updateRule", { id: 7, code: "b", code_ast: { body: [], type: "Program" } });
});

it("rules without a priority are left out of what List Rules answered", async () => {
  gorgias()
    .post("/api/rules/priorities", { priorities: [{ id: 77, priority: 2 }] })
    .reply(200, []);
  await run("updateRulesPriorities", {
    priorities: page([
      { id: 77, priority: 2 },
      { id: 78, priority: null },
    ]),
  });
});

it("a row with a rule and no priority is refused", async () => {
  const rulePriorities = [
    { key: "77", value: "2" },
    { key: "78", value: "" },
  ];
  const { message } = await failure("updateRulesPriorities", { rulePriorities });
  expect(message).toBe("Rule Priorities: has no priority for the rule 78.");
});
