import { isNote } from "../../actions/messages/conversation";
import { isObject, type JsonObject } from "../../client/json";
import { instantOf } from "../../schemas/instant";
import { attachmentsOf } from "./attachments";
import { compact } from "./compact";
import { nameOf, namesIn, readersOf, writerOf } from "./people";
import { shown } from "./period";
import { beginning, wordsOf } from "./words";

/** The most characters of one message: a long one is read by itself. */
const MOST_CHARACTERS = 4000;

/** A message as a person reads it. */
export function messageShape(message: JsonObject, subject: unknown): JsonObject {
  const { id, created_datetime, sent_datetime, channel, from_agent } = message;
  const isInternal = isNote(message);
  const { text, more } = beginning(wordsOf(message), MOST_CHARACTERS);
  const { cc, bcc } = isObject(message.source) ? message.source : {};
  return {
    id,
    at: shown(instantOf(created_datetime) ?? instantOf(sent_datetime)),
    by: from_agent === true ? "agent" : "customer",
    from: writerOf(message) ?? null,
    ...compact({
      to: isInternal ? [] : readersOf(message),
      cc: namesIn(cc),
      bcc: namesIn(bcc),
      note: isInternal,
      rule_id: message.rule_id,
      mentions: message.mention_ids,
      subject: message.subject === subject ? undefined : message.subject,
      failed: failureOf(message),
      deleted: shown(instantOf(message.deleted_datetime)),
    }),
    channel,
    text,
    ...compact({
      left_out: more > 0 ? `${more} more characters: read this message alone, by its id.` : "",
      attachments: attachmentsOf(message),
    }),
  };
}

/** A ticket without its messages. */
export function ticketShape(ticket: JsonObject, values: JsonObject): JsonObject {
  const { id, subject, status, priority, channel, language, external_id, customer, tags } = ticket;
  const survey = isObject(ticket.satisfaction_survey) ? ticket.satisfaction_survey : {};
  const date = (key: string) => shown(instantOf(ticket[key]));
  return {
    id,
    subject: subject ?? null,
    status,
    ...compact({ priority, channel, language, external_id, spam: ticket.spam }),
    customer: isObject(customer) ? compact({ id: customer.id, name: nameOf(customer) }) : null,
    assignee: nameOf(ticket.assignee_user) ?? null,
    ...compact({
      assignee_id: isObject(ticket.assignee_user) ? ticket.assignee_user.id : undefined,
      team: isObject(ticket.assignee_team) ? ticket.assignee_team.name : undefined,
    }),
    tags: listed(tags).map(({ name }) => name),
    custom_fields: values,
    created: date("created_datetime"),
    ...compact({
      closed: date("closed_datetime"),
      snoozed_until: date("snooze_datetime"),
      trashed: date("trashed_datetime"),
      satisfaction: compact({ score: survey.score, text: survey.body_text }),
      summary: summaryOf(ticket.summary),
    }),
  };
}

/** The values of custom fields by what the fields are called; of one without a name, by its ID. */
export function valuesShape(values: unknown): JsonObject {
  const named = listed(values).flatMap(({ field, value }) => {
    const { id, label } = isObject(field) ? field : {};
    return value === null || value === undefined ? [] : [[String(label || id), value]];
  });
  return Object.fromEntries(named);
}

function failureOf({ failed_datetime, last_sending_error: error }: JsonObject): unknown {
  const reason = isObject(error) ? error.error : error;
  return reason || (failed_datetime ? "It could not be sent." : undefined);
}

/** What Gorgias wrote about the ticket: a text or an object around it. */
function summaryOf(summary: unknown): unknown {
  return isObject(summary) ? (summary.content ?? summary) : summary;
}

function listed(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : []).filter(isObject);
}
