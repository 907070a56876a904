import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { connection, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const harness = createHarness(component);
const created_datetime = "2026-03-01T10:00:00.123456+00:00";
const widgets = [{ path: "", type: "card", title: "Order" }];

it.each([
  [
    "selectJob",
    "/jobs",
    { type: "exportTicket", status: "done", created_datetime },
    "#7 exportTicket, done, 2026-03-01 10:00 UTC",
  ],
  ["selectView", "/views", { name: "Inbox", type: "ticket-list" }, "Inbox"],
  ["selectView", "/views", { name: "VIP", type: "customer-list" }, "VIP (customer-list)"],
  ["selectJob", "/jobs", { type: "exportMacro", status: null }, "#7 exportMacro"],
  [
    "selectSurvey",
    "/satisfaction-surveys",
    { score: 4, ticket_id: 9, created_datetime },
    "#7 score 4, Ticket 9, 2026-03-01 10:00 UTC",
  ],
  [
    "selectSurvey",
    "/satisfaction-surveys",
    { score: null, ticket_id: 9 },
    "#7 not answered, Ticket 9",
  ],
  [
    "selectWidget",
    "/widgets",
    { type: "shopify", context: "ticket", template: { widgets } },
    "#7 shopify, ticket: Order",
  ],
  ["selectWidget", "/widgets", { type: "http", context: "customer" }, "#7 http, customer"],
  ["selectWidget", "/widgets", { type: "http", template: { widgets: [null] } }, "#7 http"],
])("%s of %s shows %j as %j", async (key, path, record, label) => {
  gorgias()
    .get(`/api${path}?order_by=created_datetime:desc&limit=100`)
    .reply(200, page([{ id: 7, ...record }]));
  const { logger } = newLog();
  const { result } = await harness.dataSource(key, { connection }, { logger });
  expect(result).toEqual([{ key: "7", label }]);
});

it("macros that are archived come last and say so", async () => {
  const there = { id: 7, name: "Hello", archived_datetime: null };
  const gone = { id: 8, name: "Hi", archived_datetime: created_datetime };
  for (const [archived, one] of [
    [false, there],
    [true, gone],
  ]) {
    gorgias()
      .get("/api/macros")
      .query((asked) => asked.archived === String(archived))
      .reply(200, page([one]));
  }
  const { result } = await harness.dataSource(
    "selectMacro",
    { connection },
    { logger: newLog().logger },
  );
  expect(result).toMatchObject([{ label: "Hello" }, { label: "Hi (archived)" }]);
});

describe("records that are not used as others are say so", () => {
  it.each([
    ["selectUser", { name: "Sam", active: false }, "Sam (deactivated)"],
    [
      "selectUser",
      { name: "Sam", email: "sam@example.com", deactivated_datetime: created_datetime },
      "Sam (sam@example.com) (deactivated)",
    ],
    ["selectUser", { name: "Sam", active: true, deactivated_datetime: null }, "Sam"],
    ["selectRule", { name: "Spam", deactivated_datetime: created_datetime }, "Spam (deactivated)"],
    ["selectTag", { name: "vip", deleted_datetime: created_datetime }, "vip (deleted)"],
  ])("%s shows %j as %j", async (key, record, label) => {
    gorgias()
      .get(/./)
      .reply(200, page([{ id: 7, ...record }]));
    const { result } = await harness.dataSource(key, { connection }, { logger: newLog().logger });
    expect(result).toMatchObject([{ label }]);
  });
});

describe("entries that would look the same are told apart by their IDs", () => {
  it.each([
    [
      "selectTeam",
      [
        { id: 42, name: "Returns" },
        { id: 7, name: "Returns " },
        { id: 8, name: "Sales" },
      ],
      [
        { key: "42", label: "Returns (#42)" },
        { key: "7", label: "Returns (#7)" },
        { key: "8", label: "Sales" },
      ],
    ],
    [
      "selectTag",
      [
        { id: 42, name: "vip" },
        { id: 7, name: " vip" },
      ],
      [
        { key: '{"name":" vip"}', label: "vip (#7)" },
        { key: "vip", label: "vip (#42)" },
      ],
    ],
  ])("in %s", async (key, records, entries) => {
    gorgias().get(/./).reply(200, page(records));
    const { result } = await harness.dataSource(key, { connection }, { logger: newLog().logger });
    expect(result).toHaveLength(entries.length);
    expect(result).toEqual(expect.arrayContaining(entries));
  });

  it("and a record that came twice is one", async () => {
    const team = { id: 42, name: "Returns" };
    gorgias()
      .get(/./)
      .reply(200, page([team, team]));
    const { result } = await harness.dataSource(
      "selectTeam",
      { connection },
      { logger: newLog().logger },
    );
    expect(result).toEqual([{ key: "42", label: "Returns" }]);
  });
});
