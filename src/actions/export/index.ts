import type { ActionGroup } from "../action";
import { exportListOf } from "./exportList";

/** Lists as files, made of the groups that have some. */
export function exportsOf(groups: readonly ActionGroup[]): ActionGroup {
  return { title: "Export", actions: { exportList: exportListOf(groups) } };
}
