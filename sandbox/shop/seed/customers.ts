import { fakerDE, fakerEN, fakerES, fakerFR } from "@faker-js/faker";
import { MINUTE, type Micros } from "../../clock";
import type { Shop } from "../index";
import type { Channel, Customer } from "../records/customer";
import { FIELD_IDS } from "./customFields";
import type { Random } from "./random";
import { LANGUAGES } from "./texts";

/** A name, and what the e-mail addresses of those who have it begin with. */
interface Name {
  first: string;
  last: string;
  mailbox: string;
}

/** The first customer's id: it stands between those of the agents. */
const FIRST_ID = 400_746_613;

/** Makes up the shop's customers, in the order in which they came. */
export class CustomerHistory {
  readonly records: Customer[] = [];
  private readonly names: ReadonlyMap<string, readonly Name[]>;
  private orderNumber = 10_000;

  constructor(
    private readonly shop: Shop,
    private readonly random: Random,
  ) {
    this.names = namePools(random.below(2 ** 31));
  }

  /** A new customer, who comes to the shop at that moment. */
  add(created: Micros): Customer {
    const random = this.random;
    const language = random.weighted(LANGUAGES);
    const { first, last, mailbox } = random.pick(this.names.get(language.code) ?? []);
    const count = this.records.length + 1;
    const email = `${mailbox}${count}@example.com`;
    const customer: Customer = {
      id: count === 1 ? FIRST_ID : 400_800_000 + count * 3,
      name: `${first} ${last}`,
      firstname: first,
      lastname: last,
      email,
      external_id: random.happens(0.3) ? `shop-${50_000 + count}` : null,
      language: language.code,
      timezone: random.pick(language.timezones),
      note: null,
      meta: null,
      data: null,
      dataVersion: null,
      channels: [this.channel("email", email, created)],
      orders: random.happens(0.7)
        ? [{ number: this.nextOrder(), total: 20 + random.below(400), created_datetime: created }]
        : [],
      custom_fields: random.happens(0.4)
        ? {
            [FIELD_IDS.loyalty]: random.pick(["Bronze", "Silver", "Gold"]),
            [FIELD_IDS.points]: random.below(2000),
          }
        : {},
      created_datetime: created,
      updated_datetime: created + random.below(MINUTE),
    };
    if (count === 1) customer.custom_fields[FIELD_IDS.company] = "Birch Outdoor";
    if (random.happens(0.15)) {
      const phone = `+1555${String(1_000_000 + count).padStart(7, "0")}`;
      customer.channels.push(this.channel("phone", phone, created));
    }
    this.records.push(customer);
    return customer;
  }

  /** The number of an order that nobody else has. */
  nextOrder(): number {
    this.orderNumber += 1;
    return this.orderNumber;
  }

  private channel(type: string, address: string, created: Micros): Channel {
    return {
      id: this.shop.nextChannelId(),
      type,
      address,
      preferred: true,
      created_datetime: created,
      updated_datetime: created,
    };
  }
}

/** Some names of each language, for customers to be put together from. */
function namePools(seed: number): Map<string, Name[]> {
  const sources = { en: fakerEN, fr: fakerFR, de: fakerDE, es: fakerES };
  return new Map(
    Object.entries(sources).map(([language, faker]) => {
      faker.seed(seed);
      const pool = Array.from({ length: 300 }, () => {
        const first = faker.person.firstName();
        const last = faker.person.lastName();
        return { first, last, mailbox: `${plain(first)}.${plain(last)}` };
      });
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
