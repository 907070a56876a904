import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const closed = { id: 7, status: "closed" };

it("Close Ticket sends that it is closed, and nothing else", async () => {
  gorgias().put("/api/tickets/7", { status: "closed" }).reply(202, closed);
  await expect(run("closeTicket", { id: 7 })).resolves.toEqual(closed);
});

describe("Assign Ticket", () => {
  it.each([
    [{ assignee_user: "8" }, { assignee_user: { id: 8 } }],
    [{ assignee_team: 42 }, { assignee_team: { id: 42 } }],
    [
      { assignee_user: { id: 8, name: "Sam" }, assignee_team: "42" },
      { assignee_user: { id: 8 }, assignee_team: { id: 42 } },
    ],
    [
      { assignee_user: '{"id": "8", "email": "a@x.io"}', assignee_team: { id: null, name: "x" } },
      { assignee_user: { id: 8 }, assignee_team: { id: null } },
    ],
    [{ unassignUser: true }, { assignee_user: { id: null } }],
    [
      { assignee_user: 8, unassignTeam: "true" },
      { assignee_user: { id: 8 }, assignee_team: { id: null } },
    ],
  ])("with %j sends %j alone", async (inputs, body) => {
    gorgias().put("/api/tickets/7", body).reply(202, { id: 7 });
    await expect(run("assignTicket", { id: 7, ...inputs })).resolves.toEqual({ id: 7 });
  });

  it.each([
    [{}, "Assignee User: is blank: fill in this, Assignee Team, Unassign User or Unassign Team."],
    [
      { assignee_user: 8, unassignUser: true },
      "Unassign User: is on, and Assignee User is filled in. Choose one.",
    ],
    [
      { assignee_team: 42, unassignTeam: true },
      "Unassign Team: is on, and Assignee Team is filled in. Choose one.",
    ],
    [
      { assignee_user: "null" },
      'Assignee User: expected an ID, or a JSON object with an "id", got "null".',
    ],
    [
      { assignee_team: { name: "VIP" } },
      'Assignee Team: expected an ID, or a JSON object with an "id", got {"name":"VIP"}.',
    ],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("assignTicket", { id: 7, ...inputs })).resolves.toMatchObject({ message });
  });
});

describe("Snooze Ticket", () => {
  beforeEach(() => {
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-01T09:30:00Z"));
  });

  it.each([
    [{ snooze_datetime: "2026-03-01T10:30:01+01:00" }, "2026-03-01T10:30:01+01:00"],
    [{ snooze_datetime: "2026-03-02" }, "2026-03-02T00:00:00Z"],
    [{ snoozeFor: 90, snoozeUnit: "minutes" }, "2026-03-01T11:00:00.000Z"],
    [{ snoozeFor: "2" }, "2026-03-01T11:30:00.000Z"],
    [{ snoozeFor: 3, snoozeUnit: "days" }, "2026-03-04T09:30:00.000Z"],
    [{ snoozeFor: 1, snoozeUnit: "weeks" }, "2026-03-08T09:30:00.000Z"],
  ])("with %j sends %s alone", async (inputs, date) => {
    gorgias().put("/api/tickets/7", { snooze_datetime: date }).reply(202, { id: 7 });
    await expect(run("snoozeTicket", { id: 7, ...inputs })).resolves.toEqual({ id: 7 });
  });

  it.each([
    [
      { snooze_datetime: "2026-03-01T10:30:00+01:00" },
      "Snooze Until: expected a date to come, got 2026-03-01T10:30:00+01:00.",
    ],
    [{}, "Snooze For: is blank, and so is Snooze Until. Fill in one of the two."],
    [
      { snooze_datetime: "2026-03-02", snoozeFor: 1 },
      "Snooze For: is filled in, and so is Snooze Until. Clear one of the two.",
    ],
    [{ snoozeFor: 0 }, "Snooze For: expected a whole number from 1 to 10000, got 0."],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("snoozeTicket", { id: 7, ...inputs })).resolves.toMatchObject({ message });
  });
});
