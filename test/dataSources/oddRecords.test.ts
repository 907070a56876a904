import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { connection, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const harness = createHarness(component);

async function pick(key: string, inputs: object = {}): Promise<unknown> {
  const { logger } = newLog();
  return (await harness.dataSource(key, { connection, ...inputs }, { logger })).result;
}

const list = (data: unknown[]) => gorgias().get(/./).reply(200, page(data));
const found = (answer: unknown) => gorgias().post("/api/search").reply(200, JSON.stringify(answer));

/** Of each kind of record: one that has nothing but its ID, and what is left of its label. */
const BARE = [
  ["selectTicket", "#7 (no subject)"],
  ["selectCustomer", "#7"],
  ["selectMessage", "#7 (empty)"],
  ["selectEvent", "#7"],
  ["selectCustomField", "#7"],
  ["selectView", "#7"],
  ["selectTicketField", "#7"],
  ["selectCustomerField", "#7"],
  ["selectTagId", "#7"],
  ["selectTeam", "#7"],
  ["selectUser", "#7"],
  ["selectIntegration", "#7"],
  ["selectRule", "#7"],
  ["selectJob", "#7"],
  ["selectSurvey", "#7"],
  ["selectWidget", "#7"],
  ["selectVoiceCall", "#7"],
  ["selectVoiceCallEvent", "#7"],
  ["selectVoiceCallRecording", "#7"],
];

it.each(BARE)("%s shows a record that has nothing but its ID as %j", async (key, label) => {
  const empty = {
    ...{ id: 7, name: null, email: null, label: null, subject: null, body_text: null, type: null },
    ...{ customer: null, sender: null, object_type: null, object_id: null, created_datetime: null },
  };
  const unseen = {
    ...{
      id: 7,
      name: "\u200b",
      email: "\u2060 ",
      label: "\ufeff",
      subject: "\u00ad",
      type: "\u200e",
    },
    ...{ customer: { name: "\u200b" }, sender: { email: "\u200b" }, body_text: "\u200b\n\u200b" },
  };
  for (const record of [{ id: 7 }, empty, unseen]) {
    list([record]);
    await expect(pick(key, { object_type: "Ticket" })).resolves.toEqual([{ key: "7", label }]);
  }
});

it.each(BARE)("%s shows the others beside a record of another kind", async (key) => {
  const odd = {
    ...{ id: 8, name: {}, email: 7, label: [], subject: {}, body_text: 1, type: {} },
    ...{ customer: "Jo", sender: [], object_type: 9, object_id: {}, created_datetime: 0 },
  };
  const records = [null, "x", {}, { id: null }, { id: {} }, odd, { id: 7 }];
  list(records);
  const entries = await pick(key, { object_type: "Ticket" });
  expect((entries as { key: string }[]).map((one) => one.key).sort()).toEqual(["7", "8"]);
  expect(JSON.stringify(entries)).not.toMatch(/null|undefined|\[object/);
});

it.each([
  [{ type: "ticket-closed", object_type: "Ticket", object_id: 2 }, "#7 ticket-closed, Ticket 2"],
  [{ type: "ticket-closed", created_datetime: "soon" }, "#7 ticket-closed"],
  [
    { object_type: "Ticket", created_datetime: "2026-03-01T10:00:00" },
    "#7 Ticket, 2026-03-01 10:00 UTC",
  ],
  [{ created_datetime: "2026-03-01T01:30:00.123456+02:00" }, "#7 2026-02-28 23:30 UTC"],
  [{ created_datetime: "2026-02-28T23:30-0530" }, "#7 2026-03-01 05:00 UTC"],
  [{ created_datetime: " 2026-03-01 10:00:00 " }, "#7 2026-03-01 10:00 UTC"],
  [{ created_datetime: "2026-03-01T10:00:00+02" }, "#7 2026-03-01 08:00 UTC"],
  [{ created_datetime: "2026-02-40T23:30:00" }, "#7"],
])("an event says what it has: %j", async (event, label) => {
  list([{ id: 7, ...event }]);
  await expect(pick("selectEvent")).resolves.toEqual([{ key: "7", label }]);
});

it("a record whose ID was rounded when it was read is not offered: it would be another one", async () => {
  gorgias()
    .get(/./)
    .reply(200, '{"data":[{"id":9007199254740993},{"id":"9007199254740993"},{"id":7}],"meta":{}}');
  await expect(pick("selectTeam")).resolves.toEqual([
    { key: "7", label: "#7" },
    { key: "9007199254740993", label: "#9007199254740993" },
  ]);
});

it("a custom field without a label is known by its ID and what it belongs to", async () => {
  list([{ id: 7, label: null, object_type: "Ticket" }]);
  await expect(pick("selectCustomField", { object_type: "Ticket" })).resolves.toEqual([
    { key: "7", label: "#7 (Ticket)" },
  ]);
});

describe("an answer in an unknown shape is an error, not an empty list", () => {
  it.each([{}, { data: {} }, { found: [] }, "gold", 7, null])("a search: %j", async (answer) => {
    found(answer);
    await expect(pick("selectCustomer", { search: "jo" })).rejects.toMatchObject({
      name: "GorgiasError",
      message: expect.stringMatching(/^POST \/api\/search: /),
    });
  });

  it.each([{}, { data: {}, meta: {} }, [], null])("a list: %j", async (answer) => {
    gorgias()
      .get("/api/teams")
      .query(true)
      .reply(200, answer as object);
    await expect(pick("selectTeam")).rejects.toMatchObject({ name: "GorgiasError" });
  });

  it.each([[["a", "b"]], [[{ name: "Shipping" }]], [[null]]])("records: %j", async (records) => {
    list(records);
    await expect(pick("selectTeam")).rejects.toMatchObject({
      name: "GorgiasError",
      request: "GET /api/teams",
      message: "GET /api/teams: none of the records has an id.",
    });
    found(records);
    await expect(pick("selectTeam", { search: "x" })).rejects.toMatchObject({
      message: "POST /api/search: none of the records has an id.",
    });
  });

  it("an account without any is a list without entries", async () => {
    list([]);
    await expect(pick("selectTeam")).resolves.toEqual([]);
    found([]);
    await expect(pick("selectTeam", { search: "x" })).resolves.toEqual([]);
  });
});
