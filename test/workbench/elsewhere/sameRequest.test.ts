import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import { takeInputs } from "../../../cli/inputs";
import { perform } from "../../../cli/platform";
import { connectionFrom } from "../../../src/connections/environment";
import { NOT_OFFERED } from "../../../src/mcp/tools/offered";
import { otherWays } from "../../../src/mcp/tools/otherWays";
import type { Elsewhere, InputValues } from "../../../workbench/messages";
import { elsewhereOf } from "../../../workbench/server/elsewhere/elsewhere";
import { type Caller, overStdio, textOf } from "../../mcp/clients";
import { component } from "../../support/forms";
import { newLog } from "../../support/steps";
import { type NotingAccount, notingAccount } from "./account";
import { actions, type Case, casesOf } from "./cases";
import { inputsIn } from "./inCode";
import { wordsOf } from "./shell";

let account: NotingAccount;
let caller: Caller;

beforeAll(async () => {
  account = await notingAccount();
  process.env.GORGIAS_BASE_URL = account.url;
  caller = await overStdio(account, ["--toolsets", "all"]);
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await caller.close();
  await account.close();
});

/** What a step asked for, and why it failed where it did. */
interface Outcome {
  readonly asked: readonly string[];
  readonly failure: string | undefined;
}

function componentAction(key: string): Action {
  const { [key]: action }: Readonly<Record<string, unknown>> = component.actions;
  return action as Action;
}

/** Runs an action as the platform does. */
async function outcomeOf(key: string, inputs: InputValues): Promise<Outcome> {
  const connection = connectionFrom({ domain: "acme", ...account.credentials });
  const run = perform(componentAction(key), inputs, connection, newLog().logger);
  const failure = await run.then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { asked: timeless(account.asked()), failure };
}

/** Of what is reckoned from now, only the day. */
function timeless(asked: readonly string[]): readonly string[] {
  const now = new Date().toISOString().slice(0, 10);
  return asked.map((one) => one.replace(new RegExp(`(${now})T[^"]*Z`, "g"), "$1"));
}

/** What a person puts in the place of secrets. That of a row is the value of its example. */
function completed(text: string, { step, inputs }: Case): string {
  return step.inputs.reduce(
    (whole, { key, label, example = "" }) =>
      whole
        .replaceAll(`<${label}>`, String(inputs[key]))
        .replaceAll(`<secret of ${label}>`, example.slice(example.indexOf(": ") + 2)),
    text,
  );
}

describe.each(actions.map((step) => [step.key, step] as const))("%s", (key, step) => {
  const cases = casesOf(step);
  let all: readonly (Case & { readonly there: Elsewhere; readonly expected: Outcome })[];

  beforeAll(async () => {
    all = await inOrder(cases, async (one) => ({
      ...one,
      there: await elsewhereOf(step, one.inputs),
      expected: await outcomeOf(key, one.inputs),
    }));
  });

  it("asks Gorgias for the same in a terminal", async () => {
    // A terminal takes files alone, by their paths.
    const usual = all.filter(({ tried }) => tried?.type !== "data");
    const words = wordsOf(usual.map((one) => completed(one.there.terminal.text, one)));
    expect(words).toHaveLength(usual.length);
    const outcomes = await inOrder(words, async ([named, ...pairs]) => {
      const { values, refusals } = await takeInputs(componentAction(key), pairs);
      return { named, refusals, ...(await outcomeOf(key, values)) };
    });
    expect(outcomes).toEqual(
      usual.map(({ expected }) => ({ named: key, refusals: [], ...expected })),
    );
  });

  it("asks Gorgias for the same in code", async () => {
    const outcomes = await inOrder(all, async (one) =>
      outcomeOf(key, await inputsIn(completed(one.there.code.text, one))),
    );
    expect(outcomes).toEqual(all.map(({ expected }) => expected));
  });

  it("asks Gorgias for the same over MCP, or says what the tool does not take", async () => {
    for (const one of all.filter(({ expected }) => expected.asked.length > 0)) {
      const { inputs, there, expected } = one;
      const notes = there.mcp.notes.join("\n");
      const lost = step.inputs.filter(
        (input) => inputs[input.key] !== input.default && isNotTaken(key, input.key),
      );
      const isTaken = lost.length === 0;
      expect({ isTaken, notes }).toEqual({
        isTaken: !/does not take|has no Fetch All/.test(notes),
        notes,
      });
      if (isTaken) {
        const call = JSON.parse(completed(there.mcp.text, one));
        const result = await caller.call(call.name, call.arguments);
        const asked = timeless(account.asked()).map((request) =>
          notes.includes("Without limit")
            ? request.replace(/[?&]limit=20(?!&)|(?<=[?&])limit=20&/, "")
            : request,
        );
        expect({ call, asked, text: textOf(result) }).toMatchObject({ asked: expected.asked });
      } else {
        expect(lost.filter(({ label }) => !notes.includes(label))).toEqual([]);
      }
    }
  });
});

/** What no tool takes, and what is said in another argument instead. */
function isNotTaken(key: string, input: string): boolean {
  const never = ["fetchAll", "additionalFields", "debugRequest"];
  const inOtherWords = otherWays[key]?.inputs ?? [];
  return (
    never.includes(input) ||
    (NOT_OFFERED.some((reason) => reason[key]?.includes(input)) && !inOtherWords.includes(input))
  );
}

async function inOrder<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (const item of items) {
    done.push(await work(item));
  }
  return done;
}
