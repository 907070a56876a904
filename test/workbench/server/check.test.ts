import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Catalogue, Checked, FormInput, Refusal, Step } from "../../../workbench/messages";
import { environmentOf } from "../../support/environment";
import { type AsPage, openAsPage } from "./asPage";

describe("the check of a form", () => {
  let gorgias: Sandbox;
  let page: AsPage;
  let steps: readonly Step[];

  beforeAll(async () => {
    gorgias = await startSandbox({ tickets: 10 });
    page = await openAsPage({ environment: environmentOf(gorgias) });
    const { actions, triggers, pickLists } = await page.ask<Catalogue>("GET", "catalogue");
    steps = [...actions.flatMap((group) => group.steps), ...triggers, ...pickLists];
  });

  afterAll(async () => {
    await page?.close();
    await gorgias.close();
  });

  const check = async ({ kind, key }: Step, inputs: Record<string, unknown>) =>
    (await page.ask<Checked>("POST", "check", { kind, key, inputs })).refusals;

  it("sends nothing, whatever the step, blank or filled in", async () => {
    const before = gorgias.requests.length;
    for (const step of steps) {
      await check(step, {});
      let filled = step.inputs.filter(({ example }) => example !== undefined);
      let refusals: readonly Refusal[] = [];
      // Some inputs stand in each other's place: those that are refused are cleared.
      do {
        refusals = await check(
          step,
          Object.fromEntries(filled.map((input) => [input.key, exampleOf(input)])),
        );
        filled = filled.filter(({ key }) => refusals.every(({ input }) => input !== key));
      } while (refusals.length > 0 && filled.length > 0);
      // Only a step that is not refused could have sent something.
      expect([step.key, refusals]).toEqual([step.key, []]);
    }
    expect(gorgias.requests.slice(before)).toEqual([]);
  });

  it("refuses each required input that is blank, by its key", async () => {
    for (const step of steps) {
      const required = step.inputs.filter((input) => input.required);
      const blank = step.inputs.map(({ key }) => [key, ""]);
      const refusals = await check(step, Object.fromEntries(blank));
      for (const { key, label } of required) {
        const refusal = refusals.find(({ input }) => input === key);
        expect([step.key, refusal?.message]).toEqual([
          step.key,
          expect.stringContaining(`${label}: `),
        ]);
      }
    }
  });
});

/** An example as the form hands it over. */
function exampleOf({ collection, example = "" }: FormInput): unknown {
  const [key = "", ...value] = example.split(": ");
  return collection === "keyvaluelist"
    ? [{ key, value: value.join(": ") }]
    : collection === "valuelist"
      ? [example]
      : example;
}
