import type { ActionGroup } from "../action";
import { rawRequest } from "./rawRequest";

/** What no other action does. */
export const rawRequests: ActionGroup = { title: "Raw request", actions: { rawRequest } };
