import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { connection, newLog, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const harness = createHarness(component);

const ODD_NAMES = [
  "Returns, damaged",
  '"fragile"',
  "'fragile'",
  'it\'s "late"',
  " leading",
  "trailing ",
  "\u200bunseen",
  "[a, b]",
  "{VIP}",
  '{"name":"vip"}',
  '{ "name": "vip" }',
  "1151716",
  "null",
  "two\nlines",
  "two\rlines",
  "[VIP]",
  "[urgent",
  "O'Neil, Inc",
  ",",
  "None",
];

async function pick(names: readonly unknown[]): Promise<string[]> {
  const tags = names.map((name, index) => ({ id: index + 1, name }));
  gorgias().get("/api/tags").query(true).reply(200, page(tags));
  const { logger } = newLog();
  const { result } = await harness.dataSource("selectTag", { connection }, { logger });
  return (result as { key: string }[]).map(({ key }) => key);
}

const ticket = { id: 7, tags: [] };

/** How an input can be filled in with what was picked. */
const FORMS = [
  ["alone", (picked: string) => picked],
  ["as a row", (picked: string) => [picked]],
] as const;

describe.each(FORMS)("picked %s", (_, filledIn) => {
  it.each(ODD_NAMES)("the tag %j is set as that one tag", async (name) => {
    const [picked = ""] = await pick([name]);
    const body = jest.fn(() => true);
    gorgias().put("/api/tickets/7", body).reply(202, ticket);
    await run("updateTicket", { id: "7", status: "", tags: filledIn(picked) });
    expect(body).toHaveBeenCalledWith({ tags: [{ name }] });
  });

  it.each(ODD_NAMES)("the tag %j is added to a ticket by its name", async (name) => {
    const [picked = ""] = await pick([name]);
    const body = jest.fn(() => true);
    gorgias().post("/api/tickets/7/tags", body).reply(201, { data: [] });
    await run("addTicketTags", { ticket_id: "7", names: filledIn(picked) });
    expect(body).toHaveBeenCalledWith({ names: [name] });
  });
});

it("a macro takes each but those with a comma, and says so", async () => {
  const [picked = ""] = await pick(["Returns, damaged"]);
  await expect(run("createMacro", { name: "Hello", tags: picked })).rejects.toThrow(
    'Tags: expected tags without a comma in their names, got "Returns, damaged".',
  );
});

it("hands a plain name over as it is", async () => {
  await expect(pick(["it's late", "shipping", "VIP [new]"])).resolves.toEqual([
    "it's late",
    "shipping",
    "VIP [new]",
  ]);
});

it("offers no tag without a name", async () => {
  await expect(pick(["", " ", "\u200b", null, 7, "vip"])).resolves.toEqual(["vip"]);
});

it("fails where no tag has a name: that is no account without tags", async () => {
  await expect(pick([null, ""])).rejects.toThrow("GET /api/tags: none of the records has a name.");
});

describe("a deleted tag", () => {
  const deleted = { id: 3, name: "vip", deleted_datetime: "2026-03-01T10:00:00" };
  const inUse = { id: 9, name: "vip" };

  async function offered(key: string, records: readonly object[]) {
    gorgias()
      .get("/api/tags")
      .query(true)
      .reply(200, page([...records]));
    const { logger } = newLog();
    return (await harness.dataSource(key, { connection }, { logger })).result;
  }

  it.each([[[inUse, deleted]], [[deleted, inUse]]])(
    "leaves its name to the one in use: %j",
    async (records) => {
      await expect(offered("selectTag", records)).resolves.toEqual([{ key: "vip", label: "vip" }]);
    },
  );

  it("is not offered by its name, and by its ID says what it is", async () => {
    await expect(offered("selectTag", [deleted])).resolves.toEqual([]);
    await expect(offered("selectTagId", [deleted])).resolves.toEqual([
      { key: "3", label: "vip (deleted)" },
    ]);
  });
});

it("tags without an ID that look the same are shown without one", async () => {
  gorgias()
    .get("/api/tags")
    .query(true)
    .reply(200, page([{ name: "vip" }, { name: " vip" }]));
  const { result } = await harness.dataSource("selectTag", { connection }, newLog());
  expect(result).toEqual([
    { key: '{"name":" vip"}', label: "vip" },
    { key: "vip", label: "vip" },
  ]);
});
