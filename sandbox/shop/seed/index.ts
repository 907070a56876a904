import { DAY } from "../../clock";
import { Shop } from "../index";
import { CustomerHistory } from "./customers";
import { customFields } from "./customFields";
import { historicEvents } from "./events";
import { integrations } from "./integrations";
import { jobs } from "./jobs";
import { macros } from "./macros";
import { Random } from "./random";
import { rules } from "./rules";
import { settings } from "./settings";
import { agents, teams } from "./staff";
import { tags } from "./tags";
import { TicketHistory } from "./tickets";
import { views } from "./views";
import { VoiceHistory } from "./voice";
import { widgets } from "./widgets";

const HISTORY = 730 * DAY;

/**
 * A shop with two years of tickets behind it, ending on the midnight (UTC) before the clock's
 * now. The same seed, size and day give the same shop.
 */
export function seedShop(options: { tickets: number; seed: number; now: () => number }): Shop {
  const today = Math.floor((options.now() * 1000) / DAY) * DAY;
  const opened = today - HISTORY - 30 * DAY;
  const shop = new Shop({ domain: "acme", created_datetime: opened }, options.now);
  shop.users.load(agents(opened));
  shop.teams.load(teams(opened, [...shop.users.values()]));
  shop.tags.load(tags(opened));
  shop.views.load(views(opened));
  shop.macros.load(macros(opened));
  shop.rules.load(rules(opened));
  shop.customFields.load(customFields(opened));
  shop.integrations.load(integrations(opened));
  shop.settings.load(settings(opened));
  shop.widgets.load(widgets(opened));
  shop.jobs.load(jobs(today));

  const random = new Random(options.seed);
  const customers = new CustomerHistory(shop, random);
  const history = new TicketHistory(shop, customers, random, today);
  const first = today - HISTORY;
  for (let index = 0; index < options.tickets; index += 1) {
    history.add(first + ((index + random.next()) / options.tickets) * (HISTORY - DAY));
  }
  shop.customers.load(customers.records);
  shop.tickets.load(history.records);
  shop.messages.load(history.records.flatMap((ticket) => ticket.messages));
  shop.surveys.load(history.surveys);
  const voice = new VoiceHistory(history.records);
  shop.voiceCalls.load(voice.calls);
  shop.voiceCallEvents.load(voice.events);
  shop.recordings.load(voice.recordings);
  shop.events.load(historicEvents(customers.records, history.records));
  return shop;
}
