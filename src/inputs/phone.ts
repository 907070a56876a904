import { required } from "../fields/field";
import { id } from "../fields/number";

/** The call to read. */
export const voiceCallId = required(
  id({
    label: "Voice Call ID",
    dataSource: "selectVoiceCall",
    example: "88120",
    comments: "The ID of the call.",
  }),
);

/** The event to read. */
export const voiceCallEventId = required(
  id({
    label: "Voice Call Event ID",
    dataSource: "selectVoiceCallEvent",
    example: "901244",
    comments: "The ID of what happened in a call: List Voice Call Events tells it.",
  }),
);

/** The recording to read or delete. */
export const voiceCallRecordingId = required(
  id({
    label: "Voice Call Recording ID",
    dataSource: "selectVoiceCallRecording",
    example: "40310",
    comments: "The ID of the recording, not of its call: List Voice Call Recordings tells it.",
  }),
);

/** What a list of calls can be filtered by. */
export const voiceCallFilters = {
  ticket_id: id({
    label: "Ticket ID",
    example: "153006867",
    dataSource: "selectTicket",
    comments: "Only calls that belong to the ticket with this ID.",
  }),
};

/** What a list of what belongs to calls can be filtered by. */
export const ofVoiceCall = {
  call_id: id({
    label: "Call ID",
    dataSource: "selectVoiceCall",
    example: "88120",
    comments: "Only what belongs to the call with this ID.",
  }),
};
