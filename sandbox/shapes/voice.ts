import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import { PHONE_ID } from "../shop/records/integration";
import type { VoiceCall, VoiceCallEvent, VoiceCallRecording } from "../shop/records/voiceCall";

/** The shop's own number. */
const OWN_NUMBER = "+15550100";

/** A call, with the fields under "Voice calls" in `docs/gorgias-api.md`. */
export function callShape(shop: Shop, call: VoiceCall) {
  const inbound = call.direction === "inbound";
  const recorded = shop.recordings.find(({ callId, deleted_datetime: deleted }) => {
    return callId === call.id && deleted === null;
  });
  return {
    id: call.id,
    integration_id: PHONE_ID,
    ticket_id: call.ticketId,
    phone_number_id: 1,
    external_id: `CA${String(call.id).padStart(32, "0")}`,
    provider: "twilio",
    status: call.status,
    direction: call.direction,
    phone_number_source: inbound ? call.number : OWN_NUMBER,
    country_source: "US",
    phone_number_destination: inbound ? OWN_NUMBER : call.number,
    country_destination: "US",
    duration: call.duration,
    started_datetime: isoOrNull(call.started_datetime),
    created_datetime: isoFromMicros(call.created_datetime),
    updated_datetime: isoFromMicros(call.updated_datetime),
    initiated_by_agent_id: inbound ? null : call.agentId,
    last_answered_by_agent_id: call.agentId,
    last_rang_agent_id: call.agentId,
    customer_id: call.customerId,
    has_voicemail: call.has_voicemail,
    has_call_recording: recorded?.type === "call-recording",
    summaries: [],
    termination_status: call.status === "completed" ? "answered" : "missed",
    queue_id: null,
    status_in_queue: null,
    answered_by_external_number: null,
    answered_by_external_customer_id: null,
    monitoring_status: "none",
    last_monitoring_agent_id: null,
  };
}

/** Something that happened during a call. */
export function callEventShape(event: VoiceCallEvent) {
  return {
    id: event.id,
    type: event.type,
    account_id: 1,
    call_id: event.callId,
    user_id: event.userId,
    customer_id: event.customerId,
    created_datetime: isoFromMicros(event.created_datetime),
    meta: null,
  };
}

/** A recording; once it is deleted, there is nothing at an address any more. */
export function recordingShape(recording: VoiceCallRecording, url: () => string) {
  return {
    id: recording.id,
    call_id: recording.callId,
    external_id: `RE${String(recording.id).padStart(32, "0")}`,
    url: recording.deleted_datetime === null ? url() : null,
    duration: recording.duration,
    type: recording.type,
    created_datetime: isoFromMicros(recording.created_datetime),
    deleted_datetime: isoOrNull(recording.deleted_datetime),
    deleted_by_user_id: recording.deletedBy,
    error_code: null,
    transcription_status: null,
  };
}
