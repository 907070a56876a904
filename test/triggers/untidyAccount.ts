import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Random } from "../../sandbox/shop/seed/random";
import { connectionTo } from "../support/steps";

/** Lists whose records change, and say when. */
export const CHANGING: readonly string[] = ["tickets", "customers", "macros"];

/** A second in microseconds, as Gorgias dates its records. */
export const SECOND = 1_000_000;

/** One state of a record, and when a list shows it. */
interface State {
  readonly at: number;
  /** From when on the row shows it. */
  readonly shownFrom: number;
  /** From when on it has its place in a list. */
  readonly placedFrom: number;
}

interface Row {
  readonly id: number;
  /** Null, or a text, in place of its date of creation. */
  readonly odd: { readonly date: string | null } | undefined;
  readonly created: number;
  readonly states: State[];
}

/** What happened in an account. */
export interface Figures {
  created: number;
  updated: number;
  /** States that became visible after their date. */
  late: number;
  /** States that had their place before their row showed them. */
  stale: number;
  /** States that their row showed before they had their place. */
  misplaced: number;
  undated: number;
  future: number;
}

/** What happened before anything did. */
export const NOTHING: Figures = {
  created: 0,
  updated: 0,
  late: 0,
  stale: 0,
  misplaced: 0,
  undated: 0,
  future: 0,
};

/**
 * An account that is not as tidy as the sandbox: its changes become visible up to a minute late and
 * out of order, its lists lag behind their rows and its rows behind their lists, and some dates are
 * missing, unreadable or in the future.
 */
export class UntidyAccount {
  /** Gorgias' clock, in microseconds. */
  now = Date.UTC(2026, 2, 1, 12) * 1000;
  figures: Figures = { ...NOTHING };
  readonly chance: Random;
  requests = 0;
  /** A cursor of an earlier epoch has expired. */
  epoch = 0;
  /** Whether lists come in the order asked for. */
  isOrdered = true;
  readonly #rows: Row[] = [];

  constructor(
    readonly list: string,
    seed: number,
  ) {
    this.chance = new Random(seed);
  }

  /** Adds a record. @returns its id */
  create(options: { at?: number; date?: string | null; isPrompt?: boolean } = {}): number {
    const { at = this.now, isPrompt = false } = options;
    const id = 1000 + this.#rows.length;
    const odd = "date" in options ? { date: options.date ?? null } : undefined;
    this.#rows.push({ id, odd, created: at, states: [this.#newState(at, isPrompt)] });
    this.figures.created += 1;
    this.figures.undated += odd ? 1 : 0;
    this.figures.future += at > this.now ? 1 : 0;
    return id;
  }

  /** Changes a record that is visible already. */
  update(): void {
    const row = this.#rows[this.chance.below(this.#rows.length)];
    if (!row || row.states.every(({ shownFrom }) => shownFrom > this.now) || row.odd) {
      return;
    }
    const last = row.states.at(-1)?.at ?? 0;
    if (last < this.now) {
      row.states.push(this.#newState(this.now, false));
      this.figures.updated += 1;
    }
  }

  /** Changes a record now, in its row at once and in its place after a while. */
  change(id: number, lag = 0): void {
    const state = { at: this.now, shownFrom: this.now, placedFrom: this.now + lag };
    this.#rows.find((row) => row.id === id)?.states.push(state);
  }

  /** Lets something happen every so often for a while. */
  live(seconds: number, changes: number): void {
    for (let left = changes; left > 0; left -= 1) {
      this.now += Math.ceil((seconds * SECOND) / changes) - this.chance.below(1000);
      const kind = this.chance.below(this.#isUpdatable ? 100 : 40);
      if (kind >= 40) {
        this.update();
      } else if (kind === 0) {
        this.create({ date: this.chance.pick([null, "yesterday"]) });
      } else if (kind === 1) {
        this.create({ at: this.now + (1 + this.chance.below(86_400 * 30)) * SECOND });
      } else {
        this.create();
      }
    }
  }

  /** The last state of every record that can be dated: its id and date. */
  get lastStates(): string[] {
    return this.#rows
      .filter(({ odd }) => !odd)
      .map(({ id, states }) => `${id} ${stamp(states.at(-1)?.at ?? 0)}`);
  }

  get ids(): number[] {
    return this.#rows.filter(({ odd }) => !odd).map(({ id }) => id);
  }

  get undatedIds(): number[] {
    return this.#rows.filter(({ odd }) => odd).map(({ id }) => id);
  }

  get #isUpdatable(): boolean {
    return CHANGING.includes(this.list);
  }

  #newState(at: number, isPrompt: boolean): State {
    const lag = () => this.chance.below(60 * SECOND);
    const kind = isPrompt ? 9 : this.chance.below(10);
    if (kind < 3) {
      this.figures.late += 1;
      const both = this.now + lag();
      return { at, shownFrom: both, placedFrom: both };
    }
    if (kind === 3) {
      this.figures.stale += 1;
      return { at, shownFrom: this.now + lag(), placedFrom: this.now };
    }
    if (kind === 4) {
      this.figures.misplaced += 1;
      return { at, shownFrom: this.now, placedFrom: this.now + lag() };
    }
    return { at, shownFrom: this.now, placedFrom: this.now };
  }

  /** A page, as the API answers it. */
  page(query: URLSearchParams): { status: number; body: object } {
    const [field, direction] = (query.get("order_by") ?? "created_datetime:desc").split(":");
    const from = query.get("created_datetime[gte]");
    const rows = this.#rows
      .flatMap((row) => this.#shown(row, field === "updated_datetime") ?? [])
      .filter(({ place }) => from === null || stamp(place) >= from)
      .sort((a, b) => a.place - b.place || a.body.id - b.body.id);
    if (direction === "desc" && this.isOrdered) rows.reverse();
    const [epoch = "", place = "", id = ""] = (query.get("cursor") ?? "").split(" ");
    if (query.has("cursor") && Number(epoch) !== this.epoch) {
      return { status: 400, body: { error: { msg: "This cursor has expired." } } };
    }
    const sign = direction === "desc" ? -1 : 1;
    const start = query.has("cursor")
      ? rows.findIndex((one) => sign * (one.place - Number(place) || one.body.id - Number(id)) > 0)
      : 0;
    const limit = Number(query.get("limit"));
    const page = start < 0 ? [] : rows.slice(start, start + limit);
    const last = start >= 0 && start + limit < rows.length ? page.at(-1) : undefined;
    const next_cursor = last ? `${this.epoch} ${last.place} ${last.body.id}` : null;
    const data = page.map(({ body }) => body);
    return {
      status: 200,
      body: {
        object: "list",
        uri: `/api/${this.list}`,
        data,
        meta: { prev_cursor: null, next_cursor },
      },
    };
  }

  /** A row as the list shows it now; undefined while it shows nothing. */
  #shown({ id, odd, created, states }: Row, byUpdate: boolean) {
    const shown = states.filter(({ shownFrom }) => shownFrom <= this.now).at(-1);
    const placed = states.filter(({ placedFrom }) => placedFrom <= this.now).at(-1);
    if (!shown || !placed) {
      return undefined;
    }
    // A macro that has never changed does not say when it did.
    const isUnchanged = this.list === "macros" && shown === states[0];
    const dates = odd
      ? { created_datetime: odd.date, updated_datetime: odd.date }
      : {
          created_datetime: stamp(created),
          updated_datetime: isUnchanged ? null : stamp(shown.at),
        };
    // Where there is no date, the database puts it first; of macros nobody knows.
    const changed = isUnchanged ? 0 : placed.at;
    const place = odd ? Number.MAX_SAFE_INTEGER : byUpdate ? changed : created;
    return { place, body: { id, ...dates } };
  }
}

/** A date as Gorgias writes it. */
export function stamp(micros: number): string {
  const seconds = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19);
  return `${seconds}.${String(micros % SECOND).padStart(6, "0")}Z`;
}

/** A list of any length, made up as it is read: record k was made and changed k seconds after the first. */
export class LongList {
  readonly #start = Date.UTC(2026, 0, 1) * 1000;
  now = Date.UTC(2026, 5, 1) * 1000;
  requests = 0;
  epoch = 0;

  constructor(
    readonly list: string,
    public length: number,
  ) {}

  page(query: URLSearchParams): { status: number; body: object } {
    const isDescending = query.get("order_by")?.endsWith(":desc") === true;
    const from = query.get("created_datetime[gte]");
    const first = Math.max(
      0,
      Math.ceil((Date.parse(from ?? "") * 1000 - this.#start) / SECOND) || 0,
    );
    const [epoch, place] = (query.get("cursor") ?? "").split(" ");
    if (query.has("cursor") && Number(epoch) !== this.epoch) {
      return { status: 400, body: { error: { msg: "This cursor has expired." } } };
    }
    const start = place === undefined ? (isDescending ? this.length - 1 : first) : Number(place);
    const data = [];
    let at = start;
    for (let left = Number(query.get("limit")); left > 0; left -= 1) {
      if (at < first || at >= this.length) break;
      const date = stamp(this.#start + at * SECOND);
      data.push({ id: 1000 + at, created_datetime: date, updated_datetime: date });
      at += isDescending ? -1 : 1;
    }
    const isMore = at >= first && at < this.length;
    const meta = { prev_cursor: null, next_cursor: isMore ? `${this.epoch} ${at}` : null };
    return { status: 200, body: { object: "list", uri: `/api/${this.list}`, data, meta } };
  }
}

/** An account that is served on this machine. */
export interface Served {
  readonly connection: object;
  close(): void;
}

/** @param before what happens before each answer; it may answer itself */
export async function serve(
  account: Pick<UntidyAccount, "now" | "page" | "requests">,
  before: (response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const server = createServer(({ url = "" }, response) => {
    account.requests += 1;
    response.setHeader("content-type", "application/json");
    response.setHeader("date", new Date(account.now / 1000).toUTCString());
    if (before(response)) {
      return;
    }
    const { searchParams } = new URL(url, "http://localhost");
    const { status, body } = account.page(searchParams);
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.GORGIAS_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    connection: connectionTo("untidy"),
    close() {
      delete process.env.GORGIAS_BASE_URL;
      server.closeAllConnections();
      server.close();
    },
  };
}
