import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { CHANNELS } from "../../src/schemas/message";
import { connection, newLog } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const harness = createHarness(component);

async function pick(key: string, inputs: Record<string, unknown> = {}) {
  const { logger } = newLog();
  const { result } = await harness.dataSource(key, inputs, { logger });
  return result as { key: string; label: string }[];
}

/** Answers pages of a list that never ends, as often as it is told. */
function endless(path: string, filters: Record<string, string>, times: number): void {
  let count = 0;
  const owner = filters.archived === "true" || filters.object_type === "Customer" ? "b" : "a";
  gorgias()
    .get(path)
    .query((asked) => Object.entries(filters).every(([name, value]) => asked[name] === value))
    .times(times)
    .reply(200, () => {
      count += 1;
      const name = `${owner}${count}`;
      return page([{ id: `${owner}-${count}`, name, label: name }], `cursor-${count}`);
    });
}

const last = async (key: string, inputs: object = {}) =>
  (await pick(key, { connection, ...inputs })).at(-1)?.label;

describe("no pick list sends more than five requests", () => {
  it("for one list", async () => {
    endless("/api/tags", {}, 5);
    await expect(last("selectTag")).resolves.toBe(
      "a5 (and more that are not shown: search to find them)",
    );
  });

  it("for one list without a search", async () => {
    endless("/api/rules", {}, 5);
    await expect(last("selectRule")).resolves.toBe(
      "a5 (and more that are not shown: type the ID of the one you mean)",
    );
  });

  it("for one list that was searched", async () => {
    endless("/api/users", { search: "a" }, 5);
    await expect(last("selectUser", { search: "a" })).resolves.toBe(
      "a5 (and more that are not shown: search for something narrower)",
    );
  });

  it("for two lists, of which the second has its share", async () => {
    endless("/api/macros", { archived: "false" }, 4);
    endless("/api/macros", { archived: "true" }, 1);
    await expect(last("selectMacro")).resolves.toMatch(/^b1 \(and more that are not shown/);
  });

  it("for two lists, of which the first is short", async () => {
    gorgias()
      .get("/api/custom-fields")
      .query({ object_type: "Ticket", limit: 100 })
      .reply(200, page([]));
    endless("/api/custom-fields", { object_type: "Customer" }, 4);
    await expect(last("selectCustomField")).resolves.toMatch(/^b4 \(and more that are not shown/);
  });
});

it("nothing is said of more where all was read", async () => {
  gorgias()
    .get("/api/rules")
    .query(true)
    .reply(200, page([{ id: 7, name: "Spam" }]));
  await expect(last("selectRule")).resolves.toBe("Spam");
});

it("channels are offered without a request or a connection", async () => {
  const entries = await pick("selectChannel");
  expect(entries.map(({ key }) => key)).toEqual(CHANNELS);
  expect(entries.map(({ label }) => label)).toEqual(CHANNELS);
});
