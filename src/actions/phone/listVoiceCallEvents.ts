import { ofVoiceCall } from "../../inputs/phone";
import { voiceCallEvent } from "../../schemas/voiceCall";
import { list } from "../list";

export const listVoiceCallEvents = list({
  route: "GET /phone/voice-call-events",
  label: "List Voice Call Events",
  description: "List what happened in phone calls: who rang, answered, transferred and so on.",
  guidance: "For one call give its call_id.",
  filters: ofVoiceCall,
  item: voiceCallEvent,
});
