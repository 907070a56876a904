import { voiceCallFilters } from "../../inputs/phone";
import { voiceCall } from "../../schemas/voiceCall";
import { list } from "../list";

export const listVoiceCalls = list({
  route: "GET /phone/voice-calls",
  label: "List Voice Calls",
  description: "List phone calls of the account or of one ticket.",
  guidance:
    "What happened in a call tells {listVoiceCallEvents}, what was recorded {listVoiceCallRecordings}.",
  filters: voiceCallFilters,
  item: voiceCall,
});
