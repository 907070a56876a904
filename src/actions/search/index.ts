import type { ActionGroup } from "../action";
import { search } from "./search";

/** Searching. */
export const searching: ActionGroup = { title: "Search", actions: { search } };
