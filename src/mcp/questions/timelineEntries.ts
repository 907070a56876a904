import { isNote, threadOf } from "../../actions/messages/conversation";
import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { unlessGone } from "../../client/errors";
import { isObject, type JsonObject } from "../../client/json";
import { readPage } from "../../client/pages";
import { type Instant, instantOf, isoOf } from "../../schemas/instant";
import { attachmentsOf } from "./attachments";
import { compact } from "./compact";
import { nameOf, writerOf } from "./people";
import { isWithin, type Period, shown } from "./period";
import { beginning, wordsOf } from "./words";

/** What a timeline is made of. */
export const KINDS = ["tickets", "messages", "events", "surveys"] as const;
export type Kind = (typeof KINDS)[number];

/** Something that happened. */
export interface Entry {
  readonly at: Instant;
  readonly shown: JsonObject;
}

/** What happened, as far as it was read. */
export interface Happened {
  readonly entries: readonly Entry[];
  /** What happened before may be missing. */
  readonly completeSince?: Instant | undefined;
  /** How many records have no date that can be read. */
  readonly undated?: number;
}

/** The most characters of a message in a timeline: the thread has them all. */
const MOST_CHARACTERS = 280;

/** The most events of one ticket or customer that are read: a page. */
export const MOST_EVENTS = 100;

/** The most characters of what an event says beside its type. */
const MOST_DATA = 300;

/** The ticket itself, at the time when it was created. */
export function createdEntry(ticket: JsonObject): Happened {
  const { id, subject, channel, status, trashed_datetime, spam } = ticket;
  const details = { subject, channel, status, trashed: Boolean(trashed_datetime), spam };
  return entriesAt([
    [ticket.created_datetime, { kind: "ticket", ticket_id: id, ...compact(details) }],
  ]);
}

/**
 * The messages of a ticket and its survey.
 *
 * @param names gets the names of agents who wrote, by their IDs
 */
export async function readTicket(
  gorgias: GorgiasClient,
  id: unknown,
  kinds: ReadonlySet<Kind>,
  names: Map<unknown, string>,
): Promise<Happened> {
  const path = pathOf("/tickets/{id}", { id: Number(id) });
  // A ticket that was deleted since it was listed has nothing more to say.
  const ticket: JsonObject = (await unlessGone(gorgias.get<JsonObject>(path))) ?? {};
  const thread = threadOf(ticket);
  for (const { from_agent, sender } of thread) {
    const name = from_agent === true && isObject(sender) && nameOf(sender);
    if (name && isObject(sender)) {
      names.set(sender.id, name);
    }
  }
  const { satisfaction_survey: survey } = ticket;
  return entriesAt([
    ...(kinds.has("messages") ? thread.map((one) => messageEntry(id, one)) : []),
    ...(kinds.has("surveys") && isObject(survey) ? [surveyEntry(id, survey)] : []),
  ]);
}

/** The events of a ticket or customer in a period, the newest first, up to a page of them. */
export async function readEvents(
  gorgias: GorgiasClient,
  object: { readonly type: "Ticket" | "Customer"; readonly id: unknown },
  { start, end }: Period,
  isTold: (type: string) => boolean,
): Promise<Happened> {
  const query = {
    object_type: object.type,
    object_id: Number(object.id),
    order_by: "created_datetime:desc",
    limit: MOST_EVENTS,
    ...(start !== undefined && { "created_datetime[gte]": isoOf(start) }),
    ...(end !== undefined && { "created_datetime[lt]": isoOf(end) }),
  };
  const { data, meta } = await readPage<unknown>(gorgias, { path: "/events", query });
  const events = data.filter(isObject);
  const told = events.filter(({ type }) => isTold(String(type)));
  const happened = entriesAt(told.map((event) => eventEntry(object, event)));
  const last = instantOf(events.at(-1)?.created_datetime);
  return { ...happened, completeSince: meta.next_cursor ? last : undefined };
}

function messageEntry(ticket: unknown, message: JsonObject): [unknown, JsonObject] {
  const { id, created_datetime, sent_datetime, from_agent, channel } = message;
  const { text } = beginning(wordsOf(message), MOST_CHARACTERS);
  return [
    instantOf(created_datetime) === undefined ? sent_datetime : created_datetime,
    {
      kind: "message",
      ticket_id: ticket,
      message_id: id,
      by: from_agent === true ? "agent" : "customer",
      from: writerOf(message) ?? null,
      channel,
      ...compact({ note: isNote(message), failed: Boolean(message.failed_datetime) }),
      text,
      ...compact({ files: attachmentsOf(message).map(({ name, url }) => name ?? url) }),
    },
  ];
}

function surveyEntry(ticket: unknown, survey: JsonObject): [unknown, JsonObject] {
  const { id, score, body_text, scored_datetime, sent_datetime, created_datetime } = survey;
  const isAnswered = score !== null && score !== undefined;
  return [
    [scored_datetime, sent_datetime, created_datetime].find((one) => instantOf(one) !== undefined),
    {
      kind: "survey",
      ticket_id: ticket,
      survey_id: id,
      ...(isAnswered ? { score, ...compact({ text: body_text }) } : { answered: false }),
    },
  ];
}

function eventEntry(
  { type, id }: { readonly type: string; readonly id: unknown },
  event: JsonObject,
): [unknown, JsonObject] {
  const data = JSON.stringify(event.data ?? null);
  return [
    event.created_datetime,
    {
      kind: "event",
      ...(type === "Ticket" && { ticket_id: id }),
      type: event.type,
      ...compact({
        by: event.user_id,
        data: data.length > MOST_DATA ? `${data.slice(0, MOST_DATA)}…` : event.data,
      }),
    },
  ];
}

function entriesAt(dated: readonly (readonly [unknown, JsonObject])[]): Happened {
  const entries = dated.flatMap(([date, entry]) => {
    const at = instantOf(date);
    return at === undefined ? [] : [{ at, shown: { at: shown(at), ...entry } }];
  });
  return { entries, undated: dated.length - entries.length };
}

/** Those of a period. */
export function within(period: Period, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ at }) => isWithin(period, at));
}
