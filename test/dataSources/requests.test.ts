import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { CHANNELS } from "../../src/schemas/message";
import { connection, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const harness = createHarness(component);

async function pick(key: string, inputs: Record<string, unknown> = {}) {
  const { logger } = newLog();
  const { result } = await harness.dataSource(key, inputs, { logger });
  return result as { key: string; label: string }[];
}

/** Answers pages of a list that never ends, as often as it is told. */
function endless(path: string, filters: Record<string, string>, times: number): void {
  let count = 0;
  const isSecond = filters.archived === "true" || filters.object_type === "Customer";
  const owner = isSecond ? "b" : "a";
  gorgias()
    .get(path)
    .query((asked) => Object.entries(filters).every(([name, value]) => asked[name] === value))
    .times(times)
    .reply(200, () => {
      count += 1;
      const name = `${owner}${count}`;
      return page([{ id: count + (isSecond ? 10 : 0), name, label: name }], `cursor-${count}`);
    });
}

const last = async (key: string, inputs: object = {}) =>
  (await pick(key, { connection, ...inputs })).at(-1)?.label;

describe("no pick list reads more than five pages", () => {
  it("for one list", async () => {
    endless("/api/tags", {}, 5);
    await expect(last("selectTag")).resolves.toBe(
      "a5 (and more that are not shown: search to find them)",
    );
  });

  it("for one list without a search", async () => {
    endless("/api/rules", {}, 5);
    await expect(last("selectRule")).resolves.toBe(
      "a5 (and more that are not shown: type the ID of the one you mean)",
    );
  });

  it("for one list that was searched", async () => {
    endless("/api/users", { search: "a" }, 5);
    await expect(last("selectUser", { search: "a" })).resolves.toBe(
      "a5 (and more that are not shown: search for something narrower)",
    );
  });

  it("for two lists, of which the second has its share", async () => {
    endless("/api/macros", { archived: "false" }, 4);
    endless("/api/macros", { archived: "true" }, 1);
    await expect(last("selectMacro")).resolves.toMatch(/^b1 \(and more that are not shown/);
  });

  it("for two lists, of which the first is short", async () => {
    gorgias()
      .get("/api/custom-fields")
      .query({ object_type: "Ticket", limit: 100 })
      .reply(200, page([]));
    endless("/api/custom-fields", { object_type: "Customer" }, 4);
    await expect(last("selectCustomField")).resolves.toMatch(/^b4 \(and more that are not shown/);
  });
});

describe("where there are more, the last label says what narrows the list", () => {
  const ofOne = { ticket_id: "5", customer_id: "5", call_id: "5" };
  const MORE = "and more that are not shown";

  it.each([
    ["selectTicket", "/api/tickets", "Customer ID"],
    ["selectMessage", "/api/messages", "Ticket ID"],
    ["selectEvent", "/api/events", "Ticket ID"],
    ["selectVoiceCall", "/api/phone/voice-calls", "Ticket ID"],
    ["selectVoiceCallEvent", "/api/phone/voice-call-events", "Call ID"],
    ["selectVoiceCallRecording", "/api/phone/voice-call-recordings", "Call ID"],
  ])("%s", async (key, path, input) => {
    endless(path, {}, 5);
    await expect(last(key)).resolves.toMatch(`(${MORE}: narrow the list by ${input})`);
    endless(path, {}, 5);
    await expect(last(key, ofOne)).resolves.toMatch(`(${MORE}: type the ID of the one you mean)`);
  });
});

it("five pages without a record and more behind them are an error, not an empty list", async () => {
  let count = 0;
  gorgias()
    .get("/api/rules")
    .query(true)
    .times(5)
    .reply(200, () => page([], `cursor-${count++}`));
  await expect(pick("selectRule", { connection })).rejects.toMatchObject({
    name: "GorgiasError",
    message:
      "GET /api/rules: nothing that was read can be offered (and more that are not shown: type the ID of the one you mean).",
  });
});

describe("what is searched for goes to Gorgias with the list", () => {
  const search = "col";
  const order_by = "created_datetime:desc";

  it.each([
    ["selectTicketField", "custom-fields", [{ object_type: "Ticket" }]],
    ["selectCustomerField", "custom-fields", [{ object_type: "Customer" }]],
    [
      "selectCustomField",
      "custom-fields",
      [{ object_type: "Ticket" }, { object_type: "Customer" }],
    ],
    [
      "selectMacro",
      "macros",
      [
        { archived: false, order_by },
        { archived: true, order_by },
      ],
    ],
    ["selectTag", "tags", [{ order_by }]],
    ["selectTagId", "tags", [{ order_by }]],
    ["selectUser", "users", [{ order_by }]],
  ])("in %s", async (key, path, queries) => {
    for (const query of queries) {
      gorgias()
        .get(`/api/${path}`)
        .query({ ...query, search, limit: 100 })
        .reply(200, page([]));
    }
    await expect(pick(key, { connection, search })).resolves.toEqual([]);
  });
});

it("nothing is said of more where all was read", async () => {
  gorgias()
    .get("/api/rules")
    .query(true)
    .reply(200, page([{ id: 7, name: "Spam" }]));
  await expect(last("selectRule")).resolves.toBe("Spam");
});

it("channels are offered without a request or a connection", async () => {
  const entries = await pick("selectChannel");
  expect(entries.map(({ key }) => key)).toEqual(CHANNELS);
  expect(entries.map(({ label }) => label)).toEqual(CHANNELS);
});

it("what one caller does to the channels, the next one doesn't see", async () => {
  (await pick("selectChannel")).length = 0;
  expect(await pick("selectChannel")).toHaveLength(CHANNELS.length);
});
