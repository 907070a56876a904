import { voiceCallEventId } from "../../inputs/phone";
import { voiceCallEvent } from "../../schemas/voiceCall";
import { endpoint } from "../endpoint";

export const getVoiceCallEvent = endpoint({
  route: "GET /phone/voice-call-events/{id}",
  label: "Get Voice Call Event",
  description: "Retrieve something that happened in a phone call.",
  guidance: "For all that happened in a call, use {listVoiceCallEvents} with its call_id.",
  inputs: { id: voiceCallEventId },
  returns: voiceCallEvent,
});
