import { runInNewContext } from "node:vm";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it.each([
  ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z"],
  ["2026-03-01T09:30:00.123456+00:00", "2026-03-01T09:30:00.123456+00:00"],
  ["2026-03-01T09:30:00+0530", "2026-03-01T09:30:00+05:30"],
  ["2026-03-01T09:30:00-08", "2026-03-01T09:30:00-08:00"],
  ["2026-03-01T09:30:00", "2026-03-01T09:30:00Z"],
  ["2026-03-01 09:30", "2026-03-01T09:30:00Z"],
  ["2026-03-01T09", "2026-03-01T09:00:00Z"],
  ["2026-03-01", "2026-03-01T00:00:00Z"],
  ["20260301T093000Z", "2026-03-01T09:30:00Z"],
  ["20260301T093000,5Z", "2026-03-01T09:30:00.5Z"],
  ["2026-W09-7", "2026-03-01T00:00:00Z"],
  ["2026W097T09:30z", "2026-03-01T09:30:00Z"],
  ["2026-W53-5", "2027-01-01T00:00:00Z"],
  ["2026-060", "2026-03-01T00:00:00Z"],
  ["2024-366", "2024-12-31T00:00:00Z"],
  ["2024-02-29", "2024-02-29T00:00:00Z"],
  [" 2026-03-01 ", "2026-03-01T00:00:00Z"],
  [new Date(Date.UTC(2026, 2, 1, 9, 30)), "2026-03-01T09:30:00.000Z"],
  // As code hands it over that runs apart: a date of another class.
  [runInNewContext("new Date(0)"), "1970-01-01T00:00:00.000Z"],
])("%s is sent as %s", async (given, sent) => {
  gorgias().put("/api/tickets/7", { snooze_datetime: sent }).reply(202, {});
  await run("updateTicket", { id: 7, status: "", snooze_datetime: given });
});

it.each([
  "tomorrow",
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2026-W54-1",
  "2025-W53-1",
  "2026-W00-1",
  "2026-W01-8",
  "2026-000",
  "2025-366",
  "2026-03",
  "2026",
  "03/01/2026",
  "2026-03-01T24:00:00Z",
  "2026-03-01T09:60:00Z",
  "2026-03-01T09:30:61Z",
  "2026-03-01T09:30:00+25:00",
  "2026-03-01T09:30:00 Europe/Paris",
  "1772357400",
  1772357400,
  true,
  {},
  new Date(Number.NaN),
])("%j is refused", async (given) => {
  await expect(failure("updateTicket", { id: 7, snooze_datetime: given })).resolves.toMatchObject({
    message: expect.stringMatching(
      /^Snooze Datetime: expected an ISO date-time such as 2026-03-01T09:30:00Z, got /,
    ),
  });
});
