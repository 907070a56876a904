import type { InputValues } from "../../../workbench/messages";

/** Runs a step in code, and answers the inputs that it hands to the action. */
export async function inputsIn(code: string): Promise<InputValues> {
  const handed: InputValues[] = [];
  const take = async (values: InputValues) => {
    handed.push(values);
    return {};
  };
  // All that is not JavaScript is what the action answers.
  const script = code.replace("<{ data: unknown }>", "");
  const gorgias = new Proxy({}, { get: () => take });
  const context = { configVars: {}, components: { gorgias } };
  await new Function("context", `return (async () => { ${script} })();`)(context);
  const { connection: _, ...inputs } = handed[0] ?? {};
  return inputs;
}
