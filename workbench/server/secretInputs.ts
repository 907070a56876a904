import { actions } from "../../src/actions";
import { isObject } from "../../src/client/json";
import { type Mask, maskOf } from "../../src/client/secrets";
import { secretsNamedIn } from "../../src/fields/secret";
import type { InputValues, Step } from "../messages";

/** What stands in the place of a secret. */
const HIDDEN = "***";

/**
 * What an input holds, with the secrets in it replaced. What a secret is, the connector says: the
 * value of a header, or what stands under a name such as `access_token`.
 *
 * @param inPlace stands for each of them
 * @returns the value itself where it holds none
 */
export function withoutSecrets(
  { kind, key }: Pick<Step, "kind" | "key">,
  input: string,
  value: unknown,
  inPlace: string,
): unknown {
  const secrets = secretsOf({ kind, key }, input, value);
  // The longest come first, because a shorter one can be a part of them.
  const forms = [...new Set(secrets.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]))];
  forms.sort((a, b) => b.length - a.length);
  return forms.length === 0 ? value : replaced(value, forms, inPlace);
}

function secretsOf(
  { kind, key }: Pick<Step, "kind" | "key">,
  input: string,
  value: unknown,
): readonly string[] {
  const field = kind === "actions" ? actions[key]?.inputs[input] : undefined;
  return (field?.secretsIn ?? secretsNamedIn)(value);
}

/**
 * Takes the secrets of inputs out of what a step says, and those of its account.
 *
 * @param ofAccount takes out the latter
 */
export function maskOfInputs(
  step: Pick<Step, "kind" | "key">,
  values: InputValues,
  ofAccount: Mask,
): Mask {
  const ofInputs = maskOf(() =>
    Object.entries(values).flatMap(([key, value]) => secretsOf(step, key, value)),
  );
  return (text) => ofInputs(ofAccount(text));
}

function replaced(value: unknown, secrets: readonly string[], inPlace: string): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, inPlace), value);
  }
  if (typeof value === "number") {
    return secrets.includes(String(value)) ? inPlace : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => replaced(one, secrets, inPlace));
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, replaced(one, secrets, inPlace)]),
      )
    : value;
}

/** Inputs as they may be shown. */
export interface ShownInputs {
  readonly inputs: InputValues;
  /** The keys of those that held secrets. */
  readonly hidden: readonly string[];
}

/** Inputs without their secrets: a password is left out, others have something in its place. */
export function shownInputs(step: Step, values: InputValues): ShownInputs {
  const inputs: Record<string, unknown> = {};
  const hidden: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const isPassword = step.inputs.some((one) => one.key === key && one.type === "password");
    const shown = isPassword ? undefined : withoutSecrets(step, key, value, HIDDEN);
    if (!isPassword) {
      inputs[key] = shown;
    }
    if (shown !== value && value !== "") {
      hidden.push(key);
    }
  }
  return { inputs, hidden };
}
