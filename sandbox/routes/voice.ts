import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { idText, paging } from "../parameters";
import { callEventShape, callShape, recordingShape } from "../shapes/voice";
import type { VoiceCallRecording } from "../shop/records/voiceCall";
import { serveCollection } from "./collection";

/** These lists take no order (`docs/gorgias-api.md`, "Lists"): here, the newest come first. */
const ordered = <T extends object>(query: T) => ({ ...query, order_by: "created_datetime:desc" });

const ofTicket = z.strictObject({ ...paging(), ticket_id: idText.optional() }).transform(ordered);
const ofCall = z.strictObject({ ...paging(), call_id: idText.optional() }).transform(ordered);

const select = ({ call_id: callId }: z.output<typeof ofCall>) => ({
  where: (record: { callId: number }) => callId === undefined || record.callId === callId,
});

/** Phone calls, what happened during them, and their recordings, which alone can be deleted. */
export function voiceRoutes(api: Api, context: RouteContext): void {
  const { shop, storage } = context;

  serveCollection(api, context, {
    path: "/phone/voice-calls",
    records: shop.voiceCalls,
    shape: (call) => callShape(shop, call),
    list: {
      query: ofTicket,
      select: ({ ticket_id: ticketId }) => ({
        where: (call) => ticketId === undefined || call.ticketId === ticketId,
      }),
    },
    get: {},
  });

  serveCollection(api, context, {
    path: "/phone/voice-call-events",
    records: shop.voiceCallEvents,
    shape: callEventShape,
    list: { query: ofCall, select },
    get: {},
  });

  const kept = new Map<number, string>();
  const urlOf = ({ id, type }: VoiceCallRecording) => {
    const file = { contentType: "audio/wav", content: SILENCE };
    const url = kept.get(id) ?? storage.keep("public_attachment", `${type}.wav`, file);
    kept.set(id, url);
    return url;
  };
  serveCollection(api, context, {
    path: "/phone/voice-call-recordings",
    records: shop.recordings,
    shape: (recording) => recordingShape(recording, () => urlOf(recording)),
    removedBy: "agent",
    list: { query: ofCall, select },
    get: {},
    remove: (recording, by) => {
      const url = kept.get(recording.id);
      if (url !== undefined) storage.forget(url);
      shop.recordings.change(recording, {
        deleted_datetime: recording.deleted_datetime ?? shop.stamp(),
        deletedBy: recording.deletedBy ?? by,
      });
    },
  });
}

/** What was said, as far as it can be heard here: a second of silence, 8 bits at 8 kHz. */
const SILENCE = wav(Buffer.alloc(8000, 128));

function wav(samples: Buffer): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
