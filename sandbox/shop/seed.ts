import { fakerDE, fakerEN, fakerES, fakerFR } from "@faker-js/faker";
import type { Micros } from "../clock";
import { Chance } from "./chance";
import { Shop } from "./index";
import type { Customer } from "./records/customer";
import type { Event } from "./records/event";
import type { Message, Party } from "./records/message";
import type { Survey } from "./records/survey";
import type { Ticket } from "./records/ticket";
import { agents, customFields, FIELD_IDS, integrations, rules, tags, teams, views } from "./staff";
import { PRODUCTS, TONGUES, type Tongue, type Topic } from "./vocabulary";

const MINUTE: Micros = 60_000_000;
const DAY: Micros = 24 * 60 * MINUTE;
const HISTORY: Micros = 730 * DAY;

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

/**
 * A shop with two years of tickets behind it, ending on the midnight (UTC) before the clock's
 * now. The same seed, size and day give the same shop.
 */
export function seedShop(options: { tickets: number; seed: number; now: () => number }): Shop {
  const today = Math.floor(options.now() / 86_400_000) * 86_400_000 * 1000;
  const opened = today - HISTORY - 30 * DAY;
  const shop = new Shop({ domain: "acme", created_datetime: opened }, options.now);
  shop.users.load(agents(opened));
  shop.teams.load(teams(opened, [...shop.users.values()]));
  shop.tags.load(tags(opened));
  shop.views.load(views(opened));
  shop.rules.load(rules(opened));
  shop.customFields.load(customFields(opened));
  shop.integrations.load(integrations(opened));

  const history = new History(shop, new Chance(options.seed), today);
  const first = today - HISTORY;
  for (let index = 0; index < options.tickets; index += 1) {
    history.addTicket(
      first + ((index + history.chance.next()) / options.tickets) * (HISTORY - DAY),
    );
  }
  shop.customers.load(history.customers);
  shop.tickets.load(history.tickets);
  shop.messages.load(history.tickets.flatMap((ticket) => ticket.messages));
  shop.surveys.load(history.surveys);
  shop.events.load(history.events());
  return shop;
}

/** Writes the past, ticket by ticket, in the order in which they came. */
class History {
  readonly customers: Customer[] = [];
  readonly tickets: Ticket[] = [];
  readonly surveys: Survey[] = [];
  private readonly names: ReadonlyMap<string, readonly { first: string; last: string }[]>;
  private readonly agentIds: number[];
  private readonly teamIds: number[];
  private readonly tagIds: ReadonlyMap<string, number>;
  private ticketId = 153_006_867;
  private messageId = 385_373_530;
  private orderNumber = 10_000;

  constructor(
    private readonly shop: Shop,
    readonly chance: Chance,
    private readonly today: Micros,
  ) {
    this.names = namePools(chance.below(2 ** 31));
    this.agentIds = [...shop.users.values()].filter((u) => u.role !== "bot").map((u) => u.id);
    this.teamIds = [...shop.teams.values()].map((team) => team.id);
    this.tagIds = new Map([...shop.tags.values()].map((tag) => [tag.name, tag.id]));
  }

  addTicket(moment: number): void {
    const { chance } = this;
    const created = Math.floor(moment);
    const customer =
      this.customers.length === 0 || chance.happens(0.6)
        ? this.addCustomer(created - MINUTE - chance.below(30 * MINUTE))
        : chance.pick(this.customers);
    const tongue = TONGUES.find(({ language }) => language === customer.language) ?? TONGUES[0];
    const topic = chance.pick<Topic>(tongue?.topics ?? []);
    const order = customer.orders.at(-1)?.number ?? this.nextOrder();
    const write = (text: string) =>
      text.replace("{order}", String(order)).replace("{product}", chance.pick(PRODUCTS));
    const { channel } = chance.weighted(SOURCES);
    const agentId = chance.happens(0.88) ? chance.pick(this.agentIds) : null;

    this.ticketId += 1 + chance.below(60);
    const ticket: Ticket = {
      id: this.ticketId,
      external_id: chance.happens(0.05) ? `legacy-${this.ticketId}` : null,
      status: "open",
      priority: chance.happens(0.9) ? "normal" : chance.pick(["critical", "high", "low"] as const),
      channel,
      via: channel === "chat" ? "gorgias_chat" : channel,
      from_agent: false,
      spam: chance.happens(0.01),
      is_unread: false,
      customerId: customer.id,
      assigneeUserId: agentId,
      assigneeTeamId: chance.happens(0.4) ? chance.pick(this.teamIds) : null,
      language: customer.language,
      subject: write(topic.subject),
      meta: null,
      tagIds: this.tagsFor(topic.tag),
      custom_fields: chance.happens(0.5)
        ? { [FIELD_IDS.contactReason]: topic.reason, [FIELD_IDS.orderNumber]: `#${order}` }
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
    this.tickets.push(ticket);
    const first = customer.firstname;
    this.converse(ticket, agentId, [
      `${tongue?.greeting},\n\n${write(topic.question)}\n\n${customer.name}`,
      `${tongue?.greeting} ${first},\n\n${write(topic.answer)}`,
      tongue?.thanks ?? "",
    ]);
    this.settle(ticket);
  }

  /** Question, answer, thanks; not every conversation comes so far. */
  private converse(ticket: Ticket, agentId: number | null, texts: readonly string[]): void {
    const { chance } = this;
    const customer: Party | null =
      ticket.customerId === null ? null : { kind: "customer", id: ticket.customerId };
    const agent: Party | null = agentId === null ? null : { kind: "user", id: agentId };
    const count = agent === null ? 1 : 1 + chance.below(texts.length);
    let moment = ticket.created_datetime;
    for (const text of texts.slice(0, count)) {
      const fromAgent = ticket.messages.length % 2 === 1;
      ticket.messages.push(
        this.message(
          ticket,
          moment,
          text,
          fromAgent ? agent : customer,
          fromAgent ? customer : agent,
        ),
      );
      ticket.last_message_datetime = moment;
      if (!fromAgent) ticket.last_received_message_datetime = moment;
      else ticket.opened_datetime ??= moment - 1 - chance.below(MINUTE);
      moment = this.later(moment);
    }
  }

  private message(
    ticket: Ticket,
    moment: Micros,
    text: string,
    sender: Party | null,
    receiver: Party | null,
  ): Message {
    this.messageId += 1 + this.chance.below(90);
    const fromAgent = sender?.kind === "user";
    return {
      id: this.messageId,
      ticketId: ticket.id,
      channel: ticket.channel,
      via: fromAgent ? "helpdesk" : ticket.via,
      from_agent: fromAgent,
      public: true,
      subject: ticket.subject,
      body_text: text,
      body_html: null,
      stripped_text: text,
      stripped_html: null,
      stripped_signature: null,
      sender,
      receiver,
      source: null,
      attachments: null,
      external_id: null,
      message_id: null,
      integration_id: null,
      rule_id: null,
      mention_ids: null,
      headers: null,
      macros: null,
      meta: null,
      last_sending_error: null,
      created_datetime: moment,
      sent_datetime: moment,
      failed_datetime: null,
      opened_datetime: null,
      deleted_datetime: null,
    };
  }

  /** Most tickets end closed, a few in the trash; the last days' are still open. */
  private settle(ticket: Ticket): void {
    const { chance } = this;
    const ended = this.later(ticket.last_message_datetime ?? ticket.created_datetime);
    const age = this.today - ticket.created_datetime;
    ticket.updated_datetime = ended;
    if (chance.happens(age > 14 * DAY ? 0.95 : 0.5)) {
      ticket.status = "closed";
      ticket.closed_datetime = ended - 1 - chance.below(900_000);
    } else {
      ticket.is_unread = chance.happens(0.3);
    }
    if (chance.happens(0.01)) ticket.trashed_datetime = ended;
    if (ticket.status === "closed" && chance.happens(0.12)) this.addSurvey(ticket, ended);
  }

  private addSurvey(ticket: Ticket, asked: Micros): void {
    const scored = this.chance.happens(0.6) ? this.later(asked) : null;
    const survey: Survey = {
      id: 20_001 + this.surveys.length,
      ticketId: ticket.id,
      customerId: ticket.customerId ?? 0,
      score: scored === null ? null : 5 - Math.floor(this.chance.next() ** 3 * 5),
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

  /** What happened to the tickets and customers, told from the first day to the last. */
  events(): Event[] {
    type Told = Omit<Event, "id" | "data">;
    const told: Told[] = this.customers.map((customer) => ({
      type: "customer-created",
      object_type: "Customer",
      object_id: customer.id,
      user_id: null,
      created_datetime: customer.created_datetime,
    }));
    for (const ticket of this.tickets) {
      const about = { object_type: "Ticket", object_id: ticket.id } as const;
      told.push({
        type: "ticket-created",
        ...about,
        user_id: null,
        created_datetime: ticket.created_datetime,
      });
      if (ticket.closed_datetime === null) continue;
      told.push({
        type: "ticket-closed",
        ...about,
        user_id: ticket.assigneeUserId,
        created_datetime: ticket.closed_datetime,
      });
    }
    told.sort((a, b) => a.created_datetime - b.created_datetime);
    return told.map((event, index) => ({ id: 7_000_001 + index, ...event, data: null }));
  }

  private addCustomer(created: Micros): Customer {
    const { chance } = this;
    const tongue: Tongue = chance.weighted(TONGUES);
    const { first, last } = chance.pick(this.names.get(tongue.language) ?? []);
    const count = this.customers.length + 1;
    const email = `${plain(first)}.${plain(last)}${count}@example.com`;
    const customer: Customer = {
      id: 400_800_000 + count * 3,
      name: `${first} ${last}`,
      firstname: first,
      lastname: last,
      email,
      external_id: chance.happens(0.3) ? `shop-${50_000 + count}` : null,
      language: tongue.language,
      timezone: chance.pick(tongue.timezones),
      note: null,
      meta: null,
      data: null,
      dataVersion: null,
      channels: [this.channel("email", email, created)],
      orders: chance.happens(0.7)
        ? [{ number: this.nextOrder(), total: 20 + chance.below(400), created_datetime: created }]
        : [],
      custom_fields: chance.happens(0.4)
        ? {
            [FIELD_IDS.loyalty]: chance.pick(["Bronze", "Silver", "Gold"]),
            [FIELD_IDS.points]: chance.below(2000),
          }
        : {},
      created_datetime: created,
      updated_datetime: created + chance.below(MINUTE),
    };
    if (chance.happens(0.15)) {
      const phone = `+1555${String(1_000_000 + count).padStart(7, "0")}`;
      customer.channels.push(this.channel("phone", phone, created));
    }
    this.customers.push(customer);
    return customer;
  }

  private channel(type: string, address: string, created: Micros) {
    return {
      id: this.shop.nextChannelId(),
      type,
      address,
      preferred: true,
      created_datetime: created,
      updated_datetime: created,
    };
  }

  private tagsFor(name: string): number[] {
    const extra = this.chance.happens(0.1)
      ? [this.chance.pick(["vip", "urgent", "wholesale"])]
      : [];
    return [name, ...extra].flatMap((tag) => this.tagIds.get(tag) ?? []);
  }

  private nextOrder(): number {
    this.orderNumber += 1;
    return this.orderNumber;
  }

  /** Minutes to two days later, but never after today's midnight. */
  private later(moment: Micros): Micros {
    const wait = MINUTE + Math.floor(this.chance.next() ** 3 * 2 * DAY);
    if (moment + wait < this.today) return moment + wait;
    return moment + 1 + Math.floor(this.chance.next() * (this.today - moment - 1));
  }
}

/** Some names of each language, for customers to be put together from. */
function namePools(seed: number): Map<string, { first: string; last: string }[]> {
  const sources = { en: fakerEN, fr: fakerFR, de: fakerDE, es: fakerES };
  return new Map(
    Object.entries(sources).map(([language, faker]) => {
      faker.seed(seed);
      const pool = Array.from({ length: 300 }, () => ({
        first: faker.person.firstName(),
        last: faker.person.lastName(),
      }));
      return [language, pool];
    }),
  );
}

/** Letters as e-mail addresses have them: `Zoé` becomes `zoe`. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}
