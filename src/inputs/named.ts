import type { Field } from "../fields/field";

/** What an input holds, and what it is called where it was filled in. */
export interface Named<T> {
  readonly value: T;
  readonly name: string;
}

/** An input whose value can still be refused by name when more is known: what Gorgias answered. */
export function named<T>({
  read,
  ...rest
}: Field<T>): Field<Named<Exclude<T, undefined>> | Extract<T, undefined>> {
  return {
    ...rest,
    read(given, name) {
      const value = read(given, name);
      return (value === undefined ? undefined : { value, name }) as ReturnType<
        Field<Named<Exclude<T, undefined>> | Extract<T, undefined>>["read"]
      >;
    },
  };
}
