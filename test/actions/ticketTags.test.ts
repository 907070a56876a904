import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const tags = [
  { id: 8, name: "vip", decoration: {} },
  { id: 9, name: "shipping" },
];

it("List Ticket Tags hands on the one list that there is", async () => {
  gorgias().get("/api/tickets/7/tags").reply(200, { data: tags });
  await expect(run("listTicketTags", { ticket_id: 7 })).resolves.toEqual({ data: tags });
});

describe.each([
  ["addTicketTags", "POST", {}],
  ["setTicketTags", "PUT", {}],
  ["removeTicketTags", "DELETE", { deleted: true }],
] as const)("%s", (key, method, more) => {
  it("sends IDs, names or both, and says which tags of which ticket", async () => {
    for (const [given, sent, answer] of [
      [{ ids: "8" }, { ids: [8] }, { ids: [8], names: [] }],
      [{ names: ["vip", "a, b"] }, { names: ["vip", "a, b"] }, { ids: [], names: ["vip", "a, b"] }],
      [
        { ids: [8], names: "x, y" },
        { ids: [8], names: ["x", "y"] },
        { ids: [8], names: ["x", "y"] },
      ],
    ]) {
      gorgias()
        .intercept("/api/tickets/7/tags", method, sent)
        .reply(method === "DELETE" ? 204 : 200);
      await expect(run(key, { ticket_id: 7, ...given })).resolves.toEqual({
        ticket_id: 7,
        ...answer,
        ...more,
      });
    }
  });

  it("takes tags as List Ticket Tags answered them", async () => {
    gorgias()
      .intercept("/api/tickets/7/tags", method, { ids: [8, 9], names: ["vip", "shipping"] })
      .reply(method === "DELETE" ? 204 : 200);
    await run(key, { ticket_id: 7, ids: { data: tags }, names: JSON.stringify(tags) });
  });

  it("refuses a tag without a name among names", async () => {
    await expect(failure(key, { ticket_id: 7, names: [{ id: 8 }] })).resolves.toMatchObject({
      message: `Tag Names: expected a tag's name, got {"id":8}.`,
    });
  });

  it.each([{}, { ids: [], names: [""] }])("needs a tag, and %j has none", async (given) => {
    const { message } = await failure(key, { ticket_id: 7, ...given });
    expect(message).toMatch(/^Tag IDs: is needed: fill it in, or Tag Names, or both\./);
  });
});

it("what Gorgias answers stands beside the tags that were named", async () => {
  gorgias()
    .post("/api/tickets/7/tags", { ids: [8] })
    .reply(201, { data: tags });
  await expect(run("addTicketTags", { ticket_id: 7, ids: 8 })).resolves.toEqual({
    data: tags,
    ticket_id: 7,
    ids: [8],
    names: [],
  });
});

describe("Set Ticket Tags", () => {
  it("takes all tags off only when that is said", async () => {
    gorgias().put("/api/tickets/7/tags", { ids: [], names: [] }).reply(202);
    await expect(run("setTicketTags", { ticket_id: 7, removeAll: true })).resolves.toEqual({
      ticket_id: 7,
      ids: [],
      names: [],
    });
    const { message } = await failure("setTicketTags", { ticket_id: 7 });
    expect(message).toMatch(/To take all tags off the ticket, switch Remove All on\.$/);
  });

  it("refuses to do both", async () => {
    await expect(
      failure("setTicketTags", { ticket_id: 7, removeAll: true, names: "vip" }),
    ).resolves.toMatchObject({
      message: "Remove All: cannot be combined with Tag Names. Clear one of the two.",
    });
  });
});

it("a name out of an answer keeps its spaces, and what is typed loses them", async () => {
  gorgias()
    .delete("/api/tickets/7/tags", { names: ["VIP ", " late"] })
    .reply(204);
  await run("removeTicketTags", {
    ticket_id: 7,
    names: {
      data: [
        { id: 1, name: "VIP " },
        { id: 2, name: " late" },
      ],
    },
  });
  gorgias()
    .delete("/api/tickets/7/tags", { names: ["VIP", "late"] })
    .reply(204);
  await run("removeTicketTags", { ticket_id: 7, names: "VIP , late" });
});

it("a list that Gorgias answers alone stands under data", async () => {
  gorgias()
    .post("/api/tickets/7/tags", { ids: [8] })
    .reply(201, [{ id: 8, name: "vip" }]);
  await expect(run("addTicketTags", { ticket_id: 7, ids: 8 })).resolves.toEqual({
    data: [{ id: 8, name: "vip" }],
    ticket_id: 7,
    ids: [8],
    names: [],
  });
});
