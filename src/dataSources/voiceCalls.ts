import { ofCall, ofTicket } from "../inputs/dataSources";
import { voiceCall, voiceCallEvent, voiceCallRecording } from "../schemas/voiceCall";
import { definePickList } from "./definePickList";
import { callLabel, ofCallLabel } from "./labels";

/** Pick lists of phone calls. Gorgias has no order for them (docs/gorgias-api.md, "Lists"). */
export const voiceCalls = {
  selectVoiceCall: definePickList({
    label: "Select Voice Call",
    description: "Offers phone calls of the account or of one ticket.",
    inputs: { ticket_id: ofTicket },
    lists: (query) => [{ path: "/phone/voice-calls", query }],
    labelOf: callLabel,
    example: voiceCall.example,
  }),
  selectVoiceCallEvent: definePickList({
    label: "Select Voice Call Event",
    description: "Offers what happened in phone calls, or in one of them.",
    inputs: { call_id: ofCall },
    lists: (query) => [{ path: "/phone/voice-call-events", query }],
    labelOf: ofCallLabel,
    example: voiceCallEvent.example,
  }),
  selectVoiceCallRecording: definePickList({
    label: "Select Voice Call Recording",
    description: "Offers recordings of phone calls, or of one of them.",
    inputs: { call_id: ofCall },
    lists: (query) => [{ path: "/phone/voice-call-recordings", query }],
    labelOf: ofCallLabel,
    example: voiceCallRecording.example,
  }),
};
