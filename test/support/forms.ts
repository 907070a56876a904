import { createHarness } from "@prismatic-io/spectral/dist/testing";
import type { Sandbox } from "../../sandbox";
import { builtComponent } from "./bundle";
import { newLog } from "./steps";

/** The built component, whose forms are filled in here. */
export const component = builtComponent();

const harness = createHarness(component);

/** An input as the platform shows it. */
export type Input = (typeof component.actions)[string]["inputs"][number];

/** What inputs hold, by key. */
export type Given = Readonly<Record<string, unknown>>;

/** The inputs of an action, without its connection. */
export function inputsOf(key: string): readonly Input[] {
  return (component.actions[key]?.inputs ?? []).filter(({ type }) => type !== "connection");
}

/** What somebody fills in who types an input's example, or picks the first choice. */
export function filledIn({ key, example = "", collection, model }: Input): Given {
  const shown = example || (model?.[0] as { value: string } | undefined)?.value;
  if (collection === "keyvaluelist") {
    const [name = "", ...value] = String(shown).split(": ");
    return { [key]: [{ key: name, value: value.join(": ") }] };
  }
  return { [key]: shown };
}

/** What somebody has who types each starred input's example, and leaves the others alone. */
export function starred(key: string): Given {
  const untouched = (input: Input) => ({ [input.key]: input.default ?? "" });
  return Object.assign(
    {},
    ...inputsOf(key).map((input) =>
      input.required && !input.default ? filledIn(input) : untouched(input),
    ),
  );
}

/** The examples of some inputs of an action. */
export function examples(key: string, ...names: readonly string[]): Given {
  const inputs = inputsOf(key).filter((input) => names.includes(input.key));
  return Object.assign({}, ...inputs.map(filledIn));
}

/** Runs an action of the built bundle on a sandbox, with its inputs as a form hands them over. */
export async function runOn(sandbox: Sandbox, key: string, given: Given): Promise<unknown> {
  const fields = { domain: "acme", ...sandbox.credentials };
  const connection = { key: "gorgias-api-key", configVarKey: "Gorgias", fields };
  const { logger } = newLog();
  const result = await harness.action(key, { connection, ...given }, { logger });
  return (result as { data: unknown }).data;
}
