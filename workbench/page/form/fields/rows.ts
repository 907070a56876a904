import { randomId } from "@mantine/hooks";
import { type Pair, type Row, rowsOf } from "../values";
import type { FieldProps } from "./field";

/** The rows of a key-value list, and what is done with them. */
export function rowsIn({ value, onChange }: FieldProps) {
  const rows = rowsOf(value);
  const set = (next: readonly Row[]) => onChange(next);
  return {
    rows,
    add: (...pairs: readonly Pair[]) =>
      set([...rows, ...pairs.map((pair) => ({ ...pair, id: randomId() }))]),
    change: (id: string, to: Partial<Pair>) =>
      set(rows.map((row) => (row.id === id ? { ...row, ...to } : row))),
    remove: (id: string) => set(rows.filter((row) => row.id !== id)),
  };
}
