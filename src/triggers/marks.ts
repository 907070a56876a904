import type { PollingState } from "@prismatic-io/spectral/dist/types/PollingTriggerDefinition";
import { isObject } from "../client/json";
import type { Mark } from "./changes";
import type { FeedName } from "./feed";

/** The mark of a list, as the last run left it; each list has one of its own. */
export function markOf({ getState }: PollingState, name: FeedName): Mark | undefined {
  const mark = getState()[name];
  return isObject(mark) && typeof mark.at === "string" && Array.isArray(mark.ids)
    ? (mark as unknown as Mark)
    : undefined;
}

/** Keeps a mark for the next run. */
export function keepMark({ getState, setState }: PollingState, name: FeedName, mark: Mark): void {
  setState({ ...getState(), [name]: mark });
}
