import { actions } from "../../../src/actions";
import { isList } from "../../../src/actions/list";
import { InputError } from "../../../src/fields/inputError";
import { failedWith, itemsUnlessAsked, LONGEST_ERROR, resultOf } from "../../../src/mcp/results";
import { textOf } from "../clients";

const call = { tool: "search", takes: ["query"], uri: "gorgias://x", readOnly: true };
const answered = (data: unknown) => resultOf({ data }, call).structuredContent;

const found = [{ id: 1, name: "Jo" }];

it.each([
  ["a bare list", found],
  ["an object with a list", { data: found, object: "list", uri: "", meta: {} }],
])("what a search found is answered once, where Gorgias answers %s", (_, raw) => {
  expect(answered({ data: found, raw })).toEqual({ data: found });
});

it("Gorgias' own answer stays where it is the only one, and where it says something else", () => {
  const unread = { data: [], raw: { hits: found } };
  expect(answered(unread)).toEqual(unread);
  const other = { data: found, raw: { data: [{ id: 2 }] } };
  expect(answered(other)).toEqual(other);
});

it("an error is an error in words", () => {
  expect(failedWith("id: this input is required.")).toEqual({
    isError: true,
    content: [{ type: "text", text: "id: this input is required." }],
  });
});

it("a long error is cut between words, and says by how much", () => {
  const text = textOf(failedWith("colour: unknown. ".repeat(10_000)));
  expect(text.length).toBeLessThan(LONGEST_ERROR + 60);
  expect(text).toMatch(/(colour|unknown\.|:) ?… \[166,\d{3} more characters are left out\]$/);
});

it("of very many refusals fifty are told, and how many more there are", () => {
  const refusals = Array.from({ length: 10_000 }, (_, index) => ({
    input: `x${index}`,
    problem: "there is no such argument.",
  }));
  const lines = new InputError(refusals).message.split("\n");
  expect(lines).toHaveLength(51);
  expect(lines.at(-1)).toBe("And 9950 more like these.");
  expect(new InputError(refusals.slice(0, 50)).message).not.toContain("more like these");
});

describe("a list that is asked for without a limit", () => {
  const lists = Object.entries(actions).filter(([, action]) => isList(action));

  it.each(lists)("%s answers 20 items", (_, action) => {
    expect(itemsUnlessAsked(action, {})).toBe(20);
  });

  it("keeps a filter beside which Gorgias takes none", () => {
    const action = actions.listCustomers;
    expect(action && itemsUnlessAsked(action, { language: "fr" })).toBeUndefined();
    expect(action && itemsUnlessAsked(action, { email: "a@b.c", language: undefined })).toBe(20);
  });

  it("is a list: other tools get no limit", () => {
    const action = actions.getCustomer;
    expect(action && itemsUnlessAsked(action, {})).toBeUndefined();
  });
});
