import {
  boolean,
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  type Schema,
  text,
} from "./schema";

const seconds: Schema<number> = { type: "number", description: "Seconds" };

const summarySchema = object(
  { id: integer },
  { recording_id: nullable(integer), summary: nullable(text), created_datetime: moment },
);

const callSchema = object(
  { id: integer },
  {
    integration_id: nullable(integer),
    ticket_id: nullable(integer),
    phone_number_id: nullable(integer),
    external_id: nullable(text),
    provider: text,
    status: text,
    direction: text,
    phone_number_source: nullable(text),
    phone_number_destination: nullable(text),
    country_source: nullable(text),
    country_destination: nullable(text),
    duration: nullable(seconds),
    started_datetime: nullable(moment),
    created_datetime: moment,
    updated_datetime: nullable(moment),
    initiated_by_agent_id: nullable(integer),
    last_answered_by_agent_id: nullable(integer),
    last_rang_agent_id: nullable(integer),
    customer_id: nullable(integer),
    has_voicemail: nullable(boolean),
    has_call_recording: nullable(boolean),
    summaries: nullable(listOf(summarySchema)),
    termination_status: nullable(text),
    queue_id: nullable(integer),
    status_in_queue: nullable(text),
    answered_by_external_number: nullable(text),
    answered_by_external_customer_id: nullable(integer),
    monitoring_status: nullable(text),
    last_monitoring_agent_id: nullable(integer),
  },
);

/** A phone call (docs/gorgias-api.md, "Voice calls"). */
export const voiceCall: Resource<Described<typeof callSchema>> = {
  schema: callSchema,
  example: {
    id: 88120,
    integration_id: 116874,
    ticket_id: 153006867,
    phone_number_id: 61,
    external_id: "CA5c1f0e",
    provider: "twilio",
    status: "completed",
    direction: "inbound",
    phone_number_source: "+33612345678",
    phone_number_destination: "+33123456789",
    duration: 95,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    started_datetime: "2024-11-14T13:56:20.102000+00:00",
    customer_id: 400746613,
    has_voicemail: false,
    has_call_recording: true,
  },
};

const callEventSchema = object(
  { id: integer, type: text },
  {
    account_id: integer,
    call_id: integer,
    user_id: nullable(integer),
    customer_id: nullable(integer),
    created_datetime: moment,
    meta: nullable(freeForm),
  },
);

/** What happened in a phone call (docs/gorgias-api.md, "Voice calls"). */
export const voiceCallEvent: Resource<Described<typeof callEventSchema>> = {
  schema: callEventSchema,
  example: {
    id: 901244,
    type: "phone-call-answered",
    account_id: 5120,
    call_id: 88120,
    user_id: 400746608,
    customer_id: 400746613,
    created_datetime: "2024-11-14T13:56:24.774000+00:00",
    meta: {},
  },
};

const recordingSchema = object(
  { id: integer },
  {
    call_id: integer,
    external_id: nullable(text),
    url: nullable(text),
    duration: nullable(seconds),
    type: text,
    created_datetime: moment,
    deleted_datetime: nullable(moment),
    deleted_by_user_id: nullable(integer),
    error_code: nullable(text),
    transcription_status: nullable(text),
  },
);

/** What was said in a phone call (docs/gorgias-api.md, "Voice calls"). */
export const voiceCallRecording: Resource<Described<typeof recordingSchema>> = {
  schema: recordingSchema,
  example: {
    id: 40310,
    call_id: 88120,
    external_id: "RE77a0b1",
    url: "https://example.com/recordings/40310.mp3",
    duration: 91,
    type: "call-recording",
    created_datetime: "2024-11-14T13:58:02.350000+00:00",
    deleted_datetime: null,
    deleted_by_user_id: null,
    error_code: null,
    transcription_status: "completed",
  },
};
