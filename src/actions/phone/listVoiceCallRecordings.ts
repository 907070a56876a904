import { ofVoiceCall } from "../../inputs/phone";
import { voiceCallRecording } from "../../schemas/voiceCall";
import { list } from "../list";

export const listVoiceCallRecordings = list({
  route: "GET /phone/voice-call-recordings",
  label: "List Voice Call Recordings",
  description: "List recordings of phone calls, voicemails among them.",
  guidance: "For one call give its call_id. The sound itself is at the url of each.",
  filters: ofVoiceCall,
  item: voiceCallRecording,
});
