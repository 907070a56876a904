import { voiceCallRecordingId } from "../../inputs/phone";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteVoiceCallRecording = endpoint({
  route: "DELETE /phone/voice-call-recordings/{id}",
  label: "Delete Voice Call Recording",
  description:
    "Delete the recording of a phone call. The sound file is gone for good; the call itself stays.",
  guidance: "It takes the ID of the recording, not of the call. Returns { id, deleted }.",
  inputs: { id: voiceCallRecordingId },
  returns: deletion,
});
