import type { PollingState } from "@prismatic-io/spectral/dist/types/PollingTriggerDefinition";
import { isObject } from "../client/json";
import type { Mark } from "./changes";
import type { FeedName } from "./feed";

/** The mark of a list, as the last run left it; each list has one of its own. */
export function markOf({ getState }: PollingState, name: FeedName): Mark | undefined {
  const mark = getState()[name];
  return isMark(mark) ? mark : undefined;
}

function isMark(value: unknown): value is Mark {
  return isObject(value) && typeof value.at === "string" && Array.isArray(value.ids);
}

/** Keeps a mark for the next run. */
export function keepMark({ getState, setState }: PollingState, name: FeedName, mark: Mark): void {
  setState({ ...getState(), [name]: mark });
}
