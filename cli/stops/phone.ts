import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** Calls that somebody had, because none can be made here. A recording is deleted for good. */
export const phone: readonly Stop[] = [
  { action: "listVoiceCalls", inputs: { limit: "5" } },
  { action: "getVoiceCall", inputs: { id: earlier("listVoiceCalls", "data", 0, "id") } },
  {
    action: "listVoiceCallEvents",
    inputs: { call_id: earlier("listVoiceCalls", "data", 0, "id") },
  },
  { action: "getVoiceCallEvent", inputs: { id: earlier("listVoiceCallEvents", "data", 0, "id") } },
  { action: "listVoiceCallRecordings", inputs: { limit: "5" } },
  {
    action: "getVoiceCallRecording",
    inputs: { id: earlier("listVoiceCallRecordings", "data", 0, "id") },
  },
  {
    action: "deleteVoiceCallRecording",
    inputs: { id: earlier("listVoiceCallRecordings", "data", 0, "id") },
  },
];
