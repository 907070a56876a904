import type { ActionGroup } from "../action";
import { getEvent } from "./getEvent";
import { listEvents } from "./listEvents";

/** Actions on what happened in the account. */
export const events: ActionGroup = { title: "Events", actions: { getEvent, listEvents } };
