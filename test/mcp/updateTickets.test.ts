import { gorgias, useWire } from "../support/wire";
import { asker } from "./questions/asking";

useWire();

const ask = asker();

/** Answers what one ticket gets, step by step. */
function changes(id: number, status: number): void {
  const { path, body } = { path: `/api/tickets/${id}`, body: { status: "closed" } };
  gorgias()
    .put(path, body)
    .reply(status, status === 200 ? { id } : { error: { msg: "No." } });
}

const tags = (id: number, status = 201) =>
  gorgias()
    .post(`/api/tickets/${id}/tags`, { names: ["strike"] })
    .reply(status, status === 201 ? { data: [] } : { error: { msg: "No." } });

it("changes each ticket once, and says which are done", async () => {
  for (const id of [7, 8]) {
    changes(id, 200);
    tags(id);
  }
  const given = { ticket_ids: [7, 8, 7], status: "closed", add_tags: ["strike"] };
  await expect(ask("updateTickets", given)).resolves.toEqual({
    changed: [7, 8],
    failed: [],
    not_tried: [],
  });
});

it("a tag that is to be added and taken off is refused before any request", async () => {
  const given = { ticket_ids: [7], add_tags: ["strike", "vip"], remove_tags: ["vip"] };
  await expect(ask("updateTickets", given)).rejects.toThrow(
    "remove_tags: has tags that add_tags has as well, got vip.",
  );
});

it("goes on after a ticket that Gorgias refuses, and says what was done to it before", async () => {
  changes(7, 200);
  tags(7, 400);
  changes(8, 404);
  changes(9, 200);
  tags(9);
  const given = { ticket_ids: [7, 8, 9], status: "closed", add_tags: ["strike"] };
  await expect(ask("updateTickets", given)).resolves.toEqual({
    changed: [9],
    failed: [
      { id: 7, done: ["status"], error: expect.stringContaining("400") },
      { id: 8, done: [], error: expect.stringContaining("404") },
    ],
    not_tried: [],
  });
});

it("stops at what is the connection's fault, and fails where nothing was done", async () => {
  changes(7, 401);
  await expect(ask("updateTickets", { ticket_ids: [7, 8], status: "closed" })).rejects.toThrow(
    /401/,
  );

  changes(7, 200);
  changes(8, 401);
  const given = { ticket_ids: [7, 8, 9], status: "closed" };
  await expect(ask("updateTickets", given)).resolves.toEqual({
    changed: [7],
    failed: [{ id: 8, done: [], error: expect.stringContaining("401") }],
    not_tried: [9],
  });
});

it("says of each ticket why nothing was done to any", async () => {
  changes(7, 404);
  changes(8, 404);
  await expect(ask("updateTickets", { ticket_ids: [7, 8], status: "closed" })).resolves.toEqual({
    changed: [],
    failed: [
      { id: 7, done: [], error: expect.stringContaining("/api/tickets/7") },
      { id: 8, done: [], error: expect.stringContaining("/api/tickets/8") },
    ],
    not_tried: [],
  });
});

it("is refused where nothing is to be changed", async () => {
  await expect(ask("updateTickets", { ticket_ids: [7] })).rejects.toThrow(
    "ticket_ids: nothing is to be changed: give at least one other argument.",
  );
});
