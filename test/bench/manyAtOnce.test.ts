import { readFileSync } from "node:fs";
import path from "node:path";
import { tables } from "../../bench/manyAtOnce/page";
import { play, SCENES } from "../../bench/manyAtOnce/scenes";
import { bundlePath } from "../support/bundle";

const PAGE = path.join(__dirname, "..", "..", "docs", "rate-limits.md");

/** The tables below the page's heading, in their order. */
function written(): string[] {
  const [, section = ""] = readFileSync(PAGE, "utf8").split("\n## Many executions at once\n");
  return (section.split("\n##")[0] ?? "").match(/(?:^\|.*\|\n)+/gm)?.map((one) => one.trim()) ?? [];
}

beforeAll(bundlePath);

it("docs/rate-limits.md has the figures that executions at once come to", async () => {
  const { long, short } = await tables();
  expect(written()).toEqual([long, short]);
});

it("the simulation comes to the same figures each time", async () => {
  const [, scene] = SCENES;
  if (!scene) {
    throw new Error("There is no second scene.");
  }
  expect(await play(scene)).toEqual(await play(scene));
});
