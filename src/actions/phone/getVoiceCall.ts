import { voiceCallId } from "../../inputs/phone";
import { voiceCall } from "../../schemas/voiceCall";
import { endpoint } from "../endpoint";

export const getVoiceCall = endpoint({
  route: "GET /phone/voice-calls/{id}",
  label: "Get Voice Call",
  description: "Retrieve a phone call.",
  guidance: "Returns who called whom, how long it took and how it ended.",
  inputs: { id: voiceCallId },
  returns: voiceCall,
});
