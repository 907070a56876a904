import { createHash } from "node:crypto";
import { GorgiasClient } from "../../src/client";
import { readChanges } from "../../src/triggers/changes";
import { examplePayload } from "../../src/triggers/examplePayload";
import { byChange, instant, readStretch } from "../../src/triggers/feed";
import { isGenuine } from "../../src/triggers/webhookEvent";
import { connectionTo, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

describe("an instant", () => {
  it.each([
    ["2024-11-14T13:56:16.494726+00:00", "2024-11-14T13:56:16.494726"],
    ["2024-11-14T13:56:16.494726", "2024-11-14T13:56:16.494726"],
    ["2024-11-14T13:56:16Z", "2024-11-14T13:56:16.000000"],
    ["2024-11-14T13:56:16.5+00:00", "2024-11-14T13:56:16.500000"],
    ["2024-11-14T14:56:16.494726+01:00", "2024-11-14T13:56:16.494726"],
    ["2024-11-14T00:26:16.494726+0530", "2024-11-13T18:56:16.494726"],
  ])("of %s is %s", (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it("is not made up for what is not a date", () => {
    expect(() => instant("yesterday")).toThrow(/"yesterday"/);
  });
});

describe("a list whose pages shift while they are read", () => {
  useWire();

  const clientFor = (domain: string) =>
    new GorgiasClient({
      connection: connectionTo(domain),
      logger: newLog().logger,
      debug: false,
    });
  const at = (second: number) => `2026-03-01T12:00:${String(second).padStart(2, "0")}.000000+00:00`;
  const ticket = (id: number, updated: number) => ({
    id,
    created_datetime: at(0),
    updated_datetime: at(updated),
  });
  const list = (domain: string, cursor?: string) =>
    gorgias(domain)
      .get("/api/tickets")
      .query({ order_by: "updated_datetime:desc", limit: 100, ...(cursor ? { cursor } : {}) });
  const mark = { at: instant(at(10)), ids: [1] };

  it("emits a record once that is shown twice, and once more only with a later date", async () => {
    list("shifting").reply(200, page([ticket(5, 50), ticket(4, 40), ticket(3, 30)], "two"));
    list("shifting", "two").reply(
      200,
      page([ticket(3, 30), ticket(4, 60), ticket(2, 20), ticket(1, 10), ticket(9, 9)]),
    );
    const first = await readChanges(clientFor("shifting"), "tickets", mark, 100);
    expect(first.updated.map(({ id, updated_datetime }) => [id, updated_datetime])).toEqual([
      [2, at(20)],
      [3, at(30)],
      [4, at(40)],
      [5, at(50)],
    ]);
    expect(first.mark).toMatchObject({ at: instant(at(50)), ids: [5] });
    list("shifting").reply(200, page([ticket(4, 60), ticket(5, 50), ticket(3, 30)]));
    const second = await readChanges(clientFor("shifting"), "tickets", first.mark, 100);
    expect(second.updated).toEqual([ticket(4, 60)]);
  });

  it("takes the date of creation for a customer that was never updated", async () => {
    const fresh = { id: 7, created_datetime: at(30), updated_datetime: null };
    gorgias("fresh")
      .get("/api/customers")
      .query(true)
      .reply(200, page([fresh, ticket(1, 10), ticket(9, 9)]));
    const { created, updated } = await readChanges(clientFor("fresh"), "customers", mark, 100);
    expect([created, updated]).toEqual([[fresh], []]);
  });

  it("goes on where it was when a cursor has expired", async () => {
    list("expired", "old").reply(400, { error: { msg: "This cursor has expired." } });
    list("expired").reply(200, page([ticket(6, 60), ticket(5, 50)], "two"));
    list("expired", "two").reply(200, page([ticket(4, 40), ticket(3, 30)], "three"));
    const place = { cursor: "old", after: instant(at(40)) };
    const { changes, next } = await readStretch(
      clientFor("expired"),
      byChange("tickets"),
      mark.at,
      place,
    );
    expect(changes.map(({ record }) => record.id)).toEqual([4, 3]);
    expect(next).toEqual({ cursor: "three", after: instant(at(30)) });
  });

  it("passes other errors on", async () => {
    list("broken", "old").reply(404, { error: { msg: "Gone." } });
    const place = { cursor: "old", after: instant(at(40)) };
    await expect(
      readStretch(clientFor("broken"), byChange("tickets"), mark.at, place),
    ).rejects.toThrow("404");
  });
});

describe("a secret", () => {
  const carrying = (secret: string) => ({
    ...examplePayload(null),
    headers: { "x-GORGIAS-connector-secret": secret },
  });

  it("is compared by digests of one length, whatever it is compared with", () => {
    expect(isGenuine(carrying("right"), "right")).toBe(true);
    expect(isGenuine(carrying("right "), "right")).toBe(false);
    expect(isGenuine(carrying("r"), "right")).toBe(false);
    expect(isGenuine(carrying(createHash("sha256").update("right").digest("hex")), "right")).toBe(
      false,
    );
    expect(isGenuine(carrying(""), "")).toBe(false);
    expect(isGenuine(carrying(""), undefined)).toBe(false);
  });
});
