import { type ConfigVarResultCollection, dataSource, type Inputs } from "@prismatic-io/spectral";
import type { PickList } from "./definePickList";

/** Makes a pick list of values that never change: it sends no request and needs no connection. */
export function fixedPickList(
  label: string,
  description: string,
  values: readonly string[],
): PickList {
  const entries = () => values.map((value) => ({ key: value, label: value }));
  return dataSource<Inputs, ConfigVarResultCollection, "picklist">({
    display: { label, description },
    dataSourceType: "picklist",
    inputs: {},
    perform: async () => ({ result: entries() }),
    get examplePayload() {
      return { result: entries().slice(0, 1) };
    },
  });
}
