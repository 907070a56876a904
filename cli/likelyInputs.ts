import type {
  Action,
  Component,
  ConnectionValue,
  Input,
} from "@prismatic-io/spectral/dist/serverTypes";
import { type InputValues, perform } from "./platform";
import { loggerThat } from "./run";

/**
 * What a person would fill in to try an action out: the inputs that it requires, each with the
 * first entry of its pick list, or else with its example.
 *
 * @throws Error for an input that has neither
 */
export async function likelyInputs(
  { dataSources }: Pick<Component, "dataSources">,
  action: Action,
  connection: ConnectionValue,
): Promise<InputValues> {
  const required = action.inputs.filter(
    (input) => input.required && input.type !== "connection" && !input.default,
  );
  const values = required.map(async (input) => [
    input.key,
    (await firstPick(dataSources, input, connection)) ?? exampleOf(input),
  ]);
  return Object.fromEntries(await Promise.all(values));
}

async function firstPick(
  dataSources: Component["dataSources"],
  { dataSource: key = "" }: Input,
  connection: ConnectionValue,
): Promise<string | undefined> {
  const list = dataSources?.[key];
  if (!list) {
    return undefined;
  }
  const logger = loggerThat(() => undefined);
  const { result } = await perform(list, {}, connection, logger);
  const [first] = result as { readonly key: string }[];
  return first?.key;
}

function exampleOf({ key, example }: Input): string {
  if (!example) {
    throw new Error(`Not run: the input ${key} has no example.`);
  }
  return example;
}
