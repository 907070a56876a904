import type { ActionGroup } from "../action";
import { deleteVoiceCallRecording } from "./deleteVoiceCallRecording";
import { getVoiceCall } from "./getVoiceCall";
import { getVoiceCallEvent } from "./getVoiceCallEvent";
import { getVoiceCallRecording } from "./getVoiceCallRecording";
import { listVoiceCallEvents } from "./listVoiceCallEvents";
import { listVoiceCallRecordings } from "./listVoiceCallRecordings";
import { listVoiceCalls } from "./listVoiceCalls";

/** Actions on phone calls, what happened in them and their recordings. */
export const phone: ActionGroup = {
  title: "Voice calls",
  actions: {
    listVoiceCalls,
    getVoiceCall,
    listVoiceCallEvents,
    getVoiceCallEvent,
    listVoiceCallRecordings,
    getVoiceCallRecording,
    deleteVoiceCallRecording,
  },
};
