import { DAY, MINUTE, type Micros } from "../../clock";
import type { Shop } from "../index";
import type { Party } from "../records/message";
import type { Survey } from "../records/survey";
import type { Ticket } from "../records/ticket";
import type { CustomerHistory } from "./customers";
import { FIELD_IDS } from "./customFields";
import { historicMessage } from "./messages";
import type { Random } from "./random";
import { LANGUAGES, PRODUCTS, type Topic } from "./texts";

/** Where tickets come from, and how often. */
const SOURCES = [
  { channel: "email", share: 0.55 },
  { channel: "chat", share: 0.18 },
  { channel: "contact_form", share: 0.08 },
  { channel: "instagram-direct-message", share: 0.07 },
  { channel: "facebook-messenger", share: 0.05 },
  { channel: "sms", share: 0.04 },
  { channel: "whatsapp", share: 0.03 },
] as const;

/** What some tickets are tagged with beside their topic. */
const EXTRA_TAGS = [
  "vip",
  "urgent",
  "wholesale",
  "late-delivery",
  "refund",
  "follow-up",
  "feedback-positive",
  "gift-card",
] as const;

/** Makes up two years of tickets, their messages and surveys, in the order in which they came. */
export class TicketHistory {
  readonly records: Ticket[] = [];
  readonly surveys: Survey[] = [];
  private readonly agentIds: number[];
  private readonly teamIds: number[];
  private readonly tagIds: ReadonlyMap<string, number>;
  private nextTicketId = 153_006_867;
  private nextMessageId = 385_373_530;

  constructor(
    shop: Shop,
    private readonly customers: CustomerHistory,
    private readonly random: Random,
    private readonly today: Micros,
  ) {
    this.agentIds = [...shop.users.values()].filter((u) => u.role !== "bot").map((u) => u.id);
    this.teamIds = [...shop.teams.values()].map((team) => team.id);
    this.tagIds = new Map([...shop.tags.values()].map((tag) => [tag.name, tag.id]));
  }

  /** A new ticket, with a customer, a conversation and an end. */
  add(moment: number): void {
    const customers = this.customers;
    const random = this.random;
    const created = Math.floor(moment);
    const customer =
      customers.records.length === 0 || random.happens(0.6)
        ? customers.add(created - MINUTE - random.below(30 * MINUTE))
        : random.pick(customers.records);
    const language = LANGUAGES.find(({ code }) => code === customer.language) ?? LANGUAGES[0];
    const topic = random.pick<Topic>(language?.topics ?? []);
    const order = customer.orders.at(-1)?.number ?? customers.nextOrder();
    const { channel } = random.weighted(SOURCES);
    const agentId = random.happens(0.88) ? random.pick(this.agentIds) : null;

    const id = this.nextTicketId;
    this.nextTicketId += 1 + random.below(60);
    const ticket: Ticket = {
      id,
      external_id: random.happens(0.05) ? `legacy-${id}` : null,
      status: "open",
      priority: random.happens(0.9) ? "normal" : random.pick(["critical", "high", "low"] as const),
      channel,
      via: channel === "chat" ? "gorgias_chat" : channel,
      from_agent: false,
      spam: random.happens(0.01),
      is_unread: false,
      customerId: customer.id,
      assigneeUserId: agentId,
      assigneeTeamId: random.happens(0.4) ? random.pick(this.teamIds) : null,
      language: customer.language,
      subject: this.write(topic.subject, order),
      meta: null,
      tagIds: this.tagsFor(topic.tag),
      custom_fields: random.happens(0.5)
        ? {
            [FIELD_IDS.contactReason]: topic.reason,
            [FIELD_IDS.orderNumber]: `#${order}`,
            [FIELD_IDS.intent]: "Other::Other",
          }
        : {},
      messages: [],
      surveyId: null,
      created_datetime: created,
      opened_datetime: null,
      last_received_message_datetime: created,
      last_message_datetime: created,
      updated_datetime: created,
      closed_datetime: null,
      trashed_datetime: null,
      snooze_datetime: null,
    };
    this.records.push(ticket);
    const first = customer.firstname;
    this.converse(ticket, agentId, [
      `${language?.greeting},\n\n${this.write(topic.question, order)}\n\n${customer.name}`,
      `${language?.greeting} ${first},\n\n${this.write(topic.answer, order)}`,
      language?.thanks ?? "",
    ]);
    this.finish(ticket);
  }

  /** A text about an order and a product. */
  private write(text: string, order: number): string {
    return text.replace("{order}", String(order)).replace("{product}", this.random.pick(PRODUCTS));
  }

  /** Question, answer, thanks; not every conversation comes so far. */
  private converse(ticket: Ticket, agentId: number | null, texts: readonly string[]): void {
    const { random } = this;
    const customer: Party | null =
      ticket.customerId === null ? null : { kind: "customer", id: ticket.customerId };
    const agent: Party | null = agentId === null ? null : { kind: "user", id: agentId };
    const count = agent === null ? 1 : 1 + random.below(texts.length);
    let moment = ticket.created_datetime;
    for (const text of texts.slice(0, count)) {
      const fromAgent = ticket.messages.length % 2 === 1;
      const people = fromAgent
        ? { sender: agent, receiver: customer }
        : { sender: customer, receiver: agent };
      ticket.messages.push(historicMessage(ticket, this.nextMessageId, moment, text, people));
      this.nextMessageId += 1 + random.below(90);
      ticket.last_message_datetime = moment;
      if (!fromAgent) ticket.last_received_message_datetime = moment;
      else ticket.opened_datetime ??= moment - 1 - random.below(MINUTE);
      moment = this.later(moment);
    }
  }

  /** Most tickets end closed, a few in the trash; the last days' are still open. */
  private finish(ticket: Ticket): void {
    const { random } = this;
    const ended = this.later(ticket.last_message_datetime ?? ticket.created_datetime);
    const age = this.today - ticket.created_datetime;
    ticket.updated_datetime = ended;
    if (random.happens(age > 14 * DAY ? 0.95 : 0.5)) {
      ticket.status = "closed";
      ticket.closed_datetime = ended - 1 - random.below(900_000);
    } else {
      ticket.is_unread = random.happens(0.3);
    }
    if (random.happens(0.01)) ticket.trashed_datetime = ended;
    if (ticket.status === "closed" && random.happens(0.12)) this.addSurvey(ticket, ended);
  }

  private addSurvey(ticket: Ticket, asked: Micros): void {
    const scored = this.random.happens(0.6) ? this.later(asked) : null;
    const survey: Survey = {
      id: 6_967_541 + this.surveys.length,
      ticketId: ticket.id,
      customerId: ticket.customerId ?? 0,
      score: scored === null ? null : 5 - Math.floor(this.random.next() ** 3 * 5),
      body_text: null,
      meta: null,
      created_datetime: asked,
      sent_datetime: asked,
      scored_datetime: scored,
      should_send_datetime: asked,
    };
    this.surveys.push(survey);
    ticket.surveyId = survey.id;
  }

  private tagsFor(name: string): number[] {
    const extra = this.random.happens(0.1) ? [this.random.pick(EXTRA_TAGS)] : [];
    const topics = name === "order-status" ? [name, "shipping"] : [name];
    return [...topics, ...extra].flatMap((tag) => this.tagIds.get(tag) ?? []);
  }

  /** Minutes to two days later, but never after today's midnight. */
  private later(moment: Micros): Micros {
    const wait = MINUTE + Math.floor(this.random.next() ** 3 * 2 * DAY);
    if (moment + wait < this.today) return moment + wait;
    return moment + 1 + Math.floor(this.random.next() * (this.today - moment - 1));
  }
}
