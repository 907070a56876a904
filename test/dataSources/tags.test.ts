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
];

async function pick(names: readonly unknown[]): Promise<string[]> {
  const tags = names.map((name, index) => ({ id: index + 1, name }));
  gorgias().get("/api/tags").query(true).reply(200, page(tags));
  const { logger } = newLog();
  const { result } = await harness.dataSource("selectTag", { connection }, { logger });
  return (result as { key: string }[]).map(({ key }) => key);
}

const ticket = { id: 7, tags: [] };

it.each(ODD_NAMES)("the tag %j that was picked is that one tag", async (name) => {
  const picked = await pick([name]);
  let body: unknown;
  gorgias()
    .put("/api/tickets/7", (sent) => {
      body = sent;
      return true;
    })
    .reply(202, ticket);
  await run("updateTicket", { id: "7", status: "", tags: picked });
  expect(body).toEqual({ tags: [{ name }] });
});

it.each(ODD_NAMES)("the tag %j that was picked is added to a ticket by its name", async (name) => {
  const picked = await pick([name]);
  let body: unknown;
  gorgias()
    .post("/api/tickets/7/tags", (sent) => {
      body = sent;
      return true;
    })
    .reply(201, { data: [] });
  await run("addTicketTags", { ticket_id: "7", names: picked });
  expect(body).toEqual({ names: [name] });
});

it("hands a plain name over as it is", async () => {
  await expect(pick(["shipping", "Returns, damaged"])).resolves.toEqual([
    "Returns, damaged",
    "shipping",
  ]);
});

it("offers no tag without a name", async () => {
  await expect(pick(["", " ", "\u200b", null, 7, "vip"])).resolves.toEqual(["vip"]);
});

it("fails where no tag has a name: that is no account without tags", async () => {
  await expect(pick([null, ""])).rejects.toThrow("GET /api/tags: none of the records has a name.");
});
