import { type Field, type Fields, labelOf, type Values } from "./field";
import { InputError, masked, type Refusal } from "./inputError";

/** Who hands inputs over, and how the person or program behind it knows them. */
export interface Host {
  /** What an input is called there. @defaultValue its label */
  readonly nameOf?: ((key: string, field: Field<unknown>) => string) | undefined;
  /** Takes out of a text what nobody may read. */
  readonly mask: (text: string) => string;
  /** What the host refuses itself, to be told along with the rest. */
  readonly refusals?: readonly Refusal[];
}

/** How a {@link Check} refuses, and names inputs as the host does. */
export interface Refuser<F extends Fields> {
  refuse(input: keyof F & string, problem: string, came?: Pick<Refusal, "got" | "place">): void;
  nameOf(input: keyof F & string): string;
}

/** Refuses combinations of values that are each right on their own; what it throws is told as well. */
export type Check<F extends Fields> = (
  values: Values<F>,
  refuser: Refuser<F>,
) => void | Promise<void>;

/**
 * Reads what all inputs hold: the one place where that is done, whoever handed it over.
 *
 * @param given what came, by the inputs' keys; other keys are passed over
 * @param check is asked once every input can be used: before that, it could only guess
 * @returns what each input holds, by key
 * @throws InputError with every input that cannot be used, named as the host names it and without
 *   what is secret
 */
export async function readInputs<F extends Fields>(
  fields: F,
  given: Readonly<Record<string, unknown>>,
  { mask, ...host }: Host,
  check?: Check<F>,
): Promise<Values<F>> {
  try {
    return await readUnmasked(fields, given, host, check);
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(error.refusals.map((refusal) => masked(refusal, mask)))
      : error;
  }
}

/**
 * The same for inputs that one input holds: what is secret is left to the reader of that one, who
 * knows it.
 */
export async function readUnmasked<F extends Fields>(
  fields: F,
  given: Readonly<Record<string, unknown>>,
  { nameOf = (_key, field) => labelOf(field), refusals: hostRefusals = [] }: Omit<Host, "mask">,
  check?: Check<F>,
): Promise<Values<F>> {
  const refusals = [...hostRefusals];
  const values: Record<string, unknown> = {};
  const collect = async (work: () => unknown) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      refusals.push(...error.refusals);
    }
  };
  for (const [key, field] of Object.entries(fields)) {
    await collect(async () => {
      values[key] = await field.read(given[key], nameOf(key, field));
    });
  }
  const name = (key: keyof F & string) => nameOf(key, fields[key] as Field<unknown>);
  if (refusals.length === 0) {
    await collect(() =>
      check?.(values as Values<F>, {
        refuse: (key, problem, came) => refusals.push({ input: name(key), problem, ...came }),
        nameOf: name,
      }),
    );
  }
  if (refusals.length > 0) {
    throw new InputError(refusals);
  }
  return values as Values<F>;
}
