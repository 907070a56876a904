import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const named = (...names: string[]) => names.map((name) => ({ name }));

it.each([
  ["[vip, late]", ["vip", "late"]],
  ['["vip", "late"]', ["vip", "late"]],
  ["['vip', 'late']", ["vip", "late"]],
  ['[vip, "late"]', ["vip", "late"]],
  ["[won't fix, 7]", ["won't fix", "7"]],
  [" [ vip ,, late ] ", ["vip", "late"]],
  ["vip ,, late , ", ["vip", "late"]],
  [
    [" vip ", "", null, undefined, "late"],
    ["vip", "late"],
  ],
  [
    ["[vip]", 'say "hi"'],
    ["[vip]", 'say "hi"'],
  ],
  [7, ["7"]],
])("%p are the tags %j", async (tags, names) => {
  gorgias()
    .put("/api/tickets/7", { tags: named(...names) })
    .reply(202, {});
  await run("updateTicket", { id: 7, status: "", tags });
});

it.each([
  ['["vip",]', 'Tags: expected JSON, got "]" at line 1, column 8.'],
  ['[{ "name": vip }]', 'Tags: expected JSON, got "vip }]" at line 1, column 12.'],
  [[["vip"]], 'Tags: expected text, got ["vip"].'],
  [new Set(["vip"]), "Tags: expected JSON, got a Set."],
])("%p is no list", async (tags, message) => {
  await expect(failure("updateTicket", { id: 7, tags })).resolves.toMatchObject({ message });
});

it("a list in brackets can be one of IDs or choices", async () => {
  gorgias().get("/api/tickets?ticket_ids=1&ticket_ids=2").reply(200, page([]));
  await run("listTickets", { ticket_ids: "[1, 2]" });
  gorgias().get("/api/tickets/7?relationships=custom_fields").reply(200, { id: 7 });
  await run("getTicket", { id: 7, relationships: "[custom_fields]" });
});
