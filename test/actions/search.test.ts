import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const jo = { id: 1, name: "Jo Martin" };

it("sends what was filled in under Gorgias' own names", async () => {
  gorgias()
    .post("/api/search", { type: "customer_profile", query: " jo ", size: 50 })
    .reply(200, []);
  await run("search", { type: "customer_profile", query: " jo ", size: "50" });
});

it("leaves Query and Size to Gorgias when they are blank", async () => {
  gorgias()
    .post("/api/search", (sent) => {
      expect(sent).toStrictEqual({ type: "tag" });
      return true;
    })
    .reply(200, []);
  await run("search", { type: "tag" });
});

it.each([
  ["a bare array", [jo], [jo]],
  ["an object with data", { data: [jo], meta: { next_cursor: null } }, [jo]],
  ["an empty array", [], []],
  ["an empty data", { data: [] }, []],
  ["no list at all", { total: 0 }, []],
])("answers %s as one list, with the raw answer beside it untouched", async (_, raw, data) => {
  gorgias().post("/api/search").reply(200, raw);
  await expect(run("search", { type: "customer" })).resolves.toEqual({ data, raw });
});

it.each([
  ["type", "", "Type: this input is required and was left blank."],
  ["type", "ticket", expect.stringMatching(/^Type: expected one of agent, .*, got "ticket"\.$/)],
  ["size", "0", 'Size: expected a whole number from 1 to 50, got "0".'],
  ["size", 51, "Size: expected a whole number from 1 to 50, got 51."],
  ["query", ["jo"], 'Query: expected text, got ["jo"].'],
])("refuses %s %j before any request", async (key, value, message) => {
  await expect(failure("search", { type: "customer", [key]: value })).resolves.toMatchObject({
    name: "InputError",
    message,
  });
});

it("what Gorgias refuses is told in its own words", async () => {
  gorgias()
    .post("/api/search")
    .reply(400, { error: { msg: "Bad.", data: { size: ["Too many."] } } });
  await expect(failure("search", { type: "customer" })).resolves.toMatchObject({
    message: "POST /api/search: Gorgias answered 400: Bad. — size: Too many.",
  });
});
