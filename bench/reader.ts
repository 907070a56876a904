/** Reads what is measured from an account. */
export interface Reader {
  getTicket(id: number): Promise<unknown>;
  /** Reads the whole list, page by page, and keeps every item. */
  fetchAllTickets(): Promise<unknown[]>;
}

/** Where an account is, and what opens it. */
export interface AccountAccess {
  readonly url: string;
  readonly username: string;
  readonly apiKey: string;
}

/** The headers that any request to Gorgias has to carry. */
export function headersOf({ username, apiKey }: AccountAccess): Record<string, string> {
  const credentials = Buffer.from(`${username}:${apiKey}`).toString("base64");
  return { accept: "application/json", authorization: `Basic ${credentials}` };
}

interface Page {
  readonly data: unknown[];
  readonly meta: { readonly next_cursor: string | null };
}

/** A reader that does nothing but send requests one after the other. */
export function bareLoop(url: string, getJson: (url: string) => Promise<unknown>): Reader {
  return {
    getTicket: (id) => getJson(`${url}/api/tickets/${id}`),
    async fetchAllTickets() {
      const items: unknown[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page = (await getJson(`${url}/api/tickets?limit=100&cursor=${cursor}`)) as Page;
        items.push(...page.data);
        cursor = page.meta.next_cursor;
      }
      return items;
    },
  };
}
