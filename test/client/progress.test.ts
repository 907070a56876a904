import { GorgiasClient } from "../../src/client";
import { fetchAll } from "../../src/client/fetchAll";
import { connection, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

/** Reads a list of two pages. */
const read = (onProgress: (read: { items: number }) => void) => {
  gorgias()
    .get("/api/tickets?limit=100")
    .reply(200, page([{ id: 1 }, { id: 2 }], "b"));
  gorgias()
    .get("/api/tickets?limit=100&cursor=b")
    .reply(200, page([{ id: 3 }]));
  const client = new GorgiasClient({
    connection,
    logger: newLog().logger,
    debug: false,
    onProgress,
  });
  return fetchAll(client, { path: "/tickets", query: {} });
};

it("a longer read tells after each page how many items have come", async () => {
  const told: number[] = [];
  await read(({ items }) => void told.push(items));
  expect(told).toEqual([2, 3]);
});

it("whoever listens cannot break the read", async () => {
  const { data } = await read(() => {
    throw new Error("broken");
  });
  expect(data).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});
