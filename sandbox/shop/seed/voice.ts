import type { Micros } from "../../clock";
import type { Ticket } from "../records/ticket";
import type { VoiceCall, VoiceCallEvent, VoiceCallRecording } from "../records/voiceCall";

/** Every so many tickets, the customer called as well. */
const TICKETS_PER_CALL = 20;

/** More calls than these are of no use to anybody. */
const MOST_CALLS = 1000;

const SECOND: Micros = 1_000_000;

/** How a call went, one after the other; nothing here changes what the tickets are made of. */
const KINDS = [
  { direction: "inbound", status: "completed", has_voicemail: false },
  { direction: "outbound", status: "completed", has_voicemail: false },
  { direction: "inbound", status: "missed", has_voicemail: true },
  { direction: "outbound", status: "no-answer", has_voicemail: false },
] as const;

/** The calls of the history, what happened during each, and what was recorded. */
export class VoiceHistory {
  readonly calls: VoiceCall[] = [];
  readonly events: VoiceCallEvent[] = [];
  readonly recordings: VoiceCallRecording[] = [];

  constructor(tickets: readonly Ticket[]) {
    for (
      let at = 0;
      at < tickets.length && this.calls.length < MOST_CALLS;
      at += TICKETS_PER_CALL
    ) {
      const ticket = tickets[at];
      if (ticket !== undefined) this.add(ticket);
    }
  }

  private add(ticket: Ticket): void {
    const index = this.calls.length;
    const kind = KINDS[index % KINDS.length] ?? KINDS[0];
    const answered = kind.status === "completed";
    const duration = answered ? 45 + ((index * 37) % 400) : null;
    const created = ticket.created_datetime + (30 + (index % 60)) * SECOND;
    const started = answered ? created + 12 * SECOND : null;
    const ended = (started ?? created + 25 * SECOND) + (duration ?? 0) * SECOND;
    const call: VoiceCall = {
      id: 88_120 + index,
      ticketId: ticket.id,
      customerId: ticket.customerId,
      ...kind,
      number: `+1555${String(2_000_000 + index).padStart(7, "0")}`,
      duration,
      agentId: answered ? ticket.assigneeUserId : null,
      created_datetime: created,
      started_datetime: started,
      updated_datetime: ended,
    };
    this.calls.push(call);

    this.happen(
      call,
      kind.direction === "inbound" ? "incoming-phone-call" : "outgoing-phone-call",
      created,
    );
    this.happen(call, "phone-call-ringing", created + 2 * SECOND);
    if (started !== null) {
      this.happen(call, "phone-call-answered", started);
      this.happen(call, "completed-phone-call", ended);
      this.record(call, "call-recording", duration ?? 0, ended + SECOND);
    } else {
      this.happen(call, "missed-phone-call", ended);
      if (call.has_voicemail) this.record(call, "voicemail", 18, ended + 20 * SECOND);
    }
  }

  private happen(call: VoiceCall, type: string, moment: Micros): void {
    this.events.push({
      id: 901_244 + this.events.length,
      callId: call.id,
      type,
      userId: call.agentId,
      customerId: call.customerId,
      created_datetime: moment,
    });
  }

  private record(
    call: VoiceCall,
    type: VoiceCallRecording["type"],
    duration: number,
    moment: Micros,
  ): void {
    this.happen(call, type === "voicemail" ? "voicemail-recording" : type, moment);
    this.recordings.push({
      id: 40_310 + this.recordings.length,
      callId: call.id,
      type,
      duration,
      created_datetime: moment,
      deleted_datetime: null,
      deletedBy: null,
    });
  }
}
