import { voiceCallRecordingId } from "../../inputs/phone";
import { voiceCallRecording } from "../../schemas/voiceCall";
import { endpoint } from "../endpoint";

export const getVoiceCallRecording = endpoint({
  route: "GET /phone/voice-call-recordings/{id}",
  label: "Get Voice Call Recording",
  description: "Retrieve the recording of a phone call, or a voicemail.",
  guidance: "Returns where the sound is (url), how long it is and how far its transcription is.",
  inputs: { id: voiceCallRecordingId },
  returns: voiceCallRecording,
});
