import { type Micros, stamps } from "../clock";
import { byChange, byCreation, RecordStore } from "./recordStore";
import type { Account } from "./records/account";
import type { Customer } from "./records/customer";
import type { CustomField } from "./records/customField";
import type { Event } from "./records/event";
import type { Integration } from "./records/integration";
import type { Job } from "./records/job";
import type { Macro } from "./records/macro";
import type { Message } from "./records/message";
import type { Rule } from "./records/rule";
import type { Setting } from "./records/setting";
import type { Survey } from "./records/survey";
import type { Tag } from "./records/tag";
import type { Team } from "./records/team";
import type { Ticket } from "./records/ticket";
import type { User } from "./records/user";
import type { View } from "./records/view";
import type { VoiceCall, VoiceCallEvent, VoiceCallRecording } from "./records/voiceCall";
import type { Widget } from "./records/widget";

/** Everything that the account holds. */
export class Shop {
  readonly tickets = new RecordStore<Ticket>({
    kind: "Ticket",
    orders: byChange,
    identifiers: { external_id: (ticket) => [ticket.external_id] },
  });
  readonly messages = new RecordStore<Message>({ kind: "Message", orders: byCreation });
  readonly customers = new RecordStore<Customer>({
    kind: "Customer",
    orders: byChange,
    identifiers: {
      external_id: (customer) => [customer.external_id],
      email: ({ email, channels }) => [
        email?.toLowerCase() ?? null,
        ...channels.flatMap((c) => (c.type === "email" ? c.address.toLowerCase() : [])),
      ],
    },
  });
  readonly users = new RecordStore<User>({
    kind: "User",
    orders: {
      ...byCreation,
      name: (user) => user.name,
      email: (user) => user.email,
      "role.name": (user) => user.role,
    },
    identifiers: { email: ({ email }) => [email.toLowerCase()] },
  });
  readonly teams = new RecordStore<Team>({
    kind: "Team",
    orders: { ...byCreation, name: (team) => team.name },
  });
  readonly tags = new RecordStore<Tag>({
    kind: "Tag",
    orders: { ...byCreation, name: (tag) => tag.name },
    identifiers: { name: (tag) => [tag.name] },
  });
  readonly views = new RecordStore<View>({ kind: "View", orders: byCreation });
  readonly macros = new RecordStore<Macro>({
    kind: "Macro",
    orders: {
      ...byCreation,
      updated_datetime: (macro) => macro.updated_datetime ?? 0,
      name: (macro) => macro.name,
      usage: (macro) => macro.usage,
      language: (macro) => macro.language ?? "",
    },
  });
  readonly rules = new RecordStore<Rule>({ kind: "Rule", orders: byCreation });
  readonly customFields = new RecordStore<CustomField>({
    kind: "Custom field",
    orders: {
      priority: (field) => field.priority,
    },
  });

  readonly events = new RecordStore<Event>({ kind: "Event", orders: byCreation });

  readonly integrations = new RecordStore<Integration>({ kind: "Integration", orders: byCreation });
  readonly settings = new RecordStore<Setting>({ kind: "Account setting", orders: byCreation });
  readonly widgets = new RecordStore<Widget>({
    kind: "Widget",
    orders: { ...byCreation, order: (widget) => widget.order },
  });
  readonly voiceCalls = new RecordStore<VoiceCall>({ kind: "Voice call", orders: byCreation });
  readonly voiceCallEvents = new RecordStore<VoiceCallEvent>({
    kind: "Voice call event",
    orders: byCreation,
  });
  readonly recordings = new RecordStore<VoiceCallRecording>({
    kind: "Voice call recording",
    orders: byCreation,
  });
  readonly jobs = new RecordStore<Job>({ kind: "Job", orders: byCreation });
  readonly surveys = new RecordStore<Survey>({ kind: "Satisfaction survey", orders: byCreation });

  /** Called with every event as it is recorded, while its change is still being made. */
  readonly listeners: ((event: Event) => void)[] = [];

  /** A moment that no other record has: what a change is stamped with. */
  readonly stamp: () => Micros;

  /** Channels have ids of their own, and no list. */
  private lastChannelId = 495_066_860;

  constructor(
    readonly account: Account,
    now: () => number,
  ) {
    this.stamp = stamps(now);
  }

  /** Writes down that something happened, and who did it. */
  record(
    type: string,
    object: { type: Event["object_type"]; id: number },
    by: number | null,
    data: Event["data"] = null,
  ): Event {
    const event = this.events.add({
      id: this.events.nextId(),
      type,
      object_type: object.type,
      object_id: object.id,
      user_id: by,
      data,
      created_datetime: this.stamp(),
    });
    for (const listener of this.listeners) listener(event);
    return event;
  }

  /** E-mail addresses are the same whatever their case. */
  customerByEmail(email: string): Customer | undefined {
    return this.customers.owner("email", email.toLowerCase());
  }

  /** The id of a new channel. */
  nextChannelId(): number {
    this.lastChannelId += 3;
    return this.lastChannelId;
  }
}
